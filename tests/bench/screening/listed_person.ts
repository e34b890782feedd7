import type { WatchlistEntry } from '../../../core/domain/screening/entry.ts';
import { LIST_SEED, personAt } from './population.ts';

/** The list that is measured: invented persons at the places from 0, published ones after them. */
export interface MeasuredList {
  readonly invented: number;
  readonly published: readonly WatchlistEntry[];
}

export function entryAt(list: MeasuredList, place: number): WatchlistEntry {
  const published = list.published[place - list.invented];
  return published ?? personAt(LIST_SEED, place).entry;
}

/** Every entry with its place, one at a time. */
export function* listed(list: MeasuredList): Generator<{ readonly place: number; readonly entry: WatchlistEntry }> {
  const persons = list.invented + list.published.length;
  for (let place = 0; place < persons; place++) yield { place, entry: entryAt(list, place) };
}
