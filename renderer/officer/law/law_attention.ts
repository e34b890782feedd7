import type { ClearanceView } from '../../../contract/lane_view.ts';
import { dateText } from '../../i18n/formats.ts';
import type { Sentence } from '../../i18n/sentence.ts';
import type { Translate } from '../../i18n/text.tsx';
import { type Attention, said } from '../../ui/attention.ts';
import { type Law, lacksBasis, missingSentence, reasonSentence } from './law_words.ts';

/** Checks whose answer is the law's: where one of them is the first open point, the law's own words say more. */
const CHECKS_OF_LAW: readonly string[] = ['ENTRY_CONDITIONS', 'PAIRING', 'COMPANION'];

/** What follows from a suspended exit, found on a list, or from a citizen's expired document is the law's to say. */
const isOfTheLaw = (check: string, { reasons }: Law): boolean =>
  CHECKS_OF_LAW.includes(check) ||
  (check === 'VALIDITY' && reasons.includes('LEGAL_CITIZEN_ADMITTED')) ||
  (check === 'LOCAL_LISTS' && (reasons[0] ?? '').startsWith('LEGAL_SUSPENDED'));

/** A sentence in which another stands, such as the reason of a proposal. */
export interface LawAttention extends Attention {
  /** Sentences whose words fill gaps of `head` and `detail`. */
  readonly within?: Readonly<Record<string, Sentence>>;
}

/** What the law holds against clearing, in the words of Z3; null where it holds nothing or was not asked. */
export function lawAttention(clearance: ClearanceView): LawAttention | null {
  const { law } = clearance;
  const point = clearance.openPoints.find(({ severity }) => severity !== 'INFORMATION');
  if (law === null || (point !== undefined && !isOfTheLaw(point.check, law))) return null;
  const dealtWith = clearance.facts.handled !== null && law.reasons.includes('LEGAL_CITIZEN_ADMITTED');
  switch (law.outcome) {
    case 'propose-refusal':
      return proposal(law);
    case 'not-permitted-to-exit':
      return notPermitted(clearance, law);
    case 'overstay-procedure':
      return clearance.overstay?.state === 'SETTLED' ? settled(law) : overstayed(law);
    case 'refer':
      return dealtWith && point === undefined ? null : referred(law);
    default:
      return point === undefined ? null : referred(law);
  }
}

function proposal(law: Law): LawAttention {
  if (lacksBasis(law)) {
    const told = law.bases.find(({ reason }) => reason !== null && reason !== 'NOTHING_PRESENTED');
    const tried = law.bases.length;
    if (told?.reason == null || told.reason === 'NOT_ON_LIST')
      return said('undetermined', 'warn', 'law.noBasis', 'law.noBasis.detail', { tried });
    return {
      ...said('undetermined', 'warn', 'law.noBasis', 'law.noBasis.told', { others: tried - 1 }),
      within: { reason: reasonSentence(told.reason) },
    };
  }
  const reason = reasonSentence(law.reasons[0] ?? '');
  return { glyph: 'undetermined', tone: 'warn', head: reason, detail: { id: 'law.refusal.detail' } };
}

function notPermitted({ hits }: ClearanceView, law: Law): LawAttention {
  const reason = reasonSentence(law.reasons[0] ?? '');
  const suspended = (law.reasons[0] ?? '').startsWith('LEGAL_SUSPENDED');
  const order = hits.find(({ listKind, answer }) => listKind === 'EXIT_SUSPENSION' && answer !== 'DIFFERENT');
  const informed = order?.personInformed ?? null;
  const told: Sentence = {
    id: informed === null ? 'compare.notRecorded' : informed ? 'word.yes' : 'word.no',
  };
  return {
    ...said('undetermined', 'warn', 'law.exit', suspended ? 'law.exit.suspended' : 'law.exit.detail'),
    within: { reason, informed: told },
  };
}

/** The days from which an overstay is the head of unit's: those of the first tier at which expulsion is possible. */
export function headFrom({ overstay }: Law): number | null {
  return overstay?.tiers.find(({ expulsionPossible }) => expulsionPossible)?.fromDays ?? null;
}

function overstayed(law: Law): LawAttention {
  const { overstay } = law;
  const from = headFrom(law);
  const days = overstay?.daysOver ?? 0;
  return said(
    'undetermined',
    'warn',
    'law.overstay',
    from !== null && days >= from ? 'law.overstay.head' : 'law.overstay.here',
    { count: days, from: from ?? 0 },
  );
}

const settled = ({ overstay }: Law): LawAttention =>
  said('passed', 'ok', 'law.overstay.settled', 'law.overstay.settled.detail', { count: overstay?.daysOver ?? 0 });

function referred(law: Law): LawAttention {
  const [reason] = law.reasons;
  const [missing] = law.missingFacts;
  const count = law.missingFacts.length;
  if (missing !== undefined && (reason === undefined || isAboutMissing(reason)))
    return {
      ...said('undetermined', 'warn', 'law.missing', count > 1 ? 'law.missing.more' : 'law.missing.detail', { count }),
      within: { fact: missingSentence(missing) },
    };
  return {
    glyph: 'to-resolve',
    tone: 'warn',
    head: reasonSentence(reason ?? ''),
    detail: law.reasons.includes('LEGAL_CITIZEN_ADMITTED')
      ? { id: 'law.refer.citizen' }
      : { id: count > 0 ? 'law.refer.facts' : 'law.refer.detail', values: { count } },
  };
}

/** Reasons that only say that a fact is wanting. */
const isAboutMissing = (reason: string): boolean => reason === 'MOVE_NO_OPEN_ENTRY';

/** Where nothing is open: how long the person may stay, and how that is counted. */
export function stayAttention({ law }: ClearanceView): Attention | null {
  const stay = law?.outcome === 'clear' ? law.stay : null;
  if (stay == null) return null;
  return said('passed', 'ok', 'law.until', stay.entryDayCounts ? 'law.until.counted' : 'law.until.notCounted', {
    day: dateText(stay.until),
    count: stay.days,
  });
}

/** The words of an attention, with the sentences that stand within others put in. */
export function wordsOf({ head, detail, within = {} }: LawAttention, t: Translate): readonly [string, string] {
  const parts = Object.fromEntries(Object.entries(within).map(([gap, one]) => [gap, t(one.id, one.values)]));
  return [t(head.id, { ...head.values, ...parts }), t(detail.id, { ...detail.values, ...parts })];
}
