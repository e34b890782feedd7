import type { HitView } from '../../contract/lane_view.ts';
import type { MessageId } from '../i18n/preferences.tsx';
import { useText } from '../i18n/text.tsx';
import styles from './match_reasons.module.css';

/** Why the list answered: each reason as a sentence with its points. */
export function MatchReasons({ why }: { why: HitView['why'] }) {
  const t = useText();
  return (
    <ul className={styles.reasons}>
      {why.map((reason) => (
        <li key={`${reason.code}${reason.person ?? ''}${reason.entry ?? ''}`}>
          <span>
            {t(`match.${reason.code}` as MessageId, { person: reason.person ?? '', entry: reason.entry ?? '' })}
          </span>
          <b>
            {reason.points > 0 ? `+${Math.round(reason.points)}` : String(Math.round(reason.points)).replace('-', '−')}
          </b>
          {reason.points !== 0 && (
            <progress className={styles.bar} max={60} value={Math.abs(reason.points)} aria-hidden="true" />
          )}
        </li>
      ))}
    </ul>
  );
}
