import type { CheckId } from '../clearance/check.ts';
import type { HitAnswer } from '../clearance/clearance.ts';
import type { RefusedWhy } from './event.ts';
import type { Confirmation, SecondLineFile, SecondLineOutcome, SeenEntry } from './file.ts';

/** What is said of an entry now: the second line's word, else the counter's. */
export function answerOf(file: SecondLineFile, entry: SeenEntry): HitAnswer | null {
  return file.comparisons.findLast((one) => one.entry === entry.name)?.answer ?? entry.answer;
}

/** The newest question to the owner of an entry, or null. */
export function confirmationOf(file: SecondLineFile, entry: string): Confirmation | null {
  return file.confirmations.findLast((one) => one.entry === entry) ?? null;
}

/** An entry no longer stands in the way: told apart, or its owner says that it does not mean this person. */
function isResolved(file: SecondLineFile, entry: SeenEntry): boolean {
  const denied = confirmationOf(file, entry.name)?.answer?.result === 'DENIED';
  return entry.toldApart || denied || answerOf(file, entry) === 'DIFFERENT';
}

/** Entries that stand in the way of letting the person pass. */
export const openEntries = (file: SecondLineFile): readonly SeenEntry[] =>
  file.entries.filter((entry) => !isResolved(file, entry));

/** Checks of the counter that the second line has not found in order. */
export function openDoubts(file: SecondLineFile): readonly CheckId[] {
  const last = (check: CheckId) => file.rechecks.findLast((one) => one.check === check)?.result ?? null;
  const failedHere = file.rechecks.map(({ check }) => check).filter((check) => last(check) === 'FAILED');
  return [...new Set([...file.doubts.filter((check) => last(check) !== 'PASSED'), ...failedHere])];
}

function whyNotClear(file: SecondLineFile): RefusedWhy[] {
  const why: RefusedWhy[] = [];
  const asked = file.confirmations.filter((one) => confirmationOf(file, one.entry) === one);
  if (asked.some(({ answer }) => answer === null)) why.push('CONFIRMATION_OPEN');
  if (asked.some(({ answer }) => answer?.result === 'CONFIRMED')) why.push('CONFIRMATION_STANDS');
  const open = openEntries(file);
  if (open.some((entry) => answerOf(file, entry) === 'SAME')) why.push('SAME_PERSON');
  if (open.some((entry) => answerOf(file, entry) !== 'SAME')) why.push('ENTRIES_OPEN');
  if (file.overstayOpen) why.push('OVERSTAY_OPEN');
  if (openDoubts(file).length > 0) why.push('CHECKS_IN_DOUBT');
  return why;
}

/** Why an outcome is closed for the officer who works on the file, most pressing first; empty when it is open. */
export function whyClosed(file: SecondLineFile, kind: SecondLineOutcome['kind'], officer: string): RefusedWhy[] {
  if (file.stage === 'CLOSED') return ['CLOSED'];
  if (file.taken === null) return ['NOT_TAKEN'];
  if (file.taken.by !== officer) return ['LOCKED'];
  if (kind === 'CLEARED') return whyNotClear(file);
  if (kind !== 'REFUSAL_PROPOSED') return [];
  // A refusal of entry is for foreigners who arrive (Law 47/2014/QH13 Art 21); a citizen is always admitted.
  if (file.citizen) return ['NOT_FOR_CITIZENS'];
  return file.direction === 'DEPARTURE' ? ['NOT_AT_DEPARTURE'] : [];
}
