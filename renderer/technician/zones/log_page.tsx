import type { LogEntry } from '../../../contract/technician_view.ts';
import { momentText } from '../../i18n/formats.ts';
import { Text, useText } from '../../i18n/text.tsx';
import { Button } from '../../ui/button.tsx';
import { Panel } from '../../ui/panel.tsx';
import tables from '../../ui/table.module.css';
import { eventName, readable } from '../log_words.ts';
import type { Technician } from '../use_technician.ts';
import styles from './log_page.module.css';

/** Z4: what was done to the lane and by whom, newest first. It is part of the journal: nothing in it changes. */
export function LogPage({ technician }: { technician: Technician }) {
  const t = useText();
  const { log, view } = technician;
  return (
    <Panel zone="Z4" title={t('tech.tile.log')}>
      {log.entries === null || log.entries.length === 0 ? (
        <div className={tables.empty}>
          <p>
            <Text id={log.entries === null ? 'tech.log.reading' : 'tech.log.none'} />
          </p>
        </div>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        <section className={tables.scroll} tabIndex={0} aria-label={t('tech.tile.log')} data-scrolls>
          <table className={`${tables.table} ${styles.table}`}>
            <thead>
              <tr>
                <th scope="col">{t('tech.log.when')}</th>
                <th scope="col">{t('tech.log.by')}</th>
                <th scope="col">{t('tech.log.event')}</th>
                <th scope="col">{t('tech.log.text')}</th>
              </tr>
            </thead>
            <tbody>
              {log.entries.map((entry) => (
                <EntryRow key={entry.seq} entry={entry} timeZone={view.lane.timeZone} />
              ))}
            </tbody>
          </table>
          <div className={styles.older}>
            <Button closed={log.whole} onPress={log.older} testId="older">
              {t(log.whole ? 'tech.log.whole' : 'tech.log.older')}
            </Button>
          </div>
        </section>
      )}
    </Panel>
  );
}

function EntryRow({ entry, timeZone }: { entry: LogEntry; timeZone: string }) {
  const t = useText();
  const name = eventName(entry.event);
  return (
    <tr data-event={entry.event}>
      <td>{momentText(entry.at, timeZone)}</td>
      <td className="mono">{entry.by}</td>
      <td>{name === null ? <small className="mono">{entry.event}</small> : t(`tech.event.${name}`)}</td>
      <td className={styles.text}>{readable(entry.text)}</td>
    </tr>
  );
}
