import type { LaneView } from '../../contract/lane_view.ts';
import { useFormats } from '../i18n/formats.ts';
import { Text } from '../i18n/text.tsx';
import { Glyph } from './glyph.tsx';
import styles from './top_bar.module.css';

/** Whether the central system is reached, and since when not. */
export function ConnectionCell({ connection, now }: { connection: LaneView['connection']; now: number }) {
  const { age } = useFormats();
  const offline = connection.state === 'OFFLINE';
  return (
    <div className={styles.cell}>
      <Glyph name={offline ? 'offline' : 'online'} tone={offline ? 'warn' : 'quiet'} />
      <b>
        <Text id={`connection.${connection.state}`} />
      </b>
      {offline && <span className={styles.quiet}>{age(now - connection.since)}</span>}
    </div>
  );
}
