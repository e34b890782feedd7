import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FlightQuestion } from '../../../contract/advance.ts';
import type { AdvanceView } from '../../../contract/advance_view.ts';
import type { Booth } from '../../booth.ts';
import type { EventId } from '../../domain/audit/events.ts';
import { gateDay } from '../../settings/gate_day.ts';
import { keyFromFile } from '../../storage/key_file.ts';
import { openStorage } from '../../storage/open_storage.ts';
import { manyPassengers, paxlstText } from '../../sync/testing/paxlst_text.ts';
import { systemClock, systemIds } from '../../system_ports.ts';
import {
  type Client,
  clientOf,
  demoLines,
  desk,
  reviewed,
  seen,
  signIn,
  startBooth,
  temporaryData,
} from '../../testing/desk.ts';

const ANY: FlightQuestion = { number: 'XZ902', day: null, direction: null, offset: 0 };
/** Who stands at the counter later; on no list of the demo. */
const HANAKO = { surname: 'MIHON', givenNames: 'HANAKO', number: 'TK0000031', birth: '900412', nationality: 'JPN' };
const TODAY = gateDay(Date.now(), 'Asia/Ho_Chi_Minh').slice(2).replaceAll('-', '');

let data: ReturnType<typeof temporaryData>;
let table: ReturnType<typeof desk>;
let booth: Booth;

beforeEach(async () => {
  data = temporaryData();
  table = desk();
  mkdirSync(join(data.directory, 'incoming'));
  writeFileSync(
    join(data.directory, 'settings.json'),
    JSON.stringify({ travel: { airport: 'BBB', largestFileMegabytes: 60 } }),
  );
  booth = await startBooth({ dataDirectory: data.directory, devices: table.devices });
});

afterEach(async () => {
  await booth.stop();
  data.remove();
});

async function at(number: string, pin: string): Promise<Client> {
  const client = clientOf(booth, `w${number}`);
  await signIn(client, number, pin);
  return client;
}
const supervisor = () => at('0301', '135791');
const secondLine = () => at('0377', '377377');
const officer = () => at('0412', '246810');

const drop = (name: string, text: string) => writeFileSync(join(data.directory, 'incoming', name), text);
const list = (count = 3) => paxlstText([...manyPassengers(count), HANAKO], { flight: 'XZ902', day: TODAY });

async function told(client: Client, until: (view: AdvanceView) => boolean, question = ANY): Promise<AdvanceView> {
  for await (const view of await client.advance.watch(question)) if (until(view)) return view;
  throw new Error('the window was locked');
}
const now = (client: Client, question = ANY) => told(client, () => true, question);
const ended = ({ taking }: AdvanceView): boolean => taking !== null && taking.phase !== 'TAKING';

async function bring(client: Client, file: string, form: 'passengers-paxlst' | 'visas' = 'passengers-paxlst') {
  const { taking } = await client.advance.take({ file, form });
  return (await told(client, (view) => view.taking?.id === taking && ended(view))).taking;
}

/** What the journal says of these events, oldest first, once the booth has stopped. */
async function journal(...events: EventId[]) {
  await booth.stop();
  const key = keyFromFile(data.directory, systemIds);
  if (!key.ok) throw new Error(key.error.code);
  const ports = { clock: systemClock, ids: systemIds, terminal: 'test' };
  const opened = await openStorage({ directory: data.directory, key: key.value, ...ports });
  if (!opened.ok) throw new Error(opened.error.code);
  const found = await opened.value.records.journalOfEvents(events, { from: 0, before: Number.MAX_SAFE_INTEGER }, 100);
  await opened.value.close();
  booth = await startBooth({ dataDirectory: data.directory, devices: table.devices });
  if (!found.ok) throw new Error(found.error.code);
  return found.value.toReversed().map(({ event, actor, data: says }) => ({ event, actor, says }));
}

