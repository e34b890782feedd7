import fc from 'fast-check';
import { expect, test } from 'vitest';
import { statedFacts } from '../../../contract/facts_view.ts';
import { CITIZEN, caseOf, FOREIGNER } from '../../examples/cases.ts';
import { DOUBTFUL_JOURNEY, LAW } from '../../examples/law_views.ts';
import { blank, FACT_FORMS, factFrom } from './fact_forms.ts';
import { type FactName, factsToAsk, knownOf } from './fact_names.ts';
import { dayFromTyped } from './typed_day.ts';

const NAMES = Object.keys(FACT_FORMS) as FactName[];
const VISA = {
  ...blank('visa'),
  number: 'E1',
  symbol: 'DL',
  validFrom: '01112026',
  validTo: '06/01/2027',
};

test('a day is taken as dd/mm/yyyy or eight figures, and only if there is such a day', () => {
  expect(dayFromTyped('29/02/2028')).toBe('2028-02-29');
  expect(dayFromTyped('06012027')).toBe('2027-01-06');
  for (const typed of ['29/02/2027', '31/04/2027', '2027-01-06', '6/1/2027', '', '00/00/0000'])
    expect(dayFromTyped(typed)).toBeNull();
});

test('every form has the fields of the contract, and a form is no statement before it is filled', () => {
  expect(NAMES.toSorted()).toEqual([...Object.keys(statedFacts.shape), 'code'].toSorted());
  const needTyping = NAMES.filter((name) => factFrom(name, blank(name)).wrong.length > 0);
  expect(needTyping).toEqual([
    'visa',
    'card',
    'address',
    'flight',
    'code',
    'sponsor',
    'phone',
    'documentIssued',
    'secondDocument',
    'replacedBy',
    'visaAtGate',
    'permission',
    'stayUntil',
    'companion',
    'handled',
    'group',
  ]);
});

test('whatever is typed, what the form lets through the contract takes', () => {
  const day = fc.constantFrom('01/11/2026', '06012027', '99/99/9999', '');
  const text = fc.oneof(
    fc.string({ maxLength: 12 }),
    fc.constantFrom('VNM', 'DL', 'E123', 'XZ 417', '+84 90', 'VNM, SGP'),
  );
  fc.assert(
    fc.property(
      fc.constantFrom(...NAMES),
      fc.array(fc.oneof(day, text), { minLength: 12, maxLength: 12 }),
      (name, words) => {
        const typed = Object.fromEntries(
          FACT_FORMS[name].map((field, place) => [
            field.name,
            field.kind === 'text' || field.kind === 'day' || field.kind === 'count'
              ? (words[place] ?? '')
              : (blank(name)[field.name] ?? ''),
          ]),
        );
        const { fact, wrong } = factFrom(name, typed);
        if (wrong.length === 0) expect(statedFacts.safeParse({ [name]: fact }).error?.issues ?? []).toEqual([]);
      },
    ),
    { numRuns: 2000 },
  );
});

test('a visa that ends before it begins is not one', () => {
  expect(factFrom('visa', VISA)).toMatchObject({ wrong: [], fact: { validTo: '2027-01-06', usedEntries: null } });
  expect(factFrom('visa', { ...VISA, validTo: '01/10/2026' }).wrong).toEqual(['validTo']);
});

test('what is wanting is asked first, then what usually decides; nothing is lost behind "more"', () => {
  const wanting = caseOf(
    FOREIGNER,
    {},
    { law: { ...LAW, missingFacts: ['basis.transit.onwardTicket', 'companions'] } },
  );
  expect(factsToAsk(wanting).first.slice(0, 2)).toEqual(['transit', 'companion']);
  const citizen = caseOf(CITIZEN, {}, { direction: 'DEPARTURE' });
  expect(factsToAsk(citizen).first).toEqual(['destinationAdmission', 'flight']);
  const { first, more } = factsToAsk(wanting);
  expect([...first, ...more].toSorted()).toEqual(NAMES.toSorted());
});

test("the officer's word stands beside the declaration's", () => {
  expect(knownOf(DOUBTFUL_JOURNEY, 'purpose').map(({ source, value }) => [source, value])).toEqual([
    ['OFFICER', 'business'],
    ['DECLARATION', 'tourism'],
  ]);
  expect(knownOf(DOUBTFUL_JOURNEY, 'stayUntil')).toEqual([]);
});
