import type { PresentPosture } from '../../contract/posture_view.ts';
import { clockText } from '../i18n/formats.ts';
import { Text, useText } from '../i18n/text.tsx';
import { Glyph } from '../ui/glyph.tsx';
import styles from '../ui/top_bar.module.css';

/** The posture of the top bar: the strongest word, until when, and how many more there are; their names for a reader. */
export function PostureCell({
  posture,
  timeZone,
  short = false,
}: {
  posture: Pick<PresentPosture, 'profile' | 'until' | 'others'>;
  timeZone: string;
  /** Where a bar has no room: the shape alone while all is normal, else the word without its label. A reader hears both. */
  short?: boolean;
}) {
  const t = useText();
  const { profile, until, others } = posture;
  const raised = profile !== 'NORMAL';
  const names = others.map((one) => t(`posture.${one.profile}`)).join(', ');
  return (
    <div className={styles.cell} data-posture={profile}>
      <Glyph name={raised ? 'shield-raised' : 'shield'} tone={raised ? 'warn' : 'quiet'} />
      <span className={short ? 'hidden-text' : styles.quiet}>
        <Text id="top.posture" />
      </span>
      <b className={short && !raised ? 'hidden-text' : undefined}>
        <Text id={`posture.${profile}`} />
      </b>
      {until !== null && (
        <span className={styles.quiet}>
          <Text id="posture.untilShort" values={{ time: clockText(until, timeZone).slice(0, 5) }} />
        </span>
      )}
      {others.length > 0 && (
        <span className={styles.quiet} title={names}>
          +{others.length}
          <span className="hidden-text">{names}</span>
        </span>
      )}
    </div>
  );
}
