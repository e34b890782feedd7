import type { Explanation, PairingExplained } from '../entry/explanation.ts';
import type { CheckId, CheckOutcome, ReasonCode } from './check.ts';
import type { Clearance } from './clearance.ts';
import type { LawAnswer } from './law_answer.ts';
import type { TravelFacts } from './travel_facts.ts';

/** Why the law keeps Clear closed; in each case the officer has another way to go on. */
export type LawClosedWhy = 'NO_BASIS' | 'NOT_PERMITTED_TO_EXIT' | 'LAW_REFERS' | 'OVERSTAY_OPEN' | 'FACTS_MISSING';

/** The checks that the law answers, always all three. */
export const LAW_CHECKS: readonly CheckId[] = ['COMPANION', 'PAIRING', 'ENTRY_CONDITIONS'];

type Judged = Pick<Clearance, 'law' | 'overstay' | 'travel'>;

/**
 * A citizen is never refused: whose document does not meet the conditions is dealt with for that and is then admitted
 * (Law 49/2019/QH14 Art 35(2)(c)). The officer says how it was dealt with.
 */
function isHandled({ travel }: Judged, { verdict }: LawAnswer): boolean {
  return travel.handled !== null && verdict.reasons.includes('LEGAL_CITIZEN_ADMITTED');
}

/** What was settled are the days of its file: more of them, known since, are an overstay of their own. */
function isSettled({ overstay }: Pick<Judged, 'overstay'>, { verdict }: LawAnswer): boolean {
  return overstay?.state === 'SETTLED' && (verdict.daysOver ?? 0) <= overstay.daysOver;
}

/** What the law says now that an overstay is settled or a citizen's matter dealt with. */
function outcomeOf(judged: Judged, law: LawAnswer): LawAnswer['verdict']['outcome'] {
  const { outcome } = law.verdict;
  if (outcome === 'overstay-procedure' && isSettled(judged, law)) return law.explanation.apartFromOverstay;
  return outcome === 'refer' && isHandled(judged, law) ? 'clear' : outcome;
}

/** Only facts are wanting: once they are stated the law may well say yes. */
function onlyFactsMissing({ verdict, explanation }: LawAnswer): boolean {
  return explanation.decisive.length > 0 && !verdict.reasons.some(isGrave);
}

/** Reasons that are told without speaking against anybody. */
const MILD: readonly ReasonCode[] = [
  'LIST_LAPSED',
  'LEGAL_SPECIAL_PERMISSION',
  'LEGAL_ESCORTED',
  'DOC_ONE_ONLY',
  'LEGAL_OVERSTAY',
];
const isGrave = (reason: ReasonCode): boolean => !MILD.includes(reason);

/** What of the law keeps Clear closed; null when nothing does, or when the rules were not asked yet. */
export function lawCloses(judged: Judged): LawClosedWhy | null {
  const { law } = judged;
  if (law === null) return null;
  switch (outcomeOf(judged, law)) {
    case 'propose-refusal':
      return 'NO_BASIS';
    case 'not-permitted-to-exit':
      return 'NOT_PERMITTED_TO_EXIT';
    case 'overstay-procedure':
      return 'OVERSTAY_OPEN';
    case 'refer':
      return onlyFactsMissing(law) ? 'FACTS_MISSING' : 'LAW_REFERS';
    default:
      return null;
  }
}

/** A file may be opened for an overstay that the law found, once at a time. */
export function mayFileOverstay({ law, overstay }: Pick<Clearance, 'law' | 'overstay'>): boolean {
  if (law === null || (law.verdict.daysOver ?? 0) === 0) return false;
  return overstay?.state !== 'OPEN' && !isSettled({ overstay }, law);
}

type Line = Pick<CheckOutcome, 'result' | 'reason' | 'severity'>;
const line = (result: Line['result'], reason: Line['reason'], severity: Line['severity']): Line => ({
  ...{ result, reason, severity },
});

