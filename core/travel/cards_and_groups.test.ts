import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { SimulatedRegister } from '../demo/simulated_register.ts';
import type { AdvanceForm } from '../domain/travel/advance_questions.ts';
import type { TravelQuery } from '../ports/travel_sources.ts';
import { settingsSchema } from '../settings/settings.ts';
import type { Storage } from '../storage/open_storage.ts';
import { openTestStorage, temporaryDirectory } from '../storage/testing/temporary_store.ts';
import { systemClock } from '../system_ports.ts';
import { openTravel } from './open_travel.ts';

const QUERY: TravelQuery = {
  ...{ direction: 'ARRIVAL', day: '2026-11-22', documentNumber: 'N1', issuer: 'CAN', nationality: 'CAN' },
  ...{ surname: 'SAMPLER', givenNames: 'TAYLOR', nameTruncated: false, birthDate: '1988-09-12', personalNumber: null },
};
const holder = (more: object = {}) => ({
  ...{ surname: 'SAMPLER', givenNames: 'TAYLOR', birthDate: '1988-09-12', nationality: 'CAN', documentNumber: 'N1' },
  ...more,
});
const CHILD = { givenNames: 'ROBIN', birthDate: '2018-05-01', documentNumber: 'N3' };
const OTHER = { givenNames: 'ALEX', birthDate: '1986-01-30', documentNumber: 'N2' };
const card = (more: object = {}) => ({
  kind: 'TRC',
  number: 'TT0001',
  validTo: '2027-06-30',
  holder: holder(),
  ...more,
});
const family = {
  ...{ code: 'PAI-0001', filedAt: '2026-11-20T00:00:00Z', validTo: '2026-11-24', purpose: 'Visit' },
  ...{ holder: holder(), members: [holder(OTHER), holder(CHILD)] },
};

let directory = temporaryDirectory();
let storage: Storage;
let register: SimulatedRegister;
let address: Awaited<ReturnType<SimulatedRegister['listen']>>;
beforeEach(async () => {
  directory = temporaryDirectory();
  storage = await openTestStorage(directory.path);
  register = new SimulatedRegister({ visas: [], movements: [], declarations: [] });
  address = await register.listen();
});
afterEach(async () => {
  await storage.close();
  await register.close();
  directory.remove();
});

async function bring(form: AdvanceForm, rows: readonly unknown[]) {
  const path = join(directory.path, 'file');
  writeFileSync(path, rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
  const taken = await storage.advance.take({ path, form, asOf: 1 });
  if (!taken.ok) throw new Error(taken.error.detail);
  return taken.value;
}
const sources = (connected = false) =>
  openTravel(storage, settingsSchema.parse({ travel: { central: connected ? address : null } }), systemClock, null);

describe('a card of the register', () => {
  test('comes from the booth’s own copy, also on a newer passport, and never for another person', async () => {
    const taken = await bring('visas', [card(), card({ number: 'X', validTo: 'soon' })]);
    expect(taken).toMatchObject({ added: 1, rejected: [{ line: 2, reason: 'validTo WRONG' }] });
    const travel = sources();
    const known = { value: { kind: 'TRC', number: 'TT0001', validTo: '2027-06-30' }, source: 'VISA_REGISTER' };
    expect(await travel.ask(QUERY, true)).toMatchObject({ card: known, visas: [] });
    expect(await travel.ask({ ...QUERY, documentNumber: 'N9' }, true)).toMatchObject({ card: known });
    expect((await travel.ask({ ...QUERY, surname: 'ELSE' }, true)).card).toBeUndefined();
    await bring('visas', [{ number: 'TT0001', removed: true }]);
    expect((await travel.ask(QUERY, true)).card).toBeUndefined();
  });

  test('that is good comes before one that is over, and one that has not begun is none yet', async () => {
    await bring('visas', [
      card({ number: 'OLD', kind: 'PRC', validTo: '2026-11-21' }),
      card({ number: 'NEW', validTo: '2026-11-22' }),
    ]);
    expect((await sources().ask(QUERY, true)).card?.value.number).toBe('NEW');
    await bring('visas', [
      { number: 'NEW', removed: true },
      { number: 'OLD', removed: true },
      card({ number: 'LATER', validFrom: '2026-12-01' }),
    ]);
    expect((await sources().ask(QUERY, true)).card).toBeUndefined();
  });

  test('is told by the centre, and kept for the time without it', async () => {
    register.know({ visas: [card()], movements: [], declarations: [] });
    expect((await sources(true).ask(QUERY, true)).card?.value.number).toBe('TT0001');
    await expect.poll(async () => (await sources(true).ask(QUERY, false)).card?.value.number).toBe('TT0001');
  });
});

describe('a declaration of a family', () => {
  const MEMBER = { ...QUERY, givenNames: 'ROBIN', birthDate: '2018-05-01', documentNumber: 'N3' };

  test('is found for each of its persons, who are shown as travelling along', async () => {
    await bring('declarations', [family]);
    const travel = sources();
    const filed = await travel.ask(QUERY, true);
    expect(filed).toMatchObject({ purpose: { value: 'Visit' }, group: { value: 'PAI-0001' } });
    expect(filed.companions?.map(({ value, source }) => [value.name, value.relation, source])).toEqual([
      ['SAMPLER ALEX', 'fellow', 'DECLARATION'],
      ['SAMPLER ROBIN', 'fellow', 'DECLARATION'],
    ]);
    const child = await travel.ask(MEMBER, true);
    expect(child.declaration?.value).toMatchObject({ code: 'PAI-0001', differing: [] });
    expect(child.companions?.map(({ value }) => value.name)).toEqual(['SAMPLER TAYLOR', 'SAMPLER ALEX']);
  });

  test('shown by its code names everybody; who is not in it differs from the one who filed it', async () => {
    await bring('declarations', [family]);
    const travel = sources();
    const stranger = { ...QUERY, surname: 'ELSE', birthDate: '1970-01-01', documentNumber: 'Z9' };
    expect((await travel.ask(stranger, true)).declaration).toBeUndefined();
    expect(await travel.hear('PAI-0001', stranger, true)).toEqual({ kind: 'DECLARATION', found: true });
    expect((await travel.ask(stranger, true)).declaration?.value.differing).toContain('NAME');
    await travel.hear('PAI-0001', MEMBER, true);
    expect((await travel.ask(MEMBER, true)).declaration?.value.differing).toEqual([]);
  });

  test('filed anew without somebody is that one’s no more', async () => {
    await bring('declarations', [family]);
    await bring('declarations', [{ ...family, members: [holder(OTHER)] }]);
    expect((await sources().ask(MEMBER, true)).declaration).toBeUndefined();
    expect((await sources().ask(QUERY, true)).companions).toHaveLength(1);
  });
});
