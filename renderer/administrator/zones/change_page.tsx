import { useState } from 'react';
import type { ListChange, WatchlistView } from '../../../contract/watchlist_view.ts';
import { Text, useText } from '../../i18n/text.tsx';
import { Glyph } from '../../ui/glyph.tsx';
import { Panel } from '../../ui/panel.tsx';
import type { ImportOrder } from '../use_change_commands.ts';
import type { Incoming } from '../use_incoming.ts';
import { isUnderWay } from '../what_is_open.ts';
import styles from './change_page.module.css';
import { ChangeSteps } from './change_steps.tsx';
import { Comparison } from './comparison.tsx';
import { ImportForm } from './import_form.tsx';
import { ImportProgress } from './import_progress.tsx';
import { RejectedRows } from './rejected_rows.tsx';

/** The file on the left, how it is built and what would change in the middle, what was not taken in on the right. */
export function ChangePage({
  view,
  incoming,
  onOrder,
}: {
  view: WatchlistView;
  incoming: Incoming;
  onOrder(order: ImportOrder): void;
}) {
  const t = useText();
  const { change } = view;
  const [file, chooseFile] = useState<string | null>(null);
  return (
    <>
      <ImportForm
        view={view}
        incoming={incoming}
        file={file}
        onFile={chooseFile}
        closed={isUnderWay(change)}
        onOrder={onOrder}
      />
      {change === null ? (
        <Panel zone="Z4" className={styles.empty}>
          <Glyph name="lists" size="large" />
          <ol>
            <li>
              <Text id="admin.change.how.choose" />
            </li>
            <li>
              <Text id="admin.change.how.build" />
            </li>
            <li>
              <Text id="admin.change.how.second" />
            </li>
          </ol>
        </Panel>
      ) : (
        <Panel zone="Z4" title={<Text id={`admin.what.${change.what}`} values={{ list: change.list }} />}>
          <ChangeSteps change={change} />
          <Middle change={change} timeZone={view.lane.timeZone} />
        </Panel>
      )}
      {change?.comparison ? (
        <RejectedRows comparison={change.comparison} />
      ) : (
        <Panel zone="Z5" title={t('admin.rejected')}>
          <p className={styles.hint}>
            {change?.progress
              ? t('admin.rejected.sofar', { count: change.progress.rejected })
              : t('admin.rejected.none')}
          </p>
        </Panel>
      )}
    </>
  );
}

function Middle({ change, timeZone }: { change: ListChange; timeZone: string }) {
  if (change.comparison !== null) return <Comparison change={change} timeZone={timeZone} />;
  return <ImportProgress change={change} timeZone={timeZone} />;
}
