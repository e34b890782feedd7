import type { IndicatorShown } from '../../contract/patterns.ts';
import { dateText } from '../i18n/formats.ts';
import { useText } from '../i18n/text.tsx';
import styles from './indicators_panel.module.css';

const WIDTH = 400;
const EDGE = 10;
const DAY_MS = 86_400_000;

type Evidence = IndicatorShown['evidence'][number];

/** Trouble is a square on the line, coming in a triangle above it, leaving one below it, everything else a disc. */
function Mark({ what, x }: { what: Evidence['what']; x: number }) {
  if (what === 'REFUSED' || what === 'LISTED' || what === 'OVERSTAYED')
    return <rect x={x - 5} y={9} width={10} height={10} className={styles.trouble} />;
  if (what === 'ENTERED' || what === 'FIRST_ENTRY')
    return <path d={`M${x - 5} 2h10l-5 9z`} className={styles.movement} />;
  if (what === 'LEFT') return <path d={`M${x - 5} 26h10l-5-9z`} className={styles.movement} />;
  return <circle cx={x} cy={14} r={5} className={styles.other} />;
}

/** The crossings of an indicator along time, the present one at the right end; the same in words for who cannot see it. */
export function TimeLine({ evidence, today }: { evidence: readonly Evidence[]; today: string }) {
  const t = useText();
  const dated = evidence.flatMap(({ day, what }) => (day === null ? [] : [{ day, what }]));
  if (dated.length === 0) return null;
  const days = dated.map(({ day }) => Date.parse(day));
  const end = Date.parse(today);
  const span = Math.max(DAY_MS, end - Math.min(...days));
  const placeOf = (at: number) => EDGE + (1 - (end - at) / span) * (WIDTH - 2 * EDGE);
  const [first = today] = dated.map(({ day }) => day).sort();
  const marks = dated.map(({ day, what }) =>
    t('pattern.line.mark', { day: dateText(day), what: t(`pattern.what.${what}`) }),
  );
  const label = t('pattern.line.label', { from: dateText(first), to: dateText(today), marks: marks.join(', ') });
  return (
    <figure className={styles.timeLine}>
      <svg viewBox={`0 0 ${WIDTH} 28`} role="img" aria-label={label}>
        <path d={`M${EDGE} 14H${WIDTH - EDGE}`} className={styles.axis} />
        {dated.map(({ day, what }, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the marks of one picture never change places
          <Mark key={place} what={what} x={placeOf(Date.parse(day))} />
        ))}
        <path d={`M${WIDTH - EDGE} 4v20`} className={styles.now} />
      </svg>
      <figcaption aria-hidden="true">
        <span className="mono">{dateText(first)}</span>
        <span>{t('pattern.line.today')}</span>
      </figcaption>
    </figure>
  );
}
