import { clockText } from '../../i18n/formats.ts';
import { useText } from '../../i18n/text.tsx';
import styles from './device_detail.module.css';

const WIDTH = 290;
const HEIGHT = 56;
const DAY_MS = 24 * 3_600_000;

/** Failures of the last 24 hours, a bar an hour; the highest fills the plot, and its number stands above the axis. */
export function FailuresPlot({ hours, now, timeZone }: { hours: readonly number[]; now: number; timeZone: string }) {
  const t = useText();
  const most = Math.max(1, ...hours);
  const step = WIDTH / hours.length;
  const time = (at: number) => clockText(at, timeZone).slice(0, 5);
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT + 18}`}
      className={styles.plot}
      role="img"
      aria-label={t('tech.plot', { most, hours: hours.filter((hour) => hour > 0).length })}
    >
      {hours.map((hour, place) => {
        const height = hour === 0 ? 1.5 : 3 + (hour / most) * (HEIGHT - 6);
        return (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: an hour is its place
            key={place}
            x={place * step + 1.5}
            y={HEIGHT - height}
            width={step - 3}
            height={height}
            className={styles.bar}
          />
        );
      })}
      <path d={`M0 ${HEIGHT + 1}H${WIDTH}`} className={styles.axis} />
      <text x="0" y={HEIGHT + 15} className={styles.mark}>
        {time(now - DAY_MS)}
      </text>
      <text x={WIDTH / 2} y={HEIGHT + 15} textAnchor="middle" className={styles.mark}>
        {t('tech.plot.most', { most: Math.max(0, ...hours) })}
      </text>
      <text x={WIDTH} y={HEIGHT + 15} textAnchor="end" className={styles.mark}>
        {time(now)}
      </text>
    </svg>
  );
}
