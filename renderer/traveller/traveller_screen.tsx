import type { TravellerView } from '../../contract/traveller.ts';
import en from '../../resources/locales/en/traveller.json';
import vi from '../../resources/locales/vi/traveller.json';
import type { Moment } from './moment.ts';
import { MomentDrawing } from './moment_drawing.tsx';
import styles from './traveller_screen.module.css';

const LANGUAGES = [
  ['vi', vi],
  ['en', en],
] as const;

/**
 * The traveller's screen beside the counter. All moments share frame, colours, sizes and places, both languages stand
 * there together, and nothing on it depends on who stands before it or on what was decided.
 */
export function TravellerScreen({ lane, moment }: { lane: TravellerView['lane'] | null; moment: Moment }) {
  return (
    <div className={styles.screen} data-moment={moment}>
      <header className={styles.bar}>
        <strong>{lane?.id}</strong>
        {lane?.training === true && (
          <p className={styles.training}>
            {LANGUAGES.map(([code, words]) => (
              <span key={code} lang={code}>
                {words['traveller.training']}
              </span>
            ))}
          </p>
        )}
      </header>
      <div className={styles.card}>
        <MomentDrawing moment={moment} />
      </div>
      <main className={styles.words}>
        <div role="status" className={styles.both}>
          {LANGUAGES.map(([code, words]) => (
            <section key={code} lang={code}>
              <h1>{words[`traveller.${moment}`]}</h1>
              <p>{words[`traveller.${moment}.help`]}</p>
            </section>
          ))}
        </div>
      </main>
    </div>
  );
}
