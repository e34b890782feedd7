import type { ReactNode } from 'react';
import styles from './button.module.css';

/** A plain button. Closed ones stay focusable and say why, so they are never `disabled`. */
export function Button({
  children,
  onPress,
  strong = false,
  closed = false,
  pressed,
  testId,
  decides = false,
}: {
  children: ReactNode;
  onPress(): void;
  strong?: boolean;
  closed?: boolean;
  pressed?: boolean;
  testId?: string;
  /** What it does stands for good: a reader that acts as a keyboard must not press it with its Enter. */
  decides?: boolean;
}) {
  return (
    <button
      type="button"
      className={`${styles.button} ${strong ? styles.strong : ''} ${pressed === true ? styles.pressed : ''}`}
      aria-disabled={closed}
      aria-pressed={pressed}
      data-testid={testId}
      onKeyDown={(event) => {
        if (decides && event.key === 'Enter') event.preventDefault();
      }}
      onClick={() => {
        if (!closed) onPress();
      }}
    >
      {children}
    </button>
  );
}
