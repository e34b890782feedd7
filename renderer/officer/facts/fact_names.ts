import type { FactsView, StatedFacts } from '../../../contract/facts_view.ts';
import type { ClearanceView } from '../../../contract/lane_view.ts';
import type { FactSource } from '../../../core/domain/clearance/travel_facts.ts';
import { lacksBasis } from '../law/law_words.ts';

/** What the page can take: every fact an officer may state, and a code that is looked up. */
export type FactName = keyof StatedFacts | 'code';

/** Every fact an officer may state, in the order of the page. */
const ALL: readonly FactName[] = [
  'visa',
  'card',
  'purpose',
  'address',
  'flight',
  'code',
  'stayUntil',
  'companion',
  'unaccompanied',
  'handled',
  'destinationAdmission',
  'zone',
  'transit',
  'tourProgramme',
  'documentKind',
  'documentIssued',
  'documentDamaged',
  'secondDocument',
  'replacedBy',
  'visaAtGate',
  'permission',
  'health',
  'escort',
  'sponsor',
  'phone',
  'group',
];

/** The facts by which a wanting one (`basis.stay.until`) is given; the longest beginning that fits counts. */
const ANSWERS: readonly (readonly [string, readonly FactName[]])[] = [
  ['basis.visa', ['visa']],
  ['basis.evisa', ['visa']],
  ['basis.exemption.purpose', ['purpose', 'tourProgramme']],
  ['basis.exemption', ['zone', 'tourProgramme']],
  ['basis.transit', ['transit']],
  ['basis.atGate', ['visaAtGate']],
  ['basis.stay', ['stayUntil', 'card']],
  ['basis.destinationAdmission', ['destinationAdmission']],
  ['basis', ['visa', 'card', 'zone', 'transit']],
  ['companions', ['companion', 'unaccompanied']],
  ['document.issued', ['documentIssued']],
  ['document.damaged', ['documentDamaged']],
  ['document.kind', ['documentKind']],
];

const answersTo = (missing: string): readonly FactName[] =>
  ANSWERS.find(([start]) => missing === start || missing.startsWith(`${start}.`))?.[1] ?? [];

/** Who has no basis of entry may be granted a visa here, in the cases of Law 47/2014/QH13 Art 18. */
const atGate = ({ law }: ClearanceView): readonly FactName[] => (law !== null && lacksBasis(law) ? ['visaAtGate'] : []);

/** What usually decides such a case, where the law names nothing that is wanting. */
function usual(clearance: ClearanceView): readonly FactName[] {
  const { direction, document, law } = clearance;
  const citizen = document?.citizen === true;
  const alone: readonly FactName[] = law?.reasons.includes('LEGAL_MINOR_ALONE') === true ? ['companion'] : [];
  const suspended = law?.reasons.some((reason) => reason.startsWith('LEGAL_SUSPENDED_G')) === true;
  const permitted: readonly FactName[] = suspended ? ['permission'] : [];
  // A citizen is dealt with and admitted (Law 49/2019/QH14 Art 35(2)(c)).
  const dealt: readonly FactName[] = law?.reasons.includes('LEGAL_CITIZEN_ADMITTED') === true ? ['handled'] : [];
  if (direction === 'ARRIVAL')
    return citizen
      ? [...dealt, ...alone, 'flight', 'documentDamaged']
      : [...alone, 'visa', 'card', 'purpose', 'address', 'flight', 'code', ...atGate(clearance)];
  return citizen
    ? [...permitted, ...alone, 'destinationAdmission', 'flight']
    : [...permitted, ...alone, 'stayUntil', 'card', 'flight'];
}

/** The facts that can matter now, and behind them all others. */
export function factsToAsk(clearance: ClearanceView): {
  readonly first: readonly FactName[];
  readonly more: readonly FactName[];
} {
  const wanting = (clearance.law?.missingFacts ?? []).flatMap(answersTo);
  const first = [...new Set([...wanting, ...usual(clearance)])];
  return { first, more: ALL.filter((name) => !first.includes(name)) };
}

/** A value with where it comes from. */
export interface Known {
  readonly value: unknown;
  readonly source: FactSource;
  readonly at: number;
  readonly by: string | null;
}

/** Every value known of a fact, the officer's word beside the sources'. */
export function knownOf(facts: FactsView, name: FactName): readonly Known[] {
  if (name === 'visa') return facts.visas;
  if (name === 'companion') return facts.companions;
  // A code is no fact itself: what it says stands with the flight or the declaration.
  if (name === 'code') return [];
  const others: { readonly [name in FactName]?: Known | undefined } = facts.sourced;
  return [facts[name], others[name]].filter((one) => one !== null && one !== undefined);
}
