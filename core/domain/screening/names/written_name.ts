import type { EntryName } from '../entry.ts';

/** A name of an entry as one line. */
export function writtenName(name: EntryName): string {
  return name.full ?? [name.surname, name.givenNames].filter((part) => part).join(' ');
}
