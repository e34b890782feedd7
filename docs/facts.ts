import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Where one fact of the law comes from, and where it is tried through the booth itself. */
export interface FactOrigin {
  /** `officer: NAME`: a form of the page of further papers (F6), by its name there. */
  readonly from: readonly string[];
  /** Ids of worked scenarios (tests/e2e/scenarios), or the file of a test. */
  readonly tried: readonly string[];
  /** Why it has neither, where no rule asks for it. */
  readonly unasked?: string;
}

const DOCUMENT = 'document: MRZ';
const REGISTER = 'register of visas and cards';
const CROSSINGS = 'crossings of this booth';
const CENTRE = 'movements of the centre';
const LISTS = 'lists, by an officer’s answer where the match is not certain';
const officer = (name: string): string => `officer: ${name}`;
const visa = { from: [REGISTER, officer('visa')], tried: ['register-visa', 'visa-multiple'] };
const evisa = { from: [REGISTER, officer('visa')], tried: ['evisa-stated'] };
const card = { from: [REGISTER, officer('card')], tried: ['register-card', 'residence-card'] };
const transit = { from: [officer('transit')], tried: ['transit'] };
const granted = { from: [officer('visaAtGate')], tried: ['at-gate'] };
const past = { from: [CROSSINGS, CENTRE], tried: ['within', 'open-entry'] };
const order = { from: [LISTS], tried: ['suspended-5', 'expelled'] };
const companion = { from: [officer('companion')], tried: ['child-mother'] };
const toldOnly = 'is told to people; no rule asks for it';

