import type { TrialView } from '../../../contract/technician_view.ts';
import { useBoothClock } from '../../client/use_booth_clock.ts';
import { useText } from '../../i18n/text.tsx';
import styles from './technician_attention.module.css';

const RADIUS = 40;
const AROUND = 2 * Math.PI * RADIUS;

/** The seconds left of a trial, as a number in a ring that empties. */
export function TrialRing({ trial, boothNow }: { trial: TrialView; boothNow: number }) {
  const t = useText();
  const now = useBoothClock(boothNow);
  const left = Math.max(0, trial.until - now);
  const seconds = Math.ceil(left / 1000);
  const share = left / Math.max(1, trial.until - trial.since);
  return (
    <svg viewBox="0 0 100 100" className={styles.ring} role="img" aria-label={t('tech.trial.left', { seconds })}>
      <circle cx="50" cy="50" r={RADIUS} className={styles.track} />
      <circle
        cx="50"
        cy="50"
        r={RADIUS}
        className={styles.left}
        strokeDasharray={`${share * AROUND} ${AROUND}`}
        transform="rotate(-90 50 50)"
      />
      <text x="50" y="58" className={styles.seconds}>
        {seconds}
      </text>
    </svg>
  );
}
