import type { HitView } from '../../contract/hit_view.ts';
import type { MessageId } from '../i18n/preferences.tsx';
import { useText } from '../i18n/text.tsx';
import styles from './match_reasons.module.css';

type Reason = HitView['why'][number] & { readonly words: string };

/** From this length on a reason takes two lines; so many lines have room above the facts of the entry. */
const TWO_LINES_FROM = 34;
const LINES = 11;
/** Few reasons have a bar each, as room allows. */
const MOST_BARS = 4;

const linesOf = ({ words }: Reason): number => (words.length >= TWO_LINES_FROM ? 2 : 1);

/** As many reasons as there is room for, the weightiest kept; their order is the matcher's. */
function fitting(reasons: readonly Reason[]): readonly Reason[] {
  const kept = new Set<Reason>();
  let lines = 0;
  for (const reason of [...reasons].sort((a, b) => Math.abs(b.points) - Math.abs(a.points))) {
    lines += linesOf(reason);
    if (lines <= LINES) kept.add(reason);
  }
  return reasons.filter((reason) => kept.has(reason));
}

function pointsText(points: number): string {
  if (points === 0) return '';
  return points > 0 ? `+${Math.round(points)}` : String(Math.round(points)).replace('-', '−');
}

/** Why the list answered: each reason as a sentence with its points, those against with a minus. */
export function MatchReasons({ why }: { why: HitView['why'] }) {
  const t = useText();
  const reasons = why.map((reason) => ({
    ...reason,
    words: t(`match.${reason.code}` as MessageId, { person: reason.person ?? '', entry: reason.entry ?? '' }),
  }));
  const shown = fitting(reasons);
  const rest = reasons.filter((reason) => !shown.includes(reason)).map(({ words }) => words);
  const bars = reasons.length <= MOST_BARS;
  return (
    <ul className={styles.reasons} data-many={!bars}>
      {shown.map((reason) => (
        <li key={`${reason.code}${reason.words}`}>
          <span>{reason.words}</span>
          <b>{pointsText(reason.points)}</b>
          {bars && reason.points !== 0 && (
            <progress className={styles.bar} max={60} value={Math.abs(reason.points)} aria-hidden="true" />
          )}
        </li>
      ))}
      {rest.length > 0 && (
        <li title={rest.join('; ')}>
          <span>{t('why.more', { count: rest.length })}</span>
          <span className="hidden-text">{rest.join('; ')}</span>
        </li>
      )}
    </ul>
  );
}
