import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readBoardingPass } from '../document/boarding_pass.ts';
import { flightNumber, type Holder, type VisaRecord } from './advance.ts';
import { boardingFlight } from './boarding_flight.ts';
import { visasOf } from './known_visas.ts';
import { differingFields, isOf, sameName } from './same_holder.ts';
import { readCode } from './scanned_code.ts';

const TODAY = '2026-11-22';
const PERSON = {
  surname: 'EXEMPLE',
  givenNames: 'CLAIRE MARIE',
  nameTruncated: false,
  birthDate: '1992-06-17',
  nationality: 'FRA',
  documentNumber: '12AB34567',
};
const HOLDER: Holder = {
  surname: 'Exemple',
  givenNames: 'Claire-Marie',
  birthDate: '1992-06-17',
  nationality: 'FRA',
  documentNumber: '12ab34567',
  issuer: 'FRA',
};

describe('the same person', () => {
  test.each([
    [{ surname: 'MÜLLER', givenNames: 'Jörg' }, { surname: 'MUELLER', givenNames: 'JOERG' }, false, true],
    [{ surname: 'NGUYỄN', givenNames: 'Thị Ví Dụ' }, { surname: 'NGUYEN THI', givenNames: 'VI DU' }, false, true],
    [{ surname: 'DU', givenNames: 'VI THI NGUYEN' }, { surname: 'NGUYEN', givenNames: 'THI VI DU' }, false, true],
    [
      { surname: 'WICKRAMASINGHE', givenNames: 'SAMPLE PERERA' },
      { surname: 'WICKRAMASINGHE', givenNames: 'SAMPLE PER' },
      true,
      true,
    ],
    [
      { surname: 'WICKRAMASINGHE', givenNames: 'SAMPLE PERERA' },
      { surname: 'WICKRAMASINGHE', givenNames: 'SAMPLE PER' },
      false,
      false,
    ],
    [{ surname: 'LI', givenNames: '' }, { surname: 'LIANG', givenNames: 'MEI' }, true, false],
    [{ surname: 'EXEMPLE', givenNames: 'CLAIRE' }, { surname: 'EXEMPLE', givenNames: 'CLARA' }, true, false],
    [{ surname: '', givenNames: '' }, { surname: 'EXEMPLE', givenNames: '' }, true, false],
  ])('%o and %o, cut %s: %s', (a, b, cut, same) => {
    expect(sameName(a, b, cut)).toBe(same);
    expect(sameName(b, a, cut)).toBe(same);
  });

  test('whatever is cut off a name, it stays the same name where cutting is allowed for', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[A-Z]{4,12}$/),
        fc.stringMatching(/^[A-Z]{2,12}$/),
        fc.nat(12),
        (surname, given, kept) => {
          expect(sameName({ surname, givenNames: given }, { surname, givenNames: given.slice(0, kept) }, true)).toBe(
            true,
          );
        },
      ),
    );
  });

  test('every field that differs is named, and nothing that is not said', () => {
    expect(differingFields(PERSON, HOLDER)).toEqual([]);
    const other = { ...HOLDER, surname: 'OTHER', birthDate: '1992-06-18', nationality: 'ITA', documentNumber: 'Z9' };
    expect(differingFields(PERSON, other)).toEqual(['NAME', 'BIRTH_DATE', 'NATIONALITY', 'DOCUMENT_NUMBER']);
    expect(
      differingFields(PERSON, {
        ...other,
        surname: '',
        givenNames: '',
        birthDate: null,
        nationality: null,
        documentNumber: null,
      }),
    ).toEqual([]);
    expect(differingFields({ ...PERSON, birthDate: '1992' }, HOLDER)).toEqual([]);
  });

  test('a record is of a person by its document, or by name and birth date, never by a birth date alone', () => {
    expect(isOf(PERSON, { ...HOLDER, surname: 'OTHER' })).toBe(true);
    expect(isOf(PERSON, { ...HOLDER, documentNumber: 'OLD1' })).toBe(true);
    expect(isOf(PERSON, { ...HOLDER, documentNumber: 'OLD1', surname: 'OTHER' })).toBe(false);
    expect(isOf({ ...PERSON, birthDate: '1992' }, { ...HOLDER, documentNumber: null })).toBe(false);
  });
});

