import type { IncidentView, TaskView } from '../../contract/incident_view.ts';
import { clockText } from '../i18n/formats.ts';
import { usePreferences } from '../i18n/preferences.tsx';
import { useText } from '../i18n/text.tsx';
import { Glyph, type GlyphName, type Tone } from '../ui/glyph.tsx';
import { Panel } from '../ui/panel.tsx';
import styles from './incident_screen.module.css';

function lookOf(task: TaskView, next: boolean): { glyph: GlyphName; tone: Tone } {
  if (task.done !== null) return { glyph: 'passed', tone: 'ok' };
  if (task.givenUp !== null) return { glyph: 'aborted', tone: 'quiet' };
  if (task.escalated !== 'NOBODY') return { glyph: 'to-resolve', tone: 'warn' };
  return next ? { glyph: 'running', tone: 'run' } : { glyph: 'not-performed', tone: 'quiet' };
}

/** Z4: every task with its owner and its time; the chosen one stands out. */
export function TasksZone({
  incident,
  chosen,
  next,
  timeZone,
  onChoose,
}: {
  incident: IncidentView;
  chosen: string | null;
  next: string | null;
  timeZone: string;
  onChoose(task: string): void;
}) {
  const t = useText();
  const { language } = usePreferences();
  const done = incident.tasks.filter((task) => task.done !== null).length;
  const at = (moment: number | null) => (moment === null ? '–' : clockText(moment, timeZone).slice(0, 5));
  return (
    <Panel
      zone="Z4"
      title={t('incident.tasks', { kind: t(`incident.kind.${incident.kind}`) })}
      aside={t('incident.tasks.done', { done, all: incident.tasks.length })}
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className={styles.scroll} data-scrolls tabIndex={0} aria-label={t('incident.tasks.list')}>
        <ol className={styles.tasks}>
          {incident.tasks.map((task) => {
            const { glyph, tone } = lookOf(task, task.id === next);
            const second = task.done?.note ?? task.givenUp?.reason ?? task.note?.[language] ?? '';
            return (
              <li key={task.id} data-task={task.id} data-over={task.done !== null || task.givenUp !== null}>
                <button type="button" aria-pressed={task.id === chosen} onClick={() => onChoose(task.id)}>
                  <Glyph name={glyph} tone={tone} />
                  <span className={styles.words}>
                    <b>{task.does[language]}</b>
                    <small>
                      {task.escalated !== 'NOBODY' && task.done === null && task.givenUp === null
                        ? t(`incident.escalated.${task.escalated}`)
                        : second}
                    </small>
                  </span>
                  <span className={styles.owner}>{task.owner ?? t(`role.${task.ownerRole}`)}</span>
                  <time className={styles.due}>{at(task.done?.at ?? task.givenUp?.at ?? task.due)}</time>
                </button>
              </li>
            );
          })}
        </ol>
      </section>
    </Panel>
  );
}
