import type { CaseFile } from '../ports/case_files.ts';

/**
 * Lets settled files leave memory: those closed before `since` (ms), and of the others all but the `most` last closed. Open
 * files stay, and so does what is `needed`. The store keeps every one of them.
 */
export function forgetSettled<T extends { readonly file: Pick<CaseFile, 'id' | 'closedAt'> }>(
  files: Map<string, T>,
  { since, most, needed = () => false }: { since: number; most: number; needed?: (one: T) => boolean },
): void {
  const settled = [...files.values()]
    .filter((one) => one.file.closedAt !== null && !needed(one))
    .sort((a, b) => (b.file.closedAt ?? 0) - (a.file.closedAt ?? 0));
  settled.forEach(({ file }, place) => {
    if (place >= most || (file.closedAt ?? 0) < since) files.delete(file.id);
  });
}