describe('a scanned code', () => {
  test.each([
    ['PAI-7K2M-0417', 'PAI-7K2M-0417'],
    [' pai-7k2m-0417\r\n', 'PAI-7K2M-0417'],
    ['https://prearrival.example/c?lang=vi&code=PAI-7K2M-0417#top', 'PAI-7K2M-0417'],
    ['https://prearrival.example/check/PAI-7K2M-0417', 'PAI-7K2M-0417'],
    ['{"confirmation_code":"PAI-7K2M-0417","name":"X"}', 'PAI-7K2M-0417'],
    ['{"ref":26110417}', '26110417'],
  ])('%s holds a declaration', (text, code) => {
    expect(readCode(text, TODAY)).toEqual({ kind: 'DECLARATION', code });
  });
  test.each(['', 'hello, this is no code', 'ABCDEF', '{"code":', '[]', 'null', 'https://example.org/', 'A'.repeat(40)])(
    '%j holds nothing',
    (text) => expect(readCode(text, TODAY)).toEqual({ kind: 'UNKNOWN' }),
  );
  test.each(['https://vneid.gov.vn/x?code=ABC12345', 'VNEID:ABC12345', 'https://app.vneid.gov.vn'])(
    '%s is for online eyes',
    (text) => expect(readCode(text, TODAY)).toEqual({ kind: 'VNEID' }),
  );
  test('a host that only looks like it is not it', () => {
    expect(readCode('https://vneid.gov.vn.example.org/?code=ABC12345', TODAY).kind).toBe('DECLARATION');
  });
  test('nothing that a scanner may send breaks the reader', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 300 }),
        (text) => void expect(readCode(text, TODAY).kind).toMatch(/^[A-Z_]+$/),
      ),
    );
    fc.assert(fc.property(fc.json(), (text) => void expect(readCode(text, TODAY).kind).toMatch(/^[A-Z_]+$/)));
  });
});

describe('a boarding pass', () => {
  const text = (name: string, day: string) => `M1${name.padEnd(20)}EXZEX01 XZAXZBXZ 0417 ${day}Y012A0017 100`;
  const flight = (name: string, day = '326', direction: 'ARRIVAL' | 'DEPARTURE' = 'ARRIVAL') => {
    const pass = readBoardingPass(text(name, day), TODAY);
    return pass.ok ? boardingFlight(pass.value, PERSON, direction, TODAY) : null;
  };
  test('gives the flight, and names what differs from the document and the day', () => {
    expect(flight('EXEMPLE/CLAIRE MARIE')).toEqual({ number: 'XZ417', day: TODAY, seat: '12A', differing: [] });
    expect(flight('EXEMPLE/CLAIREMRS')?.differing).toEqual([]);
    expect(flight('EXEMPLE/C')?.differing).toEqual([]);
    expect(flight('OTHER/PERSON', '320')?.differing).toEqual(['NAME', 'DAY']);
  });
  test('an arriving flight may have left the day before, a departing one leaves today', () => {
    expect(flight('EXEMPLE/CLAIRE', '325')?.differing).toEqual([]);
    expect(flight('EXEMPLE/CLAIRE', '325', 'DEPARTURE')?.differing).toEqual(['DAY']);
  });
});

test.each([
  ['XZ417', 'XZ417'],
  ['xz 0417', 'XZ417'],
  ['XZA0417B', 'XZA417B'],
  ['9Z12', '9Z12'],
  ['417', null],
  ['XZ', null],
  ['12345', null],
])('the flight number %s is %s', (text, number) => expect(flightNumber(text)).toBe(number));

describe('entries used on a visa', () => {
  const record: VisaRecord = {
    kind: 'EVISA',
    number: 'E1',
    symbol: 'EV',
    validFrom: '2026-11-01',
    validTo: '2027-01-29',
    entries: 'single',
    usedEntries: 0,
    lastUsed: null,
    gates: null,
    holder: HOLDER,
    purpose: null,
    sponsor: null,
    address: null,
    phone: null,
  };
  const entry = (at: number, more = {}) => ({
    day: '2026-11-10',
    at,
    visa: { number: null as string | null, symbol: 'EV', validFrom: '2026-11-01', validTo: '2027-01-29', ...more },
  });
  const used = (usedEntries: number | null, entries: ReturnType<typeof entry>[]) =>
    visasOf(PERSON, [{ record: { ...record, usedEntries }, asOf: 100 }], entries, () => true)[0]?.usedEntries;

  test('the own entries since the word of the register are added, earlier ones are not counted twice', () => {
    expect(used(0, [])).toBe(0);
    expect(used(0, [entry(150)])).toBe(1);
    expect(used(1, [entry(50)])).toBe(1);
    expect(used(1, [entry(50), entry(150)])).toBe(2);
    expect(used(0, [entry(50)])).toBe(1);
    expect(used(null, [])).toBeNull();
    expect(used(null, [entry(50)])).toBe(1);
    expect(used(0, [entry(150, { validTo: '2026-12-01' })])).toBe(0);
    expect(used(0, [entry(150, { number: 'E1', validTo: '2026-12-01' })])).toBe(1);
    expect(used(0, [entry(150, { number: 'E2' })])).toBe(0);
  });

  test("another's visa found by birth date is not presented, one with another field is presented as not the holder's", () => {
    const of = (holder: Holder) => visasOf(PERSON, [{ record: { ...record, holder }, asOf: 0 }], [], () => null);
    expect(of({ ...HOLDER, documentNumber: 'X', surname: 'OTHER' })).toEqual([]);
    expect(of({ ...HOLDER, documentNumber: 'OLD1' })).toMatchObject([{ holderMatches: false }]);
    expect(of(HOLDER)).toMatchObject([{ holderMatches: true, gateListed: null, forged: false }]);
  });
});