function conditionsLine(judged: Judged, law: LawAnswer): Line {
  const { verdict } = law;
  const [first = null] = verdict.reasons;
  switch (outcomeOf(judged, law)) {
    case 'clear':
      if (verdict.outcome === 'overstay-procedure') return line('PASSED', 'LEGAL_OVERSTAY_SETTLED', 'INFORMATION');
      if (verdict.outcome === 'refer') return line('PASSED', 'LEGAL_CITIZEN_ADMITTED', 'INFORMATION');
      if (first !== null) return line('PASSED', first, 'INFORMATION');
      // The officer asks for the visa of the destination; not having asked stops nobody (Law 49/2019/QH14 Art 33(1)(b)).
      return verdict.missingFacts?.includes('basis.destinationAdmission') === true
        ? line('PASSED', 'LEGAL_DESTINATION_TO_ASK', 'INFORMATION')
        : line('PASSED', null, 'NONE');
    case 'refer':
      if (onlyFactsMissing(law)) return line('UNDETERMINED', 'FACTS_MISSING', 'TO_RESOLVE');
      return line('UNDETERMINED', verdict.reasons.find(isGrave) ?? 'FACTS_MISSING', 'TO_RESOLVE');
    default:
      return line('FAILED', first, 'BLOCKING');
  }
}

function companionLine(company: Explanation['company']): Line {
  switch (company) {
    case 'PROVEN':
      return line('PASSED', null, 'NONE');
    case 'UNPROVEN':
      return line('UNDETERMINED', 'COMPANION_UNPROVEN', 'TO_RESOLVE');
    case 'MISSING':
      return line('FAILED', 'LEGAL_MINOR_ALONE', 'BLOCKING');
    case 'UNKNOWN':
      return line('UNDETERMINED', 'FACTS_MISSING', 'TO_RESOLVE');
    case 'NOT_NEEDED':
      return line('NOT_PERFORMED', 'NOT_NEEDED', 'NONE');
  }
}

const UNPAIRED: Partial<Record<PairingExplained['state'], ReasonCode>> = {
  OPEN_ENTRY: 'MOVE_OPEN_ENTRY_EXISTS',
  NO_ENTRY: 'MOVE_NO_OPEN_ENTRY',
  NO_EXIT: 'MOVE_NO_EXIT',
};

/** Never closes anything by itself: what follows from it in law stands in the entry conditions. */
function pairingLine(pairing: PairingExplained, { sources }: TravelFacts): Line {
  const { state, usedTwice, identityChanged, documentChanged } = pairing;
  if (usedTwice) return line('UNDETERMINED', 'MOVE_USED_TWICE', 'TO_RESOLVE');
  const unpaired = UNPAIRED[state];
  if (unpaired !== undefined) return line('UNDETERMINED', unpaired, 'TO_RESOLVE');
  if (identityChanged) return line('UNDETERMINED', 'MOVE_IDENTITY_CHANGED', 'TO_RESOLVE');
  if (state === 'UNKNOWN') {
    const timedOut = sources.some((one) => one.source === 'MOVEMENTS' && one.state === 'TIMEOUT');
    return timedOut
      ? line('ABORTED', 'SOURCE_TIMEOUT', 'INFORMATION')
      : line('NOT_PERFORMED', 'SOURCE_NOT_CONNECTED', 'NONE');
  }
  return documentChanged ? line('PASSED', 'MOVE_DOCUMENT_CHANGED', 'INFORMATION') : line('PASSED', null, 'NONE');
}

/** An expired document closes nothing by itself where a citizen comes home: the law has the say. */
export function validityIsTheLaws({
  document,
  direction,
  checks,
}: Pick<Clearance, 'document' | 'direction' | 'checks'>): boolean {
  const { VALIDITY } = checks;
  return (
    document.citizen && direction === 'ARRIVAL' && typeof VALIDITY !== 'string' && VALIDITY.reason === 'DOC_EXPIRED'
  );
}

/** Puts the lines of companion, pairing and entry conditions in step with the law's answer and what followed from it. */
export function withLawLines(clearance: Clearance): Clearance['checks'] {
  const { law, checks, travel } = clearance;
  if (law === null) return checks;
  const { pairing, company } = law.explanation;
  const told = { source: 'LOCAL', dataVersion: law.rules.version, durationMs: law.durationMs } as const;
  const { VALIDITY } = checks;
  const dealtWith = validityIsTheLaws(clearance) && isHandled(clearance, law) && typeof VALIDITY !== 'string';
  return {
    ...checks,
    ...(dealtWith ? { VALIDITY: { ...VALIDITY, severity: 'INFORMATION' as const } } : {}),
    COMPANION: { check: 'COMPANION', ...companionLine(company), ...told },
    PAIRING: { check: 'PAIRING', ...pairingLine(pairing, travel), ...told },
    ENTRY_CONDITIONS: { check: 'ENTRY_CONDITIONS', ...conditionsLine(clearance, law), ...told },
  };
}
