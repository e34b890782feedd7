import { KeyCap } from './key_cap.tsx';
import styles from './tiles.module.css';

/** A tool of the left half. A closed one tells why to a pointer that rests on it and to a reader. */
export function ToolTile({
  cap,
  label,
  onPress,
  closed = false,
  why,
  pressed,
  testId,
}: {
  cap: string;
  label: string;
  onPress?(): void;
  closed?: boolean;
  why?: string;
  pressed?: boolean;
  testId?: string;
}) {
  return (
    <button
      type="button"
      className={styles.tool}
      aria-disabled={closed}
      aria-pressed={pressed}
      data-testid={testId}
      title={closed ? why : undefined}
      onClick={() => {
        if (!closed) onPress?.();
      }}
    >
      <kbd>{cap}</kbd>
      <span>{label}</span>
      {closed && why !== undefined && <span className="hidden-text">{why}</span>}
    </button>
  );
}

/** A decision. It never submits anything by Enter: a reader that acts as a keyboard sends Enter after every document. */
export function DecisionButton({
  cap,
  label,
  detail,
  open,
  strong = false,
  testId,
  onPress,
}: {
  cap: string;
  label: string;
  detail: string;
  open: boolean;
  strong?: boolean;
  testId: string;
  onPress(): void;
}) {
  return (
    <button
      type="button"
      className={`${styles.decision} ${strong ? styles.strong : ''}`}
      aria-disabled={!open}
      data-testid={testId}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.preventDefault();
      }}
      onClick={() => {
        if (open) onPress();
      }}
    >
      <KeyCap>{cap}</KeyCap>
      <span className={styles.words}>
        <b>{label}</b>
        <span>{detail}</span>
      </span>
    </button>
  );
}
