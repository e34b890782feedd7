import type { ReplayedCase } from '../../contract/replay_view.ts';
import { clockText, stopwatchText } from '../i18n/formats.ts';
import { useText } from '../i18n/text.tsx';
import { KeyCap } from '../ui/key_cap.tsx';
import { Panel } from '../ui/panel.tsx';
import { marksOf, shareOf } from './moments.ts';
import styles from './replay_screen.module.css';

const percent = (share: number): string => `${2 + share * 96}%`;

/** The case from its opening to its decision as a line; each entry a dot, what is passed drawn through. */
export function TimelinePanel({
  replayed,
  place,
  playing,
  timeZone,
  onGo,
}: {
  replayed: ReplayedCase;
  place: number;
  playing: boolean;
  timeZone: string;
  onGo(place: number): void;
}) {
  const t = useText();
  const { moments, openedAt, closedAt } = replayed;
  const here = moments[place];
  const share = here === undefined ? 0 : shareOf(replayed, here);
  return (
    <Panel className={styles.timeline}>
      <svg className={styles.line} aria-hidden="true" focusable="false">
        <line x1={percent(0)} x2={percent(1)} y1="50%" y2="50%" className={styles.whole} />
        <line x1={percent(0)} x2={percent(share)} y1="50%" y2="50%" className={styles.passed} />
        {moments.map((one, at) => (
          <circle
            key={one.seq}
            cx={percent(shareOf(replayed, one))}
            cy="50%"
            r={4}
            className={at <= place ? styles.dotPassed : styles.dot}
          />
        ))}
        {marksOf(replayed).map((row, upper) =>
          row.map(({ name, share: at }) => (
            <text
              key={name}
              x={percent(at)}
              y={upper === 0 ? '22%' : '92%'}
              textAnchor={at < 0.08 ? 'start' : at > 0.92 ? 'end' : 'middle'}
            >
              {t(`replay.mark.${name}`)}
            </text>
          )),
        )}
        <line x1={percent(share)} x2={percent(share)} y1="28%" y2="72%" className={styles.here} />
      </svg>
      <input
        type="range"
        className={styles.slider}
        min={0}
        max={Math.max(0, moments.length - 1)}
        value={place}
        aria-label={t('replay.timeline')}
        aria-valuetext={here === undefined ? '' : `${stopwatchText(here.at)} ${here.event}`}
        onChange={(event) => onGo(Number(event.target.value))}
      />
      <p className={styles.timeKeys}>
        <span>
          {stopwatchText(0)} · {clockText(openedAt, timeZone)}
        </span>
        <span>
          <KeyCap>←</KeyCap> <KeyCap>→</KeyCap> {t('replay.timeline.keys')} · <KeyCap>Space</KeyCap>{' '}
          {t(playing ? 'replay.timeline.stop' : 'replay.timeline.play')}
        </span>
        <span>{stopwatchText(closedAt - openedAt)}</span>
      </p>
    </Panel>
  );
}
