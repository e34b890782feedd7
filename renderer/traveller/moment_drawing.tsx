import type { Moment } from './moment.ts';
import styles from './traveller_screen.module.css';

const WALKS = 'M194 256l-42 42-4 56M198 256l44 44 42-6M192 344l-30 62-56 52M200 344l48 46 6 74';
const STANDS = 'M190 256l-34 46v58M202 256l44 40 44-4M188 344l-6 120M204 344l6 120';
const ARROW = 'M300 150h92M354 112l38 38-38 38';
const DOTS = 'M300 150h0M346 150h0M392 150h0';

/** What differs between the moments: how the person stands, and what stands above. Nothing tells of an outcome. */
const DRAWN: Readonly<Record<Moment, { readonly legs: string; readonly above: string | null }>> = {
  WELCOME: { legs: WALKS, above: ARROW },
  WAIT: { legs: STANDS, above: DOTS },
  THANKS: { legs: STANDS, above: null },
  CLOSED: { legs: WALKS, above: ARROW },
  lost: { legs: STANDS, above: DOTS },
};

/** A person, the counter with its officer, and the way between them; a closed counter is empty, pale and left behind. */
export function MomentDrawing({ moment }: { moment: Moment }) {
  const { legs, above } = DRAWN[moment];
  const closed = moment === 'CLOSED';
  return (
    <svg viewBox="0 0 600 600" aria-hidden="true" focusable="false">
      <circle cx="300" cy="300" r="290" className={styles.disc} />
      <g className={styles.person} transform={closed ? 'translate(184 0)' : undefined}>
        <circle cx="196" cy="176" r="32" className={styles.head} />
        <path d="M196 244v98" className={styles.trunk} />
        <path d={legs} />
      </g>
      <g className={styles.counter} data-closed={closed} transform={closed ? 'translate(-292 0)' : undefined}>
        <path d="M376 464V330h132v134M352 464h182M360 330h164" />
        {!closed && (
          <>
            <circle cx="442" cy="214" r="28" className={styles.head} />
            <path d="M396 318q0-62 46-62t46 62" />
          </>
        )}
      </g>
      {above !== null && (
        <path d={above} className={styles.arrow} transform={closed ? 'translate(124 0)' : undefined} />
      )}
    </svg>
  );
}
