import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { SimulatedRegister } from '../demo/simulated_register.ts';
import type { AdvanceForm } from '../domain/travel/advance_questions.ts';
import type { TravelQuery } from '../ports/travel_sources.ts';
import { settingsSchema } from '../settings/settings.ts';
import type { Storage } from '../storage/open_storage.ts';
import { NOW, openTestStorage, temporaryDirectory } from '../storage/testing/temporary_store.ts';
import { manyPassengers, paxlstText } from '../sync/testing/paxlst_text.ts';
import { systemClock } from '../system_ports.ts';
import { isElectronicVisaGate } from './electronic_visa_gates.ts';
import { openTravel } from './open_travel.ts';

const DAY = '2026-11-22';
const QUERY: TravelQuery = {
  direction: 'ARRIVAL',
  day: DAY,
  documentNumber: 'N1',
  issuer: 'USA',
  nationality: 'USA',
  surname: 'SAMPLER',
  givenNames: 'TAYLOR',
  nameTruncated: false,
  birthDate: '1988-09-12',
  personalNumber: null,
};
const HOLDER = {
  surname: 'SAMPLER',
  givenNames: 'TAYLOR',
  birthDate: '1988-09-12',
  nationality: 'USA',
  documentNumber: 'N1',
};
const visa = (more = {}) => ({
  kind: 'EVISA',
  number: 'E1',
  symbol: 'EV',
  validFrom: '2026-11-01',
  validTo: '2027-01-01',
  entries: 'single',
  holder: HOLDER,
  ...more,
});
const declaration = (more = {}) => ({
  code: 'PAI-0001',
  filedAt: '2026-11-20T00:00:00Z',
  validTo: '2026-11-24',
  holder: HOLDER,
  flight: 'XZ417',
  purpose: 'Visit',
  group: 'G1',
  ...more,
});
const PASS = 'M1SAMPLER/TAYLOR      EBK0001 XZAXZBXZ 0417 326Y012A0017 100';

let directory = temporaryDirectory();
let storage: Storage;
let register: SimulatedRegister;
let central: { url: string; key: string; seconds: number };

beforeEach(async () => {
  directory = temporaryDirectory();
  storage = await openTestStorage(directory.path);
  register = new SimulatedRegister({ visas: [], movements: [], declarations: [] });
  central = await register.listen();
});
afterEach(async () => {
  await storage.close();
  await register.close();
  directory.remove();
});

