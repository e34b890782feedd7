import type { HitView } from '../../contract/hit_view.ts';
import type { Role } from '../domain/access/role.ts';
import type { Clearance, RecordedHit } from '../domain/clearance/clearance.ts';
import { secondPersonFor } from '../domain/clearance/who_answers.ts';
import { compareFields, type FieldComparison } from '../domain/screening/compare_fields.ts';
import { daysLeft } from '../domain/screening/days.ts';
import type { Hit } from '../domain/screening/entry.ts';
import { writtenName } from '../domain/screening/names/written_name.ts';
import { queryOf } from './list_check.ts';

/** What the view of a hit depends on beside the clearance: the day, who looks, and how long an answer would last. */
export interface HitViewer {
  readonly day: string;
  readonly roles: readonly Role[];
  readonly rememberedUntil: string | null;
}

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

function exclusionOf({ exclusion }: RecordedHit): HitView['exclusion'] {
  if (exclusion === null) return null;
  const { standing, decidedAt, decidedBy, confirmedBy, lastDay } = exclusion;
  return { standing, decidedAt, decidedBy, confirmedBy, lastDay };
}

/** An entry as an officer compares it with the person at the desk. */
export function hitView(clearance: Clearance, recorded: RecordedHit, viewer: HitViewer): HitView {
  const { hit, strongDifferences } = recorded;
  const { entry, matchClass } = hit;
  const fields = fieldViews(compareFields(queryOf(clearance.document, viewer.day), entry));
  const shown = fields.find((field) => field.field === 'NAME')?.entry ?? null;
  return {
    hit: recorded.name,
    listKind: hit.listKind,
    list: hit.list,
    listVersion: hit.listVersion,
    listAsOf: recorded.listAsOf,
    matchClass,
    score: hit.score,
    threshold: hit.threshold,
    why: whyView(hit),
    fields,
    otherNames: [...new Set(entry.names.map(writtenName))].filter((name) => name !== shown),
    authority: entry.authority ?? null,
    decision: entry.decision ?? null,
    decisionDate: entry.decisionDate ?? null,
    legalGround: entry.legalGround ?? null,
    validTo: entry.validTo ?? null,
    daysLeft: entry.validTo === undefined ? null : daysLeft(entry.validTo, viewer.day),
    personInformed: entry.personInformed ?? null,
    action: entry.action === undefined || entry.action === 'DISCREET' ? 'REFER' : entry.action,
    answer: recorded.answer,
    answeredBy: recorded.answeredBy,
    confirmedBy: recorded.confirmedBy,
    strongDifferences,
    secondPerson: secondPersonFor({ strongDifferences, matchClass }, viewer.roles),
    exclusion: exclusionOf(recorded),
    rememberedUntil: viewer.rememberedUntil,
  };
}
