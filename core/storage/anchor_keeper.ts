import type { ChainHead } from '../domain/audit/journal_chain.ts';
import { readAnchor, writeAnchor } from './journal_anchor.ts';
import type { JournalStore } from './journal_store.ts';

/** How long a burst of commits may go on before the anchor follows, milliseconds. */
const FOLLOW_AFTER_MS = 250;

/** A new journal is anchored before its first entry: from then on, an anchor that is absent has been taken away. */
function anchorNewJournal(directory: string, key: Buffer, journal: JournalStore): void {
  const head = journal.head();
  if (head.seq === 0 && readAnchor(directory, key).found === 'ABSENT') writeAnchor(directory, key, head);
}

/** An anchor that does not fit the journal is evidence: it is left as it was found, and verification goes on saying so. */
function stillHolds(directory: string, key: Buffer, journal: JournalStore): boolean {
  const anchor = readAnchor(directory, key);
  if (anchor.found !== 'SEALED') return false;
  return anchor.head.seq === 0 || journal.hashAt(anchor.head.seq) === anchor.head.hash;
}

export interface AnchorKeeper {
  follow(head: ChainHead): void;
  close(): void;
}

/** Keeps the anchor file behind the journal's end: soon after commits, and at the close. Throws file errors at the start only. */
export function anchorKeeper(directory: string, key: Buffer, journal: JournalStore): AnchorKeeper {
  anchorNewJournal(directory, key, journal);
  const holds = stillHolds(directory, key, journal);
  let waiting: ChainHead | null = null;
  let timer: NodeJS.Timeout | null = null;

  const write = () => {
    if (timer) clearTimeout(timer);
    timer = null;
    if (!waiting || !holds) return;
    try {
      writeAnchor(directory, key, waiting);
      waiting = null;
    } catch {
      // A full disk must not undo a commit that has been answered; the next commit tries again.
    }
  };

  // The end as found: a crash may have left the anchor behind.
  waiting = journal.head();
  write();
  return {
    follow(head) {
      waiting = head;
      if (!timer) timer = setTimeout(write, FOLLOW_AFTER_MS);
    },
    close: write,
  };
}
