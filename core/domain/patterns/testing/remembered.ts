import type { SightingsByKey } from '../gather.ts';
import { type Candidate, newestFirst } from '../neighbourhood.ts';
import { allKeys, type Key, type Sighting } from '../sighting.ts';
import type { KeyOf } from '../sighting_of.ts';

/** Sightings in memory: what the store is held to in tests, and its peer in the benchmark. */
export class Remembered implements SightingsByKey {
  readonly #byKey = new Map<Key, Sighting[]>();

  add({ seen, keys }: Candidate): void {
    for (const key of allKeys(keys)) {
      const held = this.#byKey.get(key);
      if (held === undefined) this.#byKey.set(key, [seen]);
      else insert(held, seen);
    }
  }

  under(key: Key, until: number, but: number, limit: number): readonly Sighting[] {
    const held = this.#byKey.get(key) ?? [];
    const found: Sighting[] = [];
    for (let at = held.length - 1; at >= 0 && found.length < limit; at--) {
      const one = held[at] as Sighting;
      if (one.at <= until && one.crossing !== but) found.push(one);
    }
    return found;
  }
}

/** Oldest first; crossings come nearly in order. */
function insert(held: Sighting[], seen: Sighting): void {
  let place = held.length;
  while (place > 0 && newestFirst(held[place - 1] as Sighting, seen) < 0) place -= 1;
  held.splice(place, 0, seen);
}

/** Keys by number, for where nothing has to be hidden. */
export function countedKeys(): KeyOf {
  const known = new Map<string, Key>();
  return (kind, text) => {
    const name = `${kind}\n${text}`;
    const key = known.get(name) ?? known.size + 1;
    known.set(name, key);
    return key;
  };
}
