import { useEffect, useState } from 'react';
import type { LogEntry } from '../../contract/technician_view.ts';
import type { Commands } from './use_commands.ts';

/** The maintenance log, newest first, a page at a time. */
export interface Log {
  readonly entries: readonly LogEntry[] | null;
  /** Nothing older is there. */
  readonly whole: boolean;
  older(): void;
  addNote(text: string): void;
}

/** @param moment changes when something was written that the log should show. */
export function useLog(
  { run, call }: Pick<Commands, 'run' | 'call'>,
  shown: boolean,
  moment: string,
  first: readonly LogEntry[] | null = null,
): Log {
  const [entries, setEntries] = useState(first);
  const [whole, setWhole] = useState(false);
  const [notes, setNotes] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: read anew whenever something was written
  useEffect(() => {
    if (!shown) return;
    let left = false;
    void run(call.log({ before: null })).then((answer) => {
      if (left || answer === null) return;
      setEntries(answer);
      setWhole(answer.length === 0);
    });
    return () => {
      left = true;
    };
  }, [shown, moment, notes, call]);
  const older = () => {
    const last = entries?.at(-1);
    if (entries === null || last === undefined) return;
    void run(call.log({ before: last.seq })).then((answer) => {
      if (answer === null) return;
      setEntries([...entries, ...answer]);
      setWhole(answer.length === 0);
    });
  };
  const addNote = (text: string) => {
    void run(call.addNote({ text })).then((answer) => {
      if (answer !== null) setNotes((before) => before + 1);
    });
  };
  return { entries, whole, older, addNote };
}
