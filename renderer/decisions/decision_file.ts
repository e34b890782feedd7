import type { DecisionsView, OverstayFileView, RefusalView } from '../../contract/decisions_view.ts';

/** One file of the page: a refusal or an overstay. */
export type DecisionFile =
  | { readonly kind: 'REFUSAL'; readonly file: RefusalView }
  | { readonly kind: 'OVERSTAY'; readonly file: OverstayFileView };

/** Since when a file waits, wall time in ms. */
export const openedAt = (one: DecisionFile): number =>
  one.kind === 'REFUSAL' ? one.file.proposed.at : one.file.opened.at;

/** Whether something of it is still to be decided or done. */
export const isOpen = (one: DecisionFile): boolean =>
  one.kind === 'REFUSAL' ? one.file.stage === 'PROPOSED' : one.file.closed === null;

/** Open ones first, the longest waiting before the others; then those that ended, as the booth gives them. */
export function filesOf({ refusals, overstays }: DecisionsView): readonly DecisionFile[] {
  const all: readonly DecisionFile[] = [
    ...refusals.map((file) => ({ kind: 'REFUSAL', file }) as const),
    ...overstays.map((file) => ({ kind: 'OVERSTAY', file }) as const),
  ];
  const open = all.filter(isOpen).toSorted((a, b) => openedAt(a) - openedAt(b));
  return [...open, ...all.filter((one) => !isOpen(one))];
}