/** Every fact of `core/domain/entry/facts.ts` by its place. */
export const FACT_ORIGINS: Readonly<Record<string, FactOrigin>> = {
  id: { from: ['the booth'], tried: [], unasked: 'names the crossing' },
  direction: { from: ['the officer’s sign-in'], tried: ['home', 'out'] },
  date: { from: ['the clock, at the gate’s own time'], tried: ['last-day'] },
  gateKind: { from: ['setting `lane.gateKind`'], tried: ['zone', 'core/rules/order_of_bases.test.ts'] },
  'person.nationality': { from: [DOCUMENT], tried: ['unilateral', 'nothing'] },
  'person.birthDate': { from: [DOCUMENT], tried: ['child-alone', 'out-fourteen'] },
  'person.personalNumber': { from: [DOCUMENT], tried: [], unasked: 'lists and pairing ask for it, no rule does' },
  'document.kind': { from: ['document: its code', officer('documentKind')], tried: ['diplomatic', 'single-use'] },
  'document.issued': { from: [officer('documentIssued')], tried: ['single-use'] },
  'document.expires': { from: [DOCUMENT], tried: ['expired', 'unilateral-short'] },
  'document.chip': { from: [], tried: [], unasked: 'no rule asks for it; chips are not read yet' },
  'document.damaged': { from: [officer('documentDamaged')], tried: ['damaged', 'home-damaged'] },
  'document.revoked': { from: ['lists of documents'], tried: ['home-revoked'] },
  'document.replacedBy': { from: [officer('replacedBy')], tried: ['replaced'] },
  'document.second.kind': { from: [officer('secondDocument')], tried: ['two-passports'] },
  'document.second.issuer': { from: [officer('secondDocument')], tried: [], unasked: toldOnly },
  'document.second.expires': { from: [officer('secondDocument')], tried: [], unasked: toldOnly },
  'basis.visa.symbol': visa,
  'basis.visa.validFrom': visa,
  'basis.visa.validTo': visa,
  'basis.visa.entries': visa,
  'basis.visa.usedEntries': { from: [REGISTER, CROSSINGS, officer('visa')], tried: ['register-visa-used'] },
  'basis.visa.number': { ...visa, unasked: toldOnly },
  'basis.visa.lastUsed': { from: [REGISTER, CROSSINGS, officer('visa')], tried: [], unasked: toldOnly },
  'basis.visa.forged': { from: [officer('visa')], tried: ['visa-forged'] },
  'basis.evisa.symbol': evisa,
  'basis.evisa.validFrom': { ...evisa, tried: ['evisa-early'] },
  'basis.evisa.validTo': { ...evisa, tried: ['evisa-over'] },
  'basis.evisa.entries': evisa,
  'basis.evisa.usedEntries': {
    from: [REGISTER, CROSSINGS, officer('visa')],
    tried: ['evisa-used', 'evisa-unknown-use'],
  },
  'basis.evisa.number': { ...evisa, unasked: toldOnly },
  'basis.evisa.lastUsed': { from: [REGISTER, CROSSINGS, officer('visa')], tried: [], unasked: toldOnly },
  'basis.evisa.gate': {
    from: ['register: the gates it names', 'settings `travel.gate`, `travel.electronicVisaGate`', officer('visa')],
    tried: ['evisa-gate'],
  },
  'basis.exemption.kind': { from: [officer('zone')], tried: ['zone'] },
  'basis.exemption.purpose': {
    from: ['declaration', REGISTER, officer('purpose')],
    tried: ['tourism-only', 'core/travel/known_travel.test.ts'],
  },
  'basis.exemption.zone': { from: [], tried: [], unasked: 'no rule asks which zone: the gate says it' },
  'basis.exemption.route': { from: [officer('zone')], tried: ['zone'] },
  'basis.exemption.tourProgramme': { from: [officer('tourProgramme')], tried: ['core/papers_at_the_counter.test.ts'] },
  'basis.card.kind': card,
  'basis.card.symbol': { ...card, unasked: toldOnly },
  'basis.card.validTo': { ...card, tried: ['register-card-over', 'residence-card-over'] },
  'basis.card.economies': { from: [REGISTER, officer('card')], tried: ['apec', 'apec-elsewhere'] },
  'basis.atGate.case': granted,
  'basis.atGate.reply': granted,
  'basis.atGate.symbol': granted,
  'basis.atGate.validTo': granted,
  'basis.atGate.entries': granted,
  'basis.atGate.number': { ...granted, unasked: toldOnly },
  'basis.stay.until': { from: [CROSSINGS, CENTRE, officer('stayUntil')], tried: ['one-over', 'extended'] },
  'basis.transit.onwardTicket': transit,
  'basis.transit.thirdCountryVisa': transit,
  'basis.transit.leavesTransitArea': transit,
  'basis.destinationAdmission': { from: [officer('destinationAdmission')], tried: ['out', 'out-not-admitted'] },
  'basis.health': { from: [officer('health')], tried: ['dangerous'] },
  'basis.escort': { from: [officer('escort')], tried: ['escorted'] },
  'history.direction': past,
  'history.date': { ...past, tried: ['window', 'open-entry'] },
  'history.sameDocument': { ...past, tried: ['single-use', 'other-passport'] },
  'history.documentIssuer': { from: [CROSSINGS, CENTRE], tried: ['core/rules/extended_orders.test.ts'] },
  historyPartial: { from: ['how the sources answered'], tried: ['core/domain/clearance/law_facts.test.ts'] },
  'orders.kind': order,
  'orders.group': order,
  'orders.ground': order,
  'orders.decision': { from: [LISTS], tried: ['permitted'], unasked: 'a permission names it; no rule asks for it' },
  'orders.validFrom': { from: [LISTS], tried: ['not-yet'] },
  'orders.validTo': { from: [LISTS], tried: ['lapsed'] },
  'orders.extendedTo': {
    from: ['lists: an extension comes as a later last day of the entry; `booth entry evaluate` takes it apart'],
    tried: ['core/rules/extended_orders.test.ts'],
  },
  'orders.effective': { from: ['lists: the day of validity or decision'], tried: ['expelled'] },
  'orders.informed': { from: [LISTS], tried: ['suspended-9'], unasked: 'decides what may be said to the person' },
  'orders.receivedAt': { from: [LISTS], tried: [], unasked: toldOnly },
  'orders.specialPermission': { from: [officer('permission')], tried: ['permitted'] },
  'companions.relation': companion,
  'companions.nationality': { ...companion, unasked: toldOnly },
  'companions.birthDate': companion,
  'companions.proof': { ...companion, tried: ['child-unproven', 'out-child-unproven'] },
};

/** The page of every fact with its sources and where it is tried. */
export function factsPage(): string {
  const row = ([fact, { from, tried, unasked }]: [string, FactOrigin]): string => {
    const where = [...tried.map((one) => `\`${one}\``), ...(unasked === undefined ? [] : [unasked])];
    return `| \`${fact}\` | ${from.join('; ') || '–'} | ${where.join(', ')} |`;
  };
  return [
    '# Facts of the law and where they come from',
    'Made from `docs/facts.ts` by `npm run facts`; a test holds it to the facts that `booth entry evaluate` takes, to the forms at the counter and to the scenarios. An officer’s word stands over a source’s, which stays beside it. What none of the sources says is absent, and the law says that it is missing.',
    'Beside these, told to people and looked at for patterns: address, flight, sponsor, phone, group, the declaration, whether a passenger list names the person, and how the matter of a citizen without a good document was dealt with (`handled`), after which the citizen is admitted.',
    `| fact | from | tried in |\n|---|---|---|\n${Object.entries(FACT_ORIGINS).map(row).join('\n')}\n`,
  ].join('\n\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  writeFileSync(new URL('facts.md', import.meta.url), factsPage());
