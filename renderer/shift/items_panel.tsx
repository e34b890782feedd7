import type { ShiftView } from '../../contract/shift.ts';
import { LIST_KINDS } from '../../core/domain/screening/entry.ts';
import { momentText } from '../i18n/formats.ts';
import { Text, type Translate, useText } from '../i18n/text.tsx';
import { Glyph } from '../ui/glyph.tsx';
import { Panel } from '../ui/panel.tsx';
import table from '../ui/table.module.css';
import styles from './shift.module.css';

type Item = ShiftView['items'][number];
const STAGES = [
  ...(['QUEUED', 'TAKEN', 'READING', 'CHECKING', 'REVIEW', 'AGED', 'EXPIRED'] as const),
  ...(['PROPOSED', 'MEASURED', 'MINUTED', 'PAID', 'UNPAID'] as const),
] as const;
const isStage = (state: string): state is (typeof STAGES)[number] => (STAGES as readonly string[]).includes(state);

/** What an item is at, in words where it has some; codes of devices stand for themselves. */
const stateText = (state: string, t: Translate): string =>
  isStage(state) ? t(`shift.state.${state}`) : t('shift.state.other');

/** Which one: a number or a device as it is, a list by the word for its kind. */
const subjectText = ({ kind, subject }: Item, t: Translate): string =>
  kind === 'LIST' ? t(`list.${LIST_KINDS.find((one) => one === subject) ?? 'OTHER'}`) : subject;

/** What passes from hand to hand: every item with its state and owner, and what the incoming officer said of it. */
export function ItemsPanel({
  items,
  asked,
  chosen,
  choose,
  timeZone,
  instructions,
}: {
  items: readonly Item[];
  asked: boolean;
  chosen: string | null;
  choose(item: string): void;
  timeZone: string;
  instructions: string;
}) {
  const t = useText();
  return (
    <Panel zone="Z4" title={t('shift.items')} aside={t('shift.items.count', { count: items.length })}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls must be reachable by keyboard */}
      <div className={table.scroll} data-scrolls tabIndex={0}>
        {items.length === 0 && (
          <p className={table.hint}>
            <Text id="shift.items.none" />
          </p>
        )}
        {items.length > 0 && (
          <table className={`${table.table} ${styles.items}`}>
            <thead>
              <tr>
                {(['what', 'state', 'owner', 'answer'] as const).map((column) => (
                  <th key={column} scope="col">
                    <Text id={`shift.column.${column}`} />
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {items.map((item) => (
                <tr key={item.id} data-chosen={item.id === chosen} data-item={item.id}>
                  <th scope="row">
                    <button
                      type="button"
                      className={table.name}
                      aria-pressed={item.id === chosen}
                      onClick={() => choose(item.id)}
                    >
                      <b>{t(`shift.kind.${item.kind}`)}</b>
                      <small className={item.kind === 'LIST' ? undefined : 'mono'}>{subjectText(item, t)}</small>
                    </button>
                  </th>
                  <td>
                    {stateText(item.state, t)}
                    <small className={table.cut}>{momentText(item.since, timeZone)}</small>
                  </td>
                  <td className="mono">{item.owner ?? '–'}</td>
                  <td>
                    <Answer item={item} asked={asked} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </div>
      {instructions !== '' && (
        <p className={styles.instructions}>
          <b>{t('shift.instructions')}</b> {instructions}
        </p>
      )}
    </Panel>
  );
}

function Answer({ item: { answer }, asked }: { item: Item; asked: boolean }) {
  const t = useText();
  if (answer === null)
    return (
      <span className={table.state}>
        <Glyph name="not-performed" /> {t(asked ? 'shift.answer.open' : 'shift.answer.later')}
      </span>
    );
  return (
    <>
      <span className={table.state}>
        <Glyph name={answer.accepted ? 'passed' : 'information'} tone={answer.accepted ? 'ok' : 'quiet'} />
        {t(answer.accepted ? 'shift.answer.accepted' : 'shift.answer.refused')}
      </span>
      {answer.reason !== '' && (
        <small className={table.cut} title={answer.reason}>
          {answer.reason}
        </small>
      )}
    </>
  );
}
