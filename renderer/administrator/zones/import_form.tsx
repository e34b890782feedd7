import { useState } from 'react';
import type { WatchlistView } from '../../../contract/watchlist_view.ts';
import { LIST_KINDS, type ListKind } from '../../../core/domain/screening/entry.ts';
import type { MessageId } from '../../i18n/preferences.tsx';
import { useText } from '../../i18n/text.tsx';
import { Button } from '../../ui/button.tsx';
import { Panel } from '../../ui/panel.tsx';
import type { ImportOrder } from '../use_change_commands.ts';
import type { Incoming } from '../use_incoming.ts';
import styles from './change_page.module.css';
import { IncomingFiles } from './incoming_files.tsx';

/** The select's answers that are no list in service: none chosen, and one that comes in for the first time. */
const NO_LIST = '';
const NEW_LIST = '*';
/** As the booth takes it. */
const LIST_NAME = /^[A-Za-z0-9][A-Za-z0-9 ._-]{0,59}$/;

/** What the button offers, or the first thing that is still to be chosen. */
function nextAct(has: { closed: boolean; known: boolean; format: boolean; named: boolean }): MessageId {
  if (has.closed) return 'admin.closed.UNDER_WAY';
  if (!has.known) return 'admin.order.chooseFile';
  if (!has.format) return 'admin.format.choose';
  return has.named ? 'admin.order' : 'admin.list.choose';
}

/** Z2: a file of the drop folder, its format, and the list that it is. A list in service keeps its kind. */
export function ImportForm({
  view,
  incoming,
  file,
  onFile,
  closed,
  onOrder,
}: {
  view: WatchlistView;
  incoming: Incoming;
  file: string | null;
  onFile(file: string): void;
  closed: boolean;
  onOrder(order: ImportOrder): void;
}) {
  const t = useText();
  const formats = incoming.answer?.formats ?? [];
  const [chosenFormat, chooseFormat] = useState<string | null>(null);
  // None beforehand: a file built as the wrong list would be the worst of slips.
  const [chosenList, chooseList] = useState<string | null>(null);
  const [newName, nameList] = useState('');
  const [newKind, chooseKind] = useState<ListKind>('OTHER');
  const format = formats.find((one) => one.format === chosenFormat);
  const [exception, except] = useState(false);
  const list = chosenList ?? NO_LIST;
  const inService = view.lists.find((one) => one.list === list);
  const name = (list === NEW_LIST ? newName : list).trim();
  const saysItself = format?.saysItself === true;
  const known = incoming.answer?.files.some((one) => one.name === file) === true;
  const named = saysItself || (list !== NO_LIST && LIST_NAME.test(name));
  const ready = !closed && known && format !== undefined && named;
  const label = nextAct({ closed, known, format: format !== undefined, named: saysItself || list !== NO_LIST });
  const order = () => {
    if (!ready || file === null) return;
    const as = saysItself ? null : { list: name, kind: inService?.kind ?? newKind };
    onOrder({ file, format: format.format, as, exception });
  };
  return (
    <Panel
      zone="Z2"
      title={t('admin.files')}
      aside={
        <button type="button" className={styles.look} onClick={incoming.look}>
          {t('admin.files.look')}
        </button>
      }
    >
      <IncomingFiles view={view} incoming={incoming} file={file} onFile={onFile} />
      <div className={styles.form}>
        <label className="field">
          <span>{t('admin.format')}</span>
          <select
            data-testid="import-format"
            value={format?.format ?? ''}
            onChange={(event) => chooseFormat(event.target.value)}
          >
            <option value="">{t('admin.format.choose')}</option>
            {formats.map((one) => (
              <option key={one.format} value={one.format}>
                {one.format}
              </option>
            ))}
          </select>
        </label>
        {saysItself ? (
          <p className={styles.itself}>{t('admin.packageSaysItself')}</p>
        ) : (
          <>
            <label className="field">
              <span>{t('admin.column.list')}</span>
              <select data-testid="import-list" value={list} onChange={(event) => chooseList(event.target.value)}>
                <option value={NO_LIST}>{t('admin.list.choose')}</option>
                {view.lists.map((one) => (
                  <option key={one.list} value={one.list}>
                    {one.list}
                  </option>
                ))}
                <option value={NEW_LIST}>{t('admin.newList')}</option>
              </select>
            </label>
            {list === NEW_LIST && (
              <label className="field">
                <span>{t('admin.newList.name')}</span>
                <input
                  value={newName}
                  onChange={(event) => nameList(event.target.value)}
                  maxLength={60}
                  autoComplete="off"
                  spellCheck={false}
                />
              </label>
            )}
            <label className="field">
              <span>{t('admin.column.kind')}</span>
              <select
                value={inService?.kind ?? newKind}
                disabled={list !== NEW_LIST}
                onChange={(event) => chooseKind(LIST_KINDS.find((kind) => kind === event.target.value) ?? 'OTHER')}
              >
                {LIST_KINDS.map((kind) => (
                  <option key={kind} value={kind}>
                    {t(`admin.kind.${kind}`)}
                  </option>
                ))}
              </select>
            </label>
          </>
        )}
        <label className={styles.exception}>
          <input type="checkbox" checked={exception} onChange={(event) => except(event.target.checked)} />
          <span>{t('admin.exception')}</span>
        </label>
        <Button strong={ready} closed={!ready} onPress={order} testId="order-import">
          {t(label)}
        </Button>
      </div>
    </Panel>
  );
}