async function bring(form: AdvanceForm, rows: readonly unknown[] | string, asOf = NOW) {
  const path = join(directory.path, 'file');
  writeFileSync(path, typeof rows === 'string' ? rows : rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
  const taken = await storage.advance.take({ path, form, asOf });
  if (!taken.ok) throw new Error(taken.error.detail);
  expect(taken.value.rejected).toEqual([]);
}
const sources = (connected = true, seconds = 5, travel = {}) => {
  const settings = settingsSchema.parse({ travel: { central: connected ? { ...central, seconds } : null, ...travel } });
  return openTravel(storage, settings, systemClock, null);
};
const passengers = (count = 3, own = true) =>
  paxlstText([
    ...manyPassengers(count),
    ...(own
      ? [
          {
            surname: 'SAMPLER',
            givenNames: 'TAY',
            number: 'N1',
            birth: '880912',
            nationality: 'USA',
            locator: 'BK0001',
          },
        ]
      : []),
  ]);

describe('without a centre', () => {
  test('a lane that was told nothing says so and knows nothing', async () => {
    const told = await sources(false).ask(QUERY, true);
    expect(told).toMatchObject({ visas: [], movements: [] });
    expect(told.sources.map(({ source, state, asOf }) => [source, state, asOf])).toEqual([
      ['VISAS', 'NOT_CONNECTED', null],
      ['MOVEMENTS', 'NOT_CONNECTED', null],
      ['DECLARATIONS', 'NOT_CONNECTED', null],
      ['PASSENGERS', 'NOT_CONNECTED', null],
    ]);
    expect(told.expected).toBeUndefined();
  });

  test('a child is told with the adults of the booking, who prove nothing; an adult with nobody', async () => {
    const own = { surname: 'SAMPLER', givenNames: 'TAY', number: 'N1', nationality: 'USA', locator: 'BK0001' };
    const adult = { ...own, givenNames: 'ALEX', number: 'N2', birth: '880101' };
    const other = { ...adult, givenNames: 'KIM', number: 'N3', locator: 'BK0002' };
    await bring('passengers-paxlst', paxlstText([{ ...own, birth: '180912' }, adult, other]));
    const child = await sources(false).ask({ ...QUERY, birthDate: '2018-09-12' }, true);
    expect(child.companions).toMatchObject([
      {
        source: 'PASSENGER_LIST',
        value: { relation: 'fellow', name: 'SAMPLER ALEX', documentNumber: 'N2', proof: false },
      },
    ]);
    const grown = await sources(false).ask({ ...QUERY, documentNumber: 'N2', birthDate: '1988-01-01' }, true);
    expect(grown.companions).toEqual([]);
  });

  test('its copies answer with their age: visa, declaration, flight, expectation and company', async () => {
    await bring('visas', [visa({ usedEntries: 1 })], NOW - 5000);
    await bring('declarations', [declaration()], NOW - 4000);
    await bring('passengers-paxlst', passengers(), NOW - 3000);
    const told = await sources(false).ask(QUERY, true);
    expect(told.visas).toMatchObject([
      { source: 'VISA_REGISTER', value: { number: 'E1', usedEntries: 1, holderMatches: true } },
    ]);
    expect(told.declaration).toMatchObject({ source: 'DECLARATION', value: { code: 'PAI-0001', differing: [] } });
    expect(told.flight).toMatchObject({ source: 'PASSENGER_LIST', value: { number: 'XZ417', day: DAY } });
    expect(told.expected?.value).toBe('EXPECTED');
    expect(told.group).toMatchObject({ source: 'PASSENGER_LIST', value: 'XZ417 BK0001' });
    expect(told.purpose).toMatchObject({ source: 'DECLARATION', value: 'Visit' });
    expect(told.sources.map(({ state, asOf }) => [state, asOf])).toEqual([
      ['LOCAL', NOW - 5000],
      ['NOT_CONNECTED', null],
      ['LOCAL', NOW - 4000],
      ['LOCAL', NOW - 3000],
    ]);
  });

  test('who is on no list of the declared flight is unexpected; without a list nobody is', async () => {
    await bring('declarations', [declaration()]);
    expect((await sources(false).ask(QUERY, true)).expected?.value).toBe('NO_LIST');
    await bring('passengers-paxlst', passengers(3, false));
    expect((await sources(false).ask(QUERY, true)).expected?.value).toBe('UNEXPECTED');
  });

  test('a gate is listed by the visa, by the setting, or by the list of gates and its day', async () => {
    await bring('visas', [visa(), visa({ number: 'E2', gates: ['land.moc-bai'] })]);
    const listed = async (travel: object) => {
      const told = await sources(false, 5, travel).ask(QUERY, true);
      return Object.fromEntries((told.visas ?? []).map(({ value }) => [value.number, value.gateListed]));
    };
    expect(await listed({})).toEqual({ E1: null, E2: null });
    expect(await listed({ gate: 'air.noi-bai' })).toEqual({ E1: true, E2: false });
    expect(await listed({ gate: 'air.unlisted' })).toEqual({ E1: false, E2: false });
    expect(await listed({ electronicVisaGate: false })).toEqual({ E1: false, E2: false });
    expect(isElectronicVisaGate('air.vinh', '2025-12-01')).toBe(false);
    expect(isElectronicVisaGate('air.vinh', '2025-12-02')).toBe(true);
    expect(isElectronicVisaGate('air.long-thanh', '2030-01-01')).toBe(false);
  });
});

describe('with a centre', () => {
  const movement = { direction: 'arrival', date: '2026-10-01', documentNumber: 'N1', recordNumber: 'B1' };
  const known = { visas: [visa({ usedEntries: 1 })], movements: [movement], declarations: [declaration()] };

  test('its answers are taken, and serve the next time without it', async () => {
    register.know(known);
    const travel = sources();
    const told = await travel.ask(QUERY, true);
    expect(told.sources.slice(0, 3).map(({ state }) => state)).toEqual(['CENTRAL', 'CENTRAL', 'CENTRAL']);
    expect(told.movements).toMatchObject([{ recordNumber: 'B1', source: 'CENTRAL', sameDocument: true }]);
    expect(told.visas?.[0]?.value.usedEntries).toBe(1);
    register.asked.length = 0;
    const offline = await travel.ask(QUERY, false);
    expect(register.asked).toEqual([]);
    expect(offline.visas?.[0]?.value.usedEntries).toBe(1);
    expect(offline.movements).toHaveLength(1);
    const [visas, movements] = offline.sources;
    expect([visas?.state, movements?.state]).toEqual(['OFFLINE', 'OFFLINE']);
    expect(movements?.asOf).toBeGreaterThan(NOW - 1);
  });

  test('its word on a visa outweighs the copy', async () => {
    await bring('visas', [visa({ usedEntries: 0 })]);
    register.know(known);
    expect((await sources().ask(QUERY, true)).visas).toMatchObject([{ value: { usedEntries: 1 } }]);
  });

  test.each([
    ['SILENT', 'TIMEOUT'],
    [{ slowMs: 60_000 }, 'TIMEOUT'],
    ['WRONG', 'OFFLINE'],
  ] as const)('%o is said to be %s, and the copy stands in', async (manner, state) => {
    await bring('visas', [visa()]);
    register.know(known);
    register.order(manner);
    const told = await sources(true, 0.3).ask(QUERY, true);
    expect(told.visas).toMatchObject([{ value: { number: 'E1' } }]);
    expect(told.sources[0]).toMatchObject({ source: 'VISAS', state, asOf: NOW });
  });

  test('a wrong key, or nobody at the address, is no connection', async () => {
    central = { ...central, key: 'other' };
    expect((await sources().ask(QUERY, true)).sources[0]?.state).toBe('OFFLINE');
    await register.close();
    expect((await sources().ask(QUERY, true)).sources[0]?.state).toBe('OFFLINE');
    register = new SimulatedRegister(known);
    central = await register.listen();
  });

  test('an address beyond this machine must be https', () => {
    const central = (url: string) => settingsSchema.safeParse({ travel: { central: { url } } }).success;
    expect(central('https://register.example/booth')).toBe(true);
    expect(central('http://127.0.0.1:8080')).toBe(true);
    expect(central('http://register.example')).toBe(false);
    expect(central('http://127.0.0.1.example')).toBe(false);
  });
});

describe('codes', () => {
  test('a boarding pass gives its flight to this document from then on', async () => {
    await bring('passengers-paxlst', passengers());
    const travel = sources(false);
    expect(await travel.hear(PASS, QUERY, true)).toEqual({ kind: 'BOARDING_PASS', found: true });
    expect(await travel.ask(QUERY, true)).toMatchObject({
      flight: { source: 'BOARDING_PASS', value: { number: 'XZ417', seat: '12A', differing: [] } },
      expected: { value: 'EXPECTED' },
    });
    expect((await travel.ask({ ...QUERY, documentNumber: 'N2' }, true)).flight?.source).not.toBe('BOARDING_PASS');
  });

  test('a declaration is found by its code here or at the centre, whoever it names; what differs is said', async () => {
    register.know({
      visas: [],
      movements: [],
      declarations: [declaration({ holder: { ...HOLDER, documentNumber: 'OTHER1', surname: 'OTHER' } })],
    });
    const travel = sources();
    expect(await travel.hear('https://x.example/?code=PAI-0001', QUERY, true)).toMatchObject({ found: true });
    expect((await travel.ask(QUERY, true)).declaration?.value.differing).toEqual(['NAME', 'DOCUMENT_NUMBER']);
  });

  test('a pass shown while a declaration is looked up at the centre: both are known afterwards', async () => {
    register.know({ visas: [], movements: [], declarations: [declaration()] });
    const travel = sources();
    const heard = [travel.hear('PAI-0001', QUERY, true), travel.hear(PASS, QUERY, true)];
    expect(await Promise.all(heard)).toMatchObject([{ found: true }, { found: true }]);
    expect(await travel.ask(QUERY, true)).toMatchObject({
      declaration: { value: { code: 'PAI-0001' } },
      flight: { source: 'BOARDING_PASS' },
    });
  });

  test('an unknown code changes nothing and does not hide the own declaration', async () => {
    await bring('declarations', [declaration()]);
    const travel = sources(false);
    expect(await travel.hear('PAI-9999', QUERY, true)).toEqual({ kind: 'DECLARATION', found: false });
    expect((await travel.ask(QUERY, true)).declaration?.value.code).toBe('PAI-0001');
    expect(await travel.hear('https://vneid.gov.vn/a', QUERY, true)).toEqual({
      kind: 'VNEID',
      found: false,
    });
  });
});
