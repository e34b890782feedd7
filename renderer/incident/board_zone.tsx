import type { IncidentBoard, IncidentView } from '../../contract/incident_view.ts';
import { momentText } from '../i18n/formats.ts';
import { useText } from '../i18n/text.tsx';
import { Heading, Panel } from '../ui/panel.tsx';
import styles from './incident_screen.module.css';

/** Z4 where no incident is chosen: the open ones and those of the last week. */
export function BoardZone({
  board,
  timeZone,
  onChoose,
}: {
  board: IncidentBoard;
  timeZone: string;
  onChoose(incident: string): void;
}) {
  const t = useText();
  const list = (incidents: readonly IncidentView[]) => (
    <ul className={styles.board}>
      {incidents.map((one) => (
        <li key={one.id}>
          <button type="button" onClick={() => onChoose(one.id)} data-testid="incident-open">
            <b>{t(`incident.kind.${one.kind}`)}</b>
            <span className="mono">{one.number}</span>
            <span>{momentText(one.openedAt, timeZone)}</span>
            <span>{one.leader ?? t('incident.nobodyYet')}</span>
          </button>
        </li>
      ))}
    </ul>
  );
  return (
    <Panel zone="Z4" title={t('incident.board')} aside={String(board.open.length)}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className={styles.scroll} data-scrolls tabIndex={0} aria-label={t('incident.board')}>
        {board.open.length === 0 ? <p className={styles.empty}>{t('incident.board.empty')}</p> : list(board.open)}
        {board.closed.length > 0 && <Heading title={t('incident.board.closed')} />}
        {list(board.closed)}
      </section>
    </Panel>
  );
}