describe('a list from the drop folder', () => {
  it('is taken in, told to whoever follows, and written down', async () => {
    const client = await supervisor();
    drop('xz902.edi', list());
    expect((await client.advance.incoming()).map(({ name }) => name)).toEqual(['xz902.edi']);
    expect((await now(client)).flights).toEqual([]);
    const taken = await bring(client, 'xz902.edi');
    expect(taken).toMatchObject({ phase: 'DONE', by: '0301', summary: { flights: 1, read: 4, added: 4 } });
    const view = await now(client);
    expect(view.flights).toMatchObject([
      { number: 'XZ902', from: 'AAA', to: 'BBB', direction: 'ARRIVAL', passengers: 4, crew: 0, came: 0 },
    ]);
    expect(view.copies[0]).toMatchObject({
      copy: 'PASSENGERS',
      last: { file: 'xz902.edi', by: '0301', problem: null },
    });
    expect(JSON.stringify(view)).not.toContain(data.directory);
    expect(JSON.stringify(view)).not.toContain('MIHON');
    expect(await journal('ADVANCE_DATA_ORDERED', 'ADVANCE_DATA_TAKEN')).toMatchObject([
      { event: 'ADVANCE_DATA_ORDERED', actor: '0301', says: { file: 'xz902.edi', form: 'passengers-paxlst' } },
      { event: 'ADVANCE_DATA_TAKEN', actor: '0301', says: { added: 4, rejectedCount: 0 } },
    ]);
  });

  it('is refused whole when its count is wrong, with the place, and the copy and its age stay', async () => {
    const client = await supervisor();
    drop('xz902.edi', list());
    await bring(client, 'xz902.edi');
    const before = await now(client);
    drop('wrong.edi', list(9).replace("CNT+42:10'", "CNT+42:9'"));
    expect(await bring(client, 'wrong.edi')).toMatchObject({
      phase: 'FAILED',
      problem: { fault: 'COUNT_WRONG', unit: 'segment', word: 'CNT_COUNT_WRONG' },
      summary: null,
    });
    const after = await now(client);
    expect(after.flights).toEqual(before.flights);
    expect(after.copies[0]).toMatchObject({
      records: before.copies[0]?.records,
      asOf: before.copies[0]?.asOf,
      last: { file: 'wrong.edi', problem: { fault: 'COUNT_WRONG' } },
    });
    expect(await journal('ADVANCE_DATA_NOT_TAKEN')).toMatchObject([
      { actor: '0301', says: { file: 'wrong.edi', problem: 'ADVANCE_FILE_FORMAT', word: 'CNT_COUNT_WRONG' } },
    ]);
    // What was last brought in, and why it was refused, is known after a restart.
    expect((await now(await supervisor())).copies[0]?.last).toMatchObject({ problem: { fault: 'COUNT_WRONG' } });
  });

  it('is never a path', async () => {
    const client = await supervisor();
    for (const file of ['../settings.json', '/etc/passwd', 'a/b.edi', 'a\\b.edi', '.hidden', 'x\u0000.edi', '', '..'])
      await expect(client.advance.take({ file, form: 'visas' })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  });

  it('is none that is a link, or is not there, or is larger than the settings allow', async () => {
    const client = await supervisor();
    symlinkSync(join(data.directory, 'settings.json'), join(data.directory, 'incoming', 'link.edi'));
    const take = (file: string) => client.advance.take({ file, form: 'passengers-paxlst' });
    for (const file of ['link.edi', 'absent.edi'])
      await expect(take(file)).rejects.toMatchObject({ code: 'NO_SUCH_FILE' });
    drop('large.edi', '');
    truncateSync(join(data.directory, 'incoming', 'large.edi'), 60_000_001);
    await expect(take('large.edi')).rejects.toMatchObject({ code: 'FILE_TOO_LARGE', data: { most: 60 } });
    expect((await now(client)).taking).toBeNull();
    expect((await journal('ADVANCE_DATA_NOT_TAKEN')).map(({ says }) => says)).toMatchObject([
      { problem: 'NO_SUCH_FILE' },
      { problem: 'NO_SUCH_FILE' },
      { problem: 'FILE_TOO_LARGE' },
    ]);
  });

  it('can be given up on the way; one at a time, and the copy stays', async () => {
    const client = await supervisor();
    const line = (place: number) =>
      `${JSON.stringify({
        ...{ kind: 'EVISA', number: `E${place}`, symbol: 'EV', validFrom: '2026-11-01', validTo: '2099-01-01' },
        ...{ entries: 'single', holder: { surname: 'SPECIMEN', documentNumber: `N${place}` } },
      })}\n`;
    drop('visas.jsonl', Array.from({ length: 150_000 }, (_, place) => line(place)).join(''));
    drop('xz902.edi', list());
    const visas = (view: AdvanceView) => view.copies.find(({ copy }) => copy === 'VISAS')?.records;
    const before = visas(await now(client));
    const { taking } = await client.advance.take({ file: 'visas.jsonl', form: 'visas' });
    const another = client.advance.take({ file: 'xz902.edi', form: 'passengers-paxlst' });
    await expect(another).rejects.toMatchObject({ code: 'TAKING_UNDER_WAY' });
    const head = await at('0200', '200200');
    expect(await head.advance.cancel({ taking })).toEqual({ cancelled: true });
    const view = await told(client, ended);
    expect(view.taking).toMatchObject({ phase: 'CANCELLED', problem: { fault: 'CANCELLED' }, summary: null });
    expect(visas(view)).toBe(before);
    expect(await head.advance.cancel({ taking })).toEqual({ cancelled: false });
    // The next one is not given up with it.
    expect(await bring(client, 'xz902.edi')).toMatchObject({ phase: 'DONE' });
    expect(await journal('ADVANCE_DATA_NOT_TAKEN')).toMatchObject([
      { actor: '0200', says: { problem: 'ADVANCE_CANCELLED' } },
    ]);
  });
});

describe('who is expected', () => {
  beforeEach(async () => {
    const client = await supervisor();
    drop('xz902.edi', list());
    await bring(client, 'xz902.edi');
    await client.session.signOut();
  });

  it('is told by name to the second line, and every look is written down without a name', async () => {
    const client = await secondLine();
    const [flight] = (await now(client)).flights;
    const ask = { flight: flight?.id ?? 0, offset: 0 };
    const { people, total } = await client.advance.people({ ...ask, who: 'NOT_COME' });
    expect(total).toBe(4);
    expect(people.map(({ surname, givenNames }) => `${surname} ${givenNames}`)).toEqual([
      'EXEMPLE PERSON 0',
      'EXEMPLE PERSON 1',
      'EXEMPLE PERSON 2',
      'MIHON HANAKO',
    ]);
    expect(people[3]).toEqual({
      ...{ surname: 'MIHON', givenNames: 'HANAKO', birthDate: '1990-04-12', nationality: 'JPN' },
      ...{ documentNumber: 'TK0000031', seat: null, locator: null, cameAt: null },
    });
    await expect(client.advance.people({ flight: 999_999, offset: 0, who: 'ALL' })).rejects.toMatchObject({
      code: 'NO_SUCH_FLIGHT',
    });
    const looks = await journal('EXPECTED_PEOPLE_SEEN');
    expect(looks).toMatchObject([{ actor: '0377', says: { flight: 'XZ902', who: 'NOT_COME', shown: 4 } }]);
    expect(JSON.stringify(looks)).not.toContain('MIHON');
  });

  it('is numbers alone for an officer, without who brought what; nothing at all for a technician or an auditor', async () => {
    const client = await officer();
    const view = await now(client);
    expect(view).toMatchObject({ mayBring: false, maySeePeople: false, taking: null });
    expect(view.flights).toMatchObject([{ number: 'XZ902', passengers: 4, came: 0 }]);
    expect(view.copies.map(({ last }) => last)).toEqual([null, null, null, null]);
    expect(JSON.stringify(view)).not.toMatch(/MIHON|EXEMPLE|xz902\.edi|0301/);
    const flight = view.flights[0]?.id ?? 0;
    const forbidden = { code: 'ROLE_FORBIDDEN' };
    await expect(client.advance.people({ flight, who: 'ALL', offset: 0 })).rejects.toMatchObject(forbidden);
    await expect(client.advance.incoming()).rejects.toMatchObject(forbidden);
    await expect(client.advance.take({ file: 'xz902.edi', form: 'visas' })).rejects.toMatchObject(forbidden);
    for (const [number, pin] of [
      ['0901', '901901'],
      ['0777', '777000'],
    ] as const) {
      const other = clientOf(booth, `w${number}`, number === '0901' ? 'technician' : 'officer');
      await signIn(other, number, pin).catch(() => {});
      await expect(now(other)).rejects.toThrow();
    }
    // Who brings lists in, and works with no traveller, sees no name either.
    const admin = await at('0666', '666000');
    await expect(admin.advance.people({ flight, who: 'ALL', offset: 0 })).rejects.toMatchObject(forbidden);
    expect((await now(admin)).mayBring).toBe(true);
  });

  it('has come once the counter has decided, which whoever follows sees at once', async () => {
    const client = await secondLine();
    const counter = await officer();
    const follows = told(client, ({ flights }) => flights[0]?.came === 1);
    table.read(...demoLines('stays'));
    const { clearance } = await seen(counter, reviewed);
    expect((await now(client)).flights[0]?.came).toBe(0);
    await counter.lane.refer({ clearance: clearance?.id ?? '', reasons: ['OFFICER_QUESTION'] });
    const [flight] = (await follows).flights;
    const ask = { flight: flight?.id ?? 0, offset: 0 };
    const missing = await client.advance.people({ ...ask, who: 'NOT_COME' });
    expect(missing.people.map(({ surname }) => surname)).toEqual(['EXEMPLE', 'EXEMPLE', 'EXEMPLE']);
    const came = await client.advance.people({ ...ask, who: 'COME' });
    expect(came.people).toMatchObject([{ surname: 'MIHON' }]);
    expect(came.people[0]?.cameAt).toBeGreaterThan(0);
  });
});
