import type { ReactElement } from 'react';
import type { SelfTestStepView } from '../../../contract/technician_view.ts';
import styles from './act_drawing.module.css';

type Act = SelfTestStepView['act'];

/** A desk reader seen from the front, on which something is laid. */
const reader = (
  <>
    <path d="M46 150h208l34 100H12z" className={styles.body} />
    <path d="M12 250h276v22H12z" className={styles.edge} />
    <path d="M84 166h132l16 66H68z" className={styles.glass} />
  </>
);
const down = <path d="M262 40v84M244 108l18 22 18-22" className={styles.arrow} />;

const DRAWINGS: Record<Act, ReactElement> = {
  NONE: (
    <>
      <rect x="60" y="60" width="180" height="120" rx="10" className={styles.body} />
      <path d="M84 124h34l14-34 26 66 18-44 10 12h30" className={styles.line} />
      <path d="M112 212h76M150 180v32" className={styles.line} />
    </>
  ),
  LAY_SPECIMEN: (
    <>
      {reader}
      <path d="M96 36h108l10 92 8 84H78l8-84z" className={styles.book} />
      <path d="M86 128h128" className={styles.line} />
      <circle cx="150" cy="76" r="20" className={styles.gold} />
      <path d="M104 180h92M102 194h96" className={styles.dashes} />
      {down}
    </>
  ),
  LAY_CHIP: (
    <>
      {reader}
      <rect x="82" y="92" width="136" height="88" rx="8" className={styles.book} />
      <rect x="100" y="116" width="30" height="24" rx="4" className={styles.gold} />
      <path d="M176 118q12 18 0 36M190 108q20 28 0 56" className={styles.white} />
      {down}
    </>
  ),
  SCAN_CODE: (
    <>
      <rect x="54" y="40" width="150" height="196" rx="8" className={styles.paper} />
      <path d="M78 70h102M78 88h70" className={styles.dashesDark} />
      {[0, 1, 2, 3, 4, 5].map((row) => (
        <path key={row} d={`M84 ${124 + row * 16}h92`} className={styles.code} strokeDashoffset={row * 23} />
      ))}
      <path d="M228 60l54 22-14 36-54-22z" className={styles.body} />
      <path d="M214 106l-30 46M224 114l-22 52" className={styles.beam} />
    </>
  ),
  PUT_FINGER: (
    <>
      <path d="M70 176h160l26 76H44z" className={styles.body} />
      <path d="M44 252h212v20H44z" className={styles.edge} />
      <ellipse cx="150" cy="208" rx="56" ry="24" className={styles.glass} />
      <path d="M118 20v120q0 62 32 62t32-62V20" className={styles.finger} />
      <path d="M134 176q16 14 32 0" className={styles.line} />
      {down}
    </>
  ),
  LOOK_AT_LIGHT: (
    <>
      <rect x="126" y="196" width="48" height="58" className={styles.edge} />
      <path d="M96 254h108v18H96z" className={styles.body} />
      {[0, 1, 2].map((place) => (
        <rect key={place} x="112" y={48 + place * 50} width="76" height="44" rx="8" className={styles.lamp} />
      ))}
      <path d="M92 70H60M96 42L72 22M208 70h32M204 42l24-20" className={styles.arrow} />
    </>
  ),
  WATCH_GATE: (
    <>
      <path d="M26 250h248" className={styles.line} />
      <rect x="40" y="120" width="46" height="130" rx="4" className={styles.body} />
      <rect x="214" y="120" width="46" height="130" rx="4" className={styles.body} />
      <path d="M86 150l44 18v66l-44-10zM214 150l-44 18v66l44-10z" className={styles.door} />
      <path d="M150 44v58M132 84l18 22 18-22" className={styles.arrow} />
    </>
  ),
};

/** The act a person does now, drawn with the real hardware's sides: nothing is mirrored in any language. */
export function ActDrawing({ act }: { act: Act }) {
  return (
    <svg viewBox="0 0 300 290" aria-hidden="true" focusable="false" data-act={act}>
      {DRAWINGS[act]}
    </svg>
  );
}
