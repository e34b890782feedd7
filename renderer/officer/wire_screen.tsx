import type { Wire } from '../client/booth_client.ts';
import { Text } from '../i18n/text.tsx';
import { ListsCell } from '../lists/lists_cell.tsx';
import { Glyph } from '../ui/glyph.tsx';
import styles from './wire_screen.module.css';

/** While there is no booth behind the page: what happened and what comes next. Nothing of a case stays on the screen. */
export function WireScreen({ wire }: { wire: Wire }) {
  const refused = wire === 'refused';
  return (
    <div className={styles.screen}>
      <header className={styles.bar}>
        <ListsCell status={undefined} now={0} />
      </header>
      <main className={styles.middle}>
        <Glyph name={refused ? 'aborted' : 'running'} tone={refused ? 'quiet' : 'run'} size="large" />
        <div role="status">
          <h1>
            <Text id={refused ? 'wire.refused' : wire === 'lost' ? 'wire.lost' : 'wire.connecting'} />
          </h1>
          <p>
            <Text
              id={refused ? 'wire.refused.detail' : wire === 'lost' ? 'wire.lost.detail' : 'wire.connecting.detail'}
            />
          </p>
        </div>
      </main>
    </div>
  );
}
