import type { HitView } from '../../contract/lane_view.ts';
import type { FieldComparison } from '../domain/screening/compare_fields.ts';
import type { Hit } from '../domain/screening/entry.ts';

/** The reasons of a hit, as every window gets them. */
export function whyView(hit: Hit): HitView['why'] {
  return hit.why.map(({ code, points, person, entry }) => ({
    code,
    points,
    person: person ?? null,
    entry: entry ?? null,
  }));
}

/** The person beside the entry, as every window gets it. */
export function fieldViews(fields: readonly FieldComparison[]): HitView['fields'] {
  return fields.map((field) => ({
    ...field,
    differing: {
      person: field.differing.person.map(({ start, end }) => [start, end]),
      entry: field.differing.entry.map(({ start, end }) => [start, end]),
    },
  }));
}
