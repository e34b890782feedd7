import styles from './rest_work.module.css';

/** The reader from above, a document coming down face first. */
export function ReaderDrawing() {
  return (
    <svg viewBox="0 0 240 200" className={styles.drawing} aria-hidden="true" focusable="false">
      <rect x="1" y="68" width="238" height="130" rx="10" className={styles.body} />
      <rect x="25" y="86" width="190" height="90" rx="3" className={styles.glass} />
      <rect x="53" y="2" width="134" height="88" rx="4" className={styles.page} />
      <rect x="65" y="14" width="30" height="38" className={styles.glass} />
      <path d="M106 20h68M106 33h68M106 46h56M65 68h110M65 79h110" className={styles.page} />
      <path d="M120 104v44M103 131l17 18 17-18" className={styles.arrow} />
    </svg>
  );
}
