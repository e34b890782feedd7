import { type ReactNode, useEffect, useId, useRef } from 'react';
import styles from './dialog.module.css';

/** A form over the lane. Esc goes back one level; Ctrl+Enter sends, Enter alone never does. */
export function Dialog({
  title,
  onClose,
  onSubmit,
  children,
  foot,
}: {
  title: string;
  onClose(): void;
  onSubmit(): void;
  children: ReactNode;
  foot: ReactNode;
}) {
  const id = useId();
  const element = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = element.current;
    if (dialog !== null && !dialog.open) dialog.showModal();
  }, []);
  return (
    <dialog
      ref={element}
      className={styles.dialog}
      aria-labelledby={id}
      onClose={onClose}
      // The close event comes later than the form is gone from sight: the next key must not meet a lane that still waits.
      onCancel={(event) => {
        event.preventDefault();
        event.currentTarget.close();
        onClose();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter') return;
        if (event.ctrlKey) onSubmit();
        // A reader that acts as a keyboard ends with Enter: it must not press the button that has the focus.
        if (event.ctrlKey || !(event.target instanceof HTMLTextAreaElement)) event.preventDefault();
      }}
    >
      <h2 id={id}>{title}</h2>
      <div className={styles.body}>{children}</div>
      <footer className={styles.foot}>{foot}</footer>
    </dialog>
  );
}
