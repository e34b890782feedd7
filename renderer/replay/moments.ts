import type { ReplayedCase, ReplayMoment } from '../../contract/replay_view.ts';
import { CHECK_IDS, type CheckId } from '../../core/domain/clearance/check.ts';

/** A check at one moment of a case: what was known of it then, or when it would be. */
export interface CheckThen {
  readonly check: CheckId;
  /** The entry that gave its result by then; null: not yet. */
  readonly known: ReplayMoment | null;
  /** For what is not known yet: the entry that will give it; null: none does. */
  readonly comes: ReplayMoment | null;
}

/** The sixteen checks as they stood with the entry at this place, in their fixed order. A second reading begins them anew. */
export function checksAt(moments: readonly ReplayMoment[], place: number): readonly CheckThen[] {
  const until = moments.slice(0, place + 1);
  const since = until.findLastIndex(({ resetsChecks }) => resetsChecks);
  return CHECK_IDS.map((id) => {
    const known = until.slice(since + 1).findLast(({ check }) => check?.check === id) ?? null;
    const comes = known === null ? (moments.slice(place + 1).find(({ check }) => check?.check === id) ?? null) : null;
    return { check: id, known, comes };
  });
}

const DECISIONS = ['CLEARED', 'REFERRED', 'REFUSAL_PROPOSED', 'ABANDONED'];
const MARKS = ['DOCUMENT_READ', 'LIST_CONSULTED', 'FACTS_KNOWN', 'LAW_ANSWERED'] as const;

/** What stands at a place of the time line. */
export type MarkName = (typeof MARKS)[number] | 'decision' | 'afterwards';

export interface Mark {
  readonly name: MarkName;
  /** 0 at the opening, 1 at the end of the line. */
  readonly share: number;
}

/** Of the entries of a case: how far each stands along the line; later views and remarks stand at its end. */
export function shareOf(
  { openedAt, closedAt }: Pick<ReplayedCase, 'openedAt' | 'closedAt'>,
  moment: ReplayMoment,
): number {
  const length = Math.max(1, closedAt - openedAt);
  return moment.afterwards ? 1 : Math.min(0.94, (moment.at / length) * 0.94);
}

function nameOf({ event, afterwards }: ReplayMoment): MarkName | null {
  if (afterwards) return 'afterwards';
  if (DECISIONS.includes(event)) return 'decision';
  return MARKS.find((one) => one === event) ?? null;
}

/** Names along the line, each once and none upon another of the same row. */
export function marksOf(
  replayed: Pick<ReplayedCase, 'openedAt' | 'closedAt' | 'moments'>,
): readonly (readonly Mark[])[] {
  const rows: Mark[][] = [[], []];
  const said = new Set<MarkName>();
  for (const moment of replayed.moments) {
    const name = nameOf(moment);
    if (name === null || said.has(name)) continue;
    said.add(name);
    const mark = { name, share: shareOf(replayed, moment) };
    const row = rows.find((one) => mark.share - (one.at(-1)?.share ?? -1) > 0.14);
    row?.push(mark);
  }
  return rows;
}
