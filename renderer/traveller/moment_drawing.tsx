import type { Moment } from './moment.ts';
import styles from './traveller_screen.module.css';

/** A person who walks or stands, the counter, and the arrow between them; only the arrow and the legs differ. */
export function MomentDrawing({ moment }: { moment: Moment }) {
  const walks = moment === 'WELCOME' || moment === 'THANKS' || moment === 'CLOSED';
  return (
    <svg viewBox="0 0 600 600" aria-hidden="true" focusable="false">
      <circle cx="300" cy="300" r="290" className={styles.disc} />
      <g className={styles.person}>
        <circle cx="196" cy="176" r="32" className={styles.head} />
        <path d="M196 244v98" className={styles.trunk} />
        {walks ? (
          <path d="M194 256l-42 42-4 56M198 256l44 44 42-6M192 344l-30 62-56 52M200 344l48 46 6 74" />
        ) : (
          <path d="M190 256l-34 46v58M202 256l44 40 44-4M188 344l-6 120M204 344l6 120" />
        )}
      </g>
      <Counter moment={moment} />
      <Arrow moment={moment} />
    </svg>
  );
}

/** The counter with its officer, or empty and barred. */
function Counter({ moment }: { moment: Moment }) {
  return (
    <g className={styles.counter}>
      <path d="M376 464V330h132v134M352 464h182M360 330h164" />
      {moment === 'CLOSED' ? (
        <path d="M392 356l100 84M492 356l-100 84" className={styles.shut} />
      ) : (
        <>
          <circle cx="442" cy="214" r="28" className={styles.head} />
          <path d="M396 318q0-62 46-62t46 62" />
        </>
      )}
    </g>
  );
}

const ARROWS: Readonly<Record<Moment, string>> = {
  WELCOME: 'M300 150h92M354 112l38 38-38 38',
  WAIT: 'M300 150h0M346 150h0M392 150h0',
  THANKS: 'M300 150h92M354 112l38 38-38 38',
  CLOSED: 'M300 150h92M354 112l38 38-38 38',
  lost: 'M300 150h0M346 150h0M392 150h0',
};

function Arrow({ moment }: { moment: Moment }) {
  return <path d={ARROWS[moment]} className={styles.arrow} />;
}
