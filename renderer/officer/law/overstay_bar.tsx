import { dateText } from '../../i18n/formats.ts';
import { useText } from '../../i18n/text.tsx';
import type { Overstay } from './law_words.ts';
import styles from './overstay_page.module.css';

const WIDTH = 600;
const TOP = 2;
const HEIGHT = 22;
/** The smaller part keeps at least this share, so that one day over can still be seen. */
const LEAST = 0.08;
const MS_A_DAY = 86_400_000;

/** Days from one day to another, both counted. */
const daysOf = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / MS_A_DAY + 1;

/** The stay drawn to scale: permitted in grey, over hatched; told in words to who does not see it. */
export function OverstayBar({ overstay: { entered, until, departure, daysOver } }: { overstay: Overstay }) {
  const t = useText();
  if (entered === null) return null;
  const permitted = daysOf(entered, until);
  const share = Math.min(1 - LEAST, Math.max(LEAST, permitted / (permitted + daysOver)));
  const edge = Math.round(WIDTH * share);
  const told = t('overstay.bar', {
    first: dateText(entered),
    until: dateText(until),
    today: dateText(departure),
    count: daysOver,
  });
  const columns = { gridTemplateColumns: `${share}fr ${1 - share}fr` };
  return (
    <figure className={styles.bar}>
      <figcaption className="hidden-text">{told}</figcaption>
      <div aria-hidden="true">
        <p style={columns}>
          <b>{share > 0.2 && t('overstay.permitted')}</b>
          <b>{share < 0.75 && t('overstay.overBar', { count: daysOver })}</b>
        </p>
        <svg
          viewBox={`0 0 ${WIDTH} ${HEIGHT + 2 * TOP}`}
          preserveAspectRatio="none"
          aria-hidden="true"
          focusable="false"
        >
          <defs>
            <pattern id="over" width="9" height="9" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
              <path d="M0 0v9" className={styles.hatch} />
            </pattern>
          </defs>
          <rect x="0" y={TOP + 3} width={edge} height={HEIGHT - 6} className={styles.permitted} />
          <rect x={edge} y={TOP + 3} width={WIDTH - edge - 1} height={HEIGHT - 6} className={styles.over} />
          <path d={`M1 0v${HEIGHT + 4}M${edge} 0v${HEIGHT + 4}M${WIDTH - 1} 0v${HEIGHT + 4}`} className={styles.tick} />
        </svg>
        <p className={styles.days}>
          <span>{t('overstay.dayOne', { day: dateText(entered).slice(0, 5) })}</span>
          <span>{t('overstay.dayLast', { day: dateText(until).slice(0, 5), count: permitted })}</span>
          <span>{t('overstay.dayToday', { day: dateText(departure).slice(0, 5) })}</span>
        </p>
      </div>
    </figure>
  );
}
