import type { ReactElement } from 'react';
import styles from './glyph.module.css';

/** Every shape of the status vocabulary; a shape alone tells the state, colour only repeats it. */
export type GlyphName =
  | 'passed'
  | 'failed'
  | 'undetermined'
  | 'running'
  | 'not-performed'
  | 'not-supported'
  | 'aborted'
  | 'to-resolve'
  | 'blocking'
  | 'information'
  | 'online'
  | 'offline'
  | 'shield'
  | 'shield-raised'
  | 'lists'
  | 'arrival'
  | 'departure'
  | 'paused'
  | 'lock';

const SHAPES: Record<GlyphName, ReactElement> = {
  passed: (
    <>
      <circle cx="10" cy="10" r="9" fill="currentColor" />
      <path d="M6 10.2l2.8 2.8L14 7.6" className={styles.cut} />
    </>
  ),
  failed: (
    <>
      <path d="M6.3 1h7.4L19 6.3v7.4L13.7 19H6.3L1 13.7V6.3z" fill="currentColor" />
      <path d="M7 7l6 6M13 7l-6 6" className={styles.cut} />
    </>
  ),
  undetermined: (
    <>
      <path d="M10 .6L19.4 10 10 19.4.6 10z" fill="currentColor" />
      <path d="M7.9 8.1c0-2.7 4.2-2.6 4.2 0 0 1.6-2.1 1.6-2.1 3.3M10 13.9v.2" className={styles.cut} />
    </>
  ),
  running: <path d="M10 2a8 8 0 1 1-8 8" className={styles.stroke} />,
  'not-performed': <circle cx="10" cy="10" r="8" className={styles.dashed} />,
  'not-supported': (
    <>
      <circle cx="10" cy="10" r="8" className={styles.thin} />
      <path d="M6.5 10h7" className={styles.thin} />
    </>
  ),
  aborted: (
    <>
      <rect x="2" y="2" width="16" height="16" rx="1" className={styles.thin} />
      <path d="M5.5 14.5l9-9" className={styles.thin} />
    </>
  ),
  'to-resolve': (
    <>
      <path d="M10 1.2L19.4 18H.6z" fill="currentColor" />
      <path d="M10 7.4v4.8M10 14.8v.3" className={styles.cut} />
    </>
  ),
  blocking: (
    <>
      <path d="M6.3 1h7.4L19 6.3v7.4L13.7 19H6.3L1 13.7V6.3z" fill="currentColor" />
      <path d="M5.8 10h8.4" className={styles.cut} />
    </>
  ),
  information: (
    <>
      <rect x="2" y="2" width="16" height="16" rx="2" className={styles.thin} />
      <path d="M10 9v5M10 6v.2" className={styles.thin} />
    </>
  ),
  online: (
    <>
      <path d="M1 10h4M15 10h4" className={styles.thin} />
      <circle cx="10" cy="10" r="4.5" fill="currentColor" />
    </>
  ),
  offline: <path d="M1 10h4l1.5-4M13.5 14L15 10h4M8 15l1-3M11 8l1-3" className={styles.stroke} />,
  shield: <path d="M10 1.5l7 2.5v5.5c0 4.5-3 7.5-7 9-4-1.5-7-4.5-7-9V4z" className={styles.thin} />,
  'shield-raised': (
    <>
      <path d="M10 1.5l7 2.5v5.5c0 4.5-3 7.5-7 9-4-1.5-7-4.5-7-9V4z" fill="currentColor" />
      <path d="M10 14V7M7 9.5l3-3 3 3" className={styles.cut} />
    </>
  ),
  lists: <path d="M2 5h1M2 10h1M2 15h1M7 5h11M7 10h11M7 15h11" className={styles.stroke} />,
  arrival: <path d="M1 10h12M9 5l5 5-5 5M18 3v14" className={styles.stroke} />,
  departure: <path d="M2 3v14M6 10h12M14 5l5 5-5 5" className={styles.stroke} />,
  paused: <path d="M6 3v14M14 3v14" className={styles.bars} />,
  lock: (
    <>
      <rect x="3" y="9" width="14" height="10" rx="2" fill="currentColor" />
      <path d="M6 9V6a4 4 0 0 1 8 0v3" className={styles.stroke} />
    </>
  ),
};

export type Tone = 'ok' | 'warn' | 'block' | 'run' | 'quiet' | 'ink';

/** A shape of the status vocabulary. It is decoration beside its word, so readers pass over it. */
export function Glyph({
  name,
  tone = 'quiet',
  size = 'small',
}: {
  name: GlyphName;
  tone?: Tone;
  size?: 'small' | 'large';
}) {
  const classes = [
    styles.glyph,
    styles[tone],
    size === 'large' ? styles.large : '',
    name === 'running' ? styles.turning : '',
  ];
  return (
    <svg viewBox="0 0 20 20" className={classes.join(' ')} aria-hidden="true" focusable="false">
      {SHAPES[name]}
    </svg>
  );
}
