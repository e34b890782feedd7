import type { IncidentBoard, IncidentView } from '../../contract/incident_view.ts';
import { clockText } from '../i18n/formats.ts';
import { usePreferences } from '../i18n/preferences.tsx';
import { useText } from '../i18n/text.tsx';
import { Button } from '../ui/button.tsx';
import { KeyCap } from '../ui/key_cap.tsx';
import { Heading, Panel, Row } from '../ui/panel.tsx';
import styles from './incident_screen.module.css';

/** Z5: what happened, line by line, and below it what holds for the lane. */
export function LogZone({
  incident,
  board,
  timeZone,
  leads,
  onNote,
  onLane,
  onKind,
  onPosture,
}: {
  incident: IncidentView;
  board: IncidentBoard;
  timeZone: string;
  leads: boolean;
  onNote(): void;
  onLane(): void;
  onKind(): void;
  onPosture(): void;
}) {
  const t = useText();
  const { language } = usePreferences();
  const at = (moment: number) => clockText(moment, timeZone).slice(0, 5);
  const task = (id: string | null) => incident.tasks.find((one) => one.id === id)?.does[language] ?? '';
  const textOf = ({ what, text }: IncidentView['log'][number]): string => {
    if (what === 'KIND') return t(`incident.kind.${incident.kind}`);
    return what === 'OPENED' ? t(`incident.trigger.${incident.trigger}`, { by: incident.openedBy }) : text;
  };
  return (
    <Panel zone="Z5">
      <Heading
        title={t('incident.log')}
        aside={
          <button type="button" className={styles.note} onClick={onNote} aria-label={`F10 ${t('incident.form.note')}`}>
            <KeyCap>F10</KeyCap>
          </button>
        }
      />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className={styles.scroll} data-scrolls tabIndex={0} aria-label={t('incident.log')}>
        <ol className={styles.log}>
          {incident.log.map((line) => (
            <li key={line.no}>
              <time>{at(line.at)}</time>
              <span>
                {t(`incident.log.${line.what}`, {
                  by: line.by === 'system' ? t('incident.booth') : line.by,
                  text: textOf(line),
                  task: task(line.task),
                })}
              </span>
            </li>
          ))}
        </ol>
      </section>
      <Heading title={t('posture.title')} />
      <dl>
        <Row label={t('incident.place.lane', { lane: incident.lane })}>
          {t(incident.laneStopped ? 'incident.lane.stopped' : 'incident.lane.serves')}
        </Row>
        <Row label={t('incident.gate')}>{t(`posture.${board.posture.profile}`)}</Row>
        {incident.proposesPosture !== null && (
          <Row label={t('incident.proposes')}>{t(`posture.${incident.proposesPosture}`)}</Row>
        )}
      </dl>
      {leads && (
        <div className={styles.acts}>
          <Button onPress={onLane} testId="incident-lane" decides>
            {t(incident.laneStopped ? 'incident.lane.release' : 'incident.lane.stop')}
          </Button>
          <Button onPress={onKind} testId="incident-kind">
            {t('incident.form.kind')}
          </Button>
          <Button onPress={onPosture} testId="incident-posture">
            {t('incident.changePosture')}
          </Button>
        </div>
      )}
    </Panel>
  );
}
