import type { BoothView } from '../../contract/session.ts';
import type { BoothClient } from '../client/booth_client.ts';
import { useBoothClock } from '../client/use_booth_clock.ts';
import { clockText } from '../i18n/formats.ts';
import { Text } from '../i18n/text.tsx';
import { ListsCell } from '../lists/lists_cell.tsx';
import { PostureCell } from '../posture/posture_cell.tsx';
import { Glyph } from '../ui/glyph.tsx';
import { KeyCap } from '../ui/key_cap.tsx';
import { TrainingBand } from '../ui/training_band.tsx';
import { useLoginKeys } from './keys/use_login_keys.ts';
import { LoginForm } from './login_form.tsx';
import styles from './login_screen.module.css';
import { SelfCheck } from './self_check.tsx';

/** A08: number and PIN, and whether the booth is fit to work. No case is on this screen, open or not. */
export function LoginScreen({ booth, client }: { booth: BoothView; client: BoothClient }) {
  const now = useBoothClock(booth.now);
  useLoginKeys();
  const offline = booth.connection.state === 'OFFLINE';
  return (
    <div className={styles.screen}>
      <header className={styles.bar}>
        <span className={styles.cell}>
          <strong>{booth.lane.id}</strong> <Text id="login.locked" />
        </span>
        <span className={styles.free}>{booth.lane.training && <TrainingBand />}</span>
        <PostureCell posture={booth.posture} timeZone={booth.lane.timeZone} />
        <span className={styles.cell}>
          <Glyph name={offline ? 'offline' : 'online'} tone={offline ? 'warn' : 'quiet'} />
          <b>
            <Text id={`connection.${booth.connection.state}`} />
          </b>
        </span>
        <span className={styles.cell}>
          <ListsCell status={booth.lists} now={now} />
        </span>
        <time className={styles.clock}>{clockText(now, booth.lane.timeZone)}</time>
      </header>
      <main className={styles.middle}>
        <LoginForm booth={booth} client={client} />
        <SelfCheck booth={booth} now={now} />
      </main>
      <footer className={styles.foot}>
        <span>
          <Text id="login.journalled" /> <KeyCap>Ctrl L</KeyCap>
        </span>
        <span>
          Border Booth {booth.version}
          {booth.lane.training && (
            <>
              {' · '}
              <Text id="login.invented" />
            </>
          )}
        </span>
      </footer>
    </div>
  );
}
