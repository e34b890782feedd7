import { AT_GATE_CASES, DOCUMENT_KINDS } from '../../../core/domain/entry/facts.ts';
import type { FactName } from './fact_names.ts';
import { dayFromTyped } from './typed_day.ts';

/** One field of a form: what is typed or chosen, and what it becomes. */
export interface FactField {
  readonly name: string;
  readonly kind: 'text' | 'day' | 'choice' | 'yesNo' | 'yesNoUnknown' | 'count';
  /** Values of a choice, the first chosen beforehand. */
  readonly options?: readonly string[];
  readonly optional?: boolean;
  readonly capitals?: boolean;
  readonly longest?: number;
  readonly form?: RegExp;
  /** Its words need the whole line. */
  readonly wide?: boolean;
}

const text = (name: string, longest: number, more: Partial<FactField> = {}): FactField => ({
  name,
  kind: 'text',
  longest,
  ...more,
});
const day = (name: string, optional = false): FactField => ({ name, kind: 'day', optional, longest: 10 });
const choice = (name: string, options: readonly string[]): FactField => ({ name, kind: 'choice', options });
const yesNo = (name: string): FactField => ({ name, kind: 'yesNo' });
const COUNTRY = { capitals: true, form: /^[A-Z]{3}$/ };

/** Reasons for a journey that have a word of their own. */
export const PURPOSES = ['tourism', 'business', 'family', 'work', 'study', 'transit', 'medical', 'other'] as const;

/** The form of each fact. A field named `value` is the fact itself; others are its parts. */
export const FACT_FORMS: Readonly<Record<FactName, readonly FactField[]>> = {
  visa: [
    choice('kind', ['VISA', 'EVISA']),
    text('number', 20, { capitals: true }),
    text('symbol', 4, { capitals: true, form: /^.{2,4}$/ }),
    choice('entries', ['single', 'multiple']),
    day('validFrom'),
    day('validTo'),
    { name: 'usedEntries', kind: 'count', optional: true, longest: 3, form: /^\d{1,3}$/ },
    day('lastUsed', true),
    { name: 'gateListed', kind: 'yesNoUnknown' },
    { name: 'holderMatches', kind: 'yesNoUnknown' },
    yesNo('forged'),
  ],
  card: [
    choice('kind', ['TRC', 'PRC', 'ABTC', 'exemption-certificate', 'special-exemption-card']),
    text('number', 20, { capitals: true }),
    text('symbol', 4, { capitals: true, optional: true }),
    day('validTo'),
    text('economies', 120, { capitals: true, optional: true, form: /^([A-Z]{3}[ ,]*)+$/ }),
  ],
  purpose: [choice('value', PURPOSES)],
  address: [text('value', 200)],
  flight: [
    text('number', 8, { capitals: true, form: /^[A-Z0-9]{2,3} ?\d{1,4}[A-Z]?$/ }),
    day('day'),
    text('seat', 5, { capitals: true, optional: true }),
  ],
  code: [text('value', 1000)],
  sponsor: [text('value', 100)],
  phone: [text('value', 20, { form: /^[+0-9 ]{4,20}$/ })],
  zone: [choice('kind', ['coastal-zone', 'border-gate-zone']), choice('route', ['direct', 'transit', 'leaves'])],
  tourProgramme: [yesNo('value')],
  destinationAdmission: [yesNo('value')],
  transit: [yesNo('onwardTicket'), yesNo('thirdCountryVisa'), yesNo('leavesTransitArea')],
  health: [choice('value', ['none', 'dangerous'])],
  escort: [yesNo('value')],
  documentIssued: [day('value')],
  documentDamaged: [yesNo('value')],
  documentKind: [choice('value', DOCUMENT_KINDS)],
  secondDocument: [choice('kind', DOCUMENT_KINDS), text('issuer', 3, COUNTRY), day('expires', true)],
  replacedBy: [text('value', 20, { capitals: true, form: /^[A-Z0-9]{5,20}$/ })],
  visaAtGate: [
    { ...choice('case', AT_GATE_CASES), wide: true },
    text('reply', 40),
    text('number', 20, { capitals: true }),
    text('symbol', 4, { capitals: true, form: /^.{2,4}$/ }),
    choice('entries', ['single', 'multiple']),
    day('validTo'),
    text('receipt', 40, { optional: true }),
  ],
  permission: [text('number', 40), text('issuer', 100), text('decision', 60), day('until', true)],
  stayUntil: [day('value')],
  companion: [
    choice('relation', ['mother', 'father', 'guardian', 'authorised']),
    text('name', 80),
    text('nationality', 3, COUNTRY),
    day('birthDate'),
    text('documentNumber', 20, { capitals: true, optional: true }),
    yesNo('proof'),
  ],
  unaccompanied: [yesNo('value')],
  handled: [text('value', 200)],
  group: [text('value', 60)],
};

export type Typed = Readonly<Record<string, string>>;

/** What stands in the fields before anyone types. */
export const blank = (name: FactName): Typed =>
  Object.fromEntries(
    FACT_FORMS[name].map((field) => [
      field.name,
      field.options?.[0] ?? (field.kind === 'yesNo' ? 'no' : field.kind === 'yesNoUnknown' ? 'unknown' : ''),
    ]),
  );

const ANSWERS: Readonly<Record<string, boolean | null>> = { yes: true, no: false, unknown: null };

/** The value of a field, or `undefined` where what was typed is none. */
function meaningOf(field: FactField, typed: string): unknown {
  const said = typed.trim();
  if (field.kind === 'yesNo' || field.kind === 'yesNoUnknown') return ANSWERS[said];
  if (said === '') return field.optional === true ? null : undefined;
  if (field.kind === 'day') return dayFromTyped(said) ?? undefined;
  if (said.length > (field.longest ?? said.length) || field.form?.test(said) === false) return undefined;
  if (field.kind === 'count') return Number(said);
  return field.name === 'economies' ? said.split(/[ ,]+/).filter((one) => one !== '') : said;
}

/** The fact as it is sent, or the names of the fields that are not right. */
export function factFrom(name: FactName, typed: Typed): { readonly fact: unknown; readonly wrong: readonly string[] } {
  const fields = FACT_FORMS[name].map((field) => [field.name, meaningOf(field, typed[field.name] ?? '')] as const);
  const wrong = fields.filter(([, value]) => value === undefined).map(([field]) => field);
  const parts = Object.fromEntries(fields);
  if (wrong.length === 0 && 'validFrom' in parts && String(parts.validTo) < String(parts.validFrom))
    return { fact: null, wrong: ['validTo'] };
  return { fact: 'value' in parts ? parts.value : parts, wrong };
}
