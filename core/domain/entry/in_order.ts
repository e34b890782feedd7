interface Dated {
  readonly direction: 'arrival' | 'departure';
  /** YYYY-MM-DD at the gate. */
  readonly date: string;
  /** Wall time in ms, where it is known. */
  readonly at?: number | null | undefined;
}

/**
 * Movements up to a day, oldest first. Within a day by the hour; where an hour is not known, so that coming and going take
 * turns: who came and left on one day has left, in whatever order the two were told.
 */
export function inOrder<M extends Dated>(movements: readonly M[], day: string): readonly M[] {
  const days = new Map<string, M[]>();
  for (const one of movements) if (one.date <= day) days.set(one.date, [...(days.get(one.date) ?? []), one]);
  const ordered: M[] = [];
  for (const date of [...days.keys()].sort()) {
    const ofDay = days.get(date) ?? [];
    const timed = ofDay.every(({ at }) => at != null);
    ordered.push(...(timed ? ofDay.sort((a, b) => (a.at ?? 0) - (b.at ?? 0)) : inTurns(ofDay, ordered.at(-1))));
  }
  return ordered;
}

/** Each after one of the other direction, as far as there are such. */
function inTurns<M extends Dated>(ofDay: readonly M[], before: M | undefined): readonly M[] {
  const left = [...ofDay];
  const ordered: M[] = [];
  while (left.length > 0) {
    const last = ordered.at(-1) ?? before;
    const wanted = last?.direction === 'arrival' ? 'departure' : 'arrival';
    const at = left.findIndex(({ direction }) => direction === wanted);
    ordered.push(...left.splice(Math.max(at, 0), 1));
  }
  return ordered;
}
