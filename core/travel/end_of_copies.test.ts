import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { AdvanceForm } from '../domain/travel/advance_questions.ts';
import type { TravelQuery } from '../ports/travel_sources.ts';
import { settingsSchema } from '../settings/settings.ts';
import { advancePath } from '../storage/advance/open_advance_database.ts';
import type { Storage } from '../storage/open_storage.ts';
import { NOW, openTestStorage, temporaryDirectory } from '../storage/testing/temporary_store.ts';
import { manyPassengers, paxlstText } from '../sync/testing/paxlst_text.ts';
import { systemClock } from '../system_ports.ts';
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

let directory = temporaryDirectory();
let storage: Storage;

beforeEach(async () => {
  directory = temporaryDirectory();
  storage = await openTestStorage(directory.path);
});
afterEach(async () => {
  await storage.close();
  directory.remove();
});

async function bring(form: AdvanceForm, rows: readonly unknown[] | string, asOf = NOW) {
  const path = join(directory.path, 'file');
  writeFileSync(path, typeof rows === 'string' ? rows : rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
  const taken = await storage.advance.take({ path, form, asOf });
  if (!taken.ok) throw new Error(taken.error.detail);
  expect(taken.value.rejected).toEqual([]);
}
const travel = () => openTravel(storage, settingsSchema.parse({}), systemClock, null);
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

describe('what is kept ends', () => {
  const retention = { passengersHours: 24, declarationsHours: 24, visasDays: 30, movementsDays: 90 };
  const HOUR = 3_600_000;
  const ARRIVED = Date.UTC(2026, 10, 22, 8, 35);
  const status = async () => {
    const found = await storage.advance.status({ from: '2026-11-20', to: '2026-11-30' });
    if (!found.ok) throw new Error(found.error.code);
    return found.value;
  };

  test('who stood here has arrived, and stays so when a newer list comes', async () => {
    await bring('passengers-paxlst', passengers());
    await travel().stood(QUERY, NOW);
    expect((await status()).flights).toMatchObject([{ passengers: 4, arrived: 1 }]);
    await bring('passengers-paxlst', passengers(5));
    expect((await status()).flights).toMatchObject([{ passengers: 6, arrived: 1 }]);
  });

  test('who is on the list of a flight out as well has come on the way in alone', async () => {
    const out = paxlstText(
      [{ surname: 'SAMPLER', givenNames: 'TAY', number: 'N1', birth: '880912', nationality: 'USA' }],
      { flight: 'XZ418', day: '261123' },
    );
    // The flight out is told first: which list comes first must not matter.
    await bring('passengers-paxlst', out.replace('LOC+125+AAA', 'LOC+125+BBB').replace('LOC+87+BBB', 'LOC+87+AAA'));
    await bring('passengers-paxlst', passengers());
    const settings = settingsSchema.parse({ travel: { airport: 'BBB' } });
    await openTravel(storage, settings, systemClock, null).stood(QUERY, NOW);
    const came = async () =>
      Object.fromEntries((await status()).flights.map(({ flight, arrived }) => [flight.number, arrived]));
    expect(await came()).toEqual({ XZ417: 1, XZ418: 0 });
    await openTravel(storage, settings, systemClock, null).stood({ ...QUERY, direction: 'DEPARTURE' }, NOW);
    expect(await came()).toEqual({ XZ417: 1, XZ418: 1 });
  });

  test('passengers go so many hours after their flight, used declarations after use', async () => {
    await bring('passengers-paxlst', passengers());
    await bring('declarations', [
      declaration(),
      declaration({ code: 'PAI-0002', holder: { ...HOLDER, documentNumber: 'Z', surname: 'Z' } }),
    ]);
    await bring('visas', [visa()]);
    await travel().stood(QUERY, ARRIVED);
    // Local times lie up to 14 hours from UTC: nothing goes before its time anywhere.
    expect(await storage.advance.purge(ARRIVED + 24 * HOUR - 1, retention)).toEqual({ ok: true, value: 0 });
    expect(await storage.advance.purge(ARRIVED + 39 * HOUR, retention)).toEqual({ ok: true, value: 2 });
    const found = await storage.advance.known({
      documentNumber: 'N1',
      birthDate: '1988-09-12',
      day: DAY,
      code: 'PAI-0002',
      flight: null,
    });
    expect(found).toMatchObject({
      ok: true,
      value: { passengers: [], declarations: [{ record: { code: 'PAI-0002' } }], visas: [{}] },
    });
    expect((await status()).flights).toEqual([]);
  });

  test('a damaged copy is begun anew and said to be', async () => {
    await bring('visas', [visa()]);
    await storage.close();
    writeFileSync(advancePath(directory.path), Buffer.alloc(8192, 7));
    storage = await openTestStorage(directory.path);
    expect(await status()).toMatchObject({ renewed: true, visas: 0 });
    await bring('visas', [visa()]);
    expect(await status()).toMatchObject({ visas: 1 });
  });

  test('nothing of a person can be read in the file', async () => {
    await bring('visas', [visa()]);
    await storage.close();
    expect(readFileSync(advancePath(directory.path)).includes('SAMPLER')).toBe(false);
    storage = await openTestStorage(directory.path);
  });
});
