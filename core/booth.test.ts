import { readdirSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Booth, type BoothOptions, createBooth } from './booth.ts';
import { clientOf, demoLines, desk, reviewed, seen, signIn, startBooth, temporaryData } from './testing/desk.ts';

let directory = '';
let remove = () => {};
const running: Booth[] = [];

beforeEach(() => {
  ({ directory, remove } = temporaryData());
});
afterEach(async () => {
  for (const booth of running.splice(0)) await booth.stop();
  remove();
});

async function start(options: Partial<BoothOptions> = {}): Promise<Booth> {
  const booth = await startBooth({ dataDirectory: directory, ...options });
  running.push(booth);
  return booth;
}

const FOREIGNER = demoLines('foreigner');
const VISA = {
  ...{ kind: 'VISA' as const, symbol: 'DN1', validFrom: '2020-01-01', validTo: '2049-12-31', usedEntries: 0 },
  ...{ lastUsed: null, gateListed: null, forged: false, holderMatches: true },
};

describe('the booth', () => {
  it('takes a document only while an officer is signed in', async () => {
    const table = desk();
    const client = clientOf(await start({ devices: table.devices }));
    table.read(...FOREIGNER);
    await signIn(client);
    const view = await seen(client, () => true);
    expect(view.clearance).toBeNull();
  });

  it('records who decided, on what, by which lists; the chain holds and the record can be read back', async () => {
    const table = desk();
    const booth = await start({ devices: table.devices });
    const client = clientOf(booth);
    await signIn(client);
    table.read(...demoLines('foreigner'));
    const view = await seen(client, reviewed);
    const id = view.clearance?.id ?? '';
    expect(view.clearance?.decisions.clear).toEqual({ open: true, why: [], check: null, remaining: 0 });
    const decision = await client.lane.clear({ clearance: id });
    expect(decision).toMatchObject({ recordNumber: 'A07-000001', outcome: 'CLEARED' });
    await client.session.signOut();
    await signIn(client, '0777', '777000');
    expect(await client.audit.verify()).toMatchObject({ ok: true, firstBroken: null });
  });

  it('a key that means the last traveller never reaches the next one', async () => {
    const table = desk();
    const client = clientOf(await start({ devices: table.devices }));
    await signIn(client);
    table.read(...demoLines('foreigner'));
    const first = (await seen(client, reviewed)).clearance?.id ?? '';
    await client.lane.clear({ clearance: first });
    table.read(...demoLines('citizen'));
    await seen(client, (view) => reviewed(view) && view.clearance?.id !== first);
    await expect(client.lane.clear({ clearance: first })).rejects.toMatchObject({
      code: 'WRONG_STATE',
      data: { why: 'OTHER_CASE' },
    });
  });

  it('another document on the glass does not take the place of the open case', async () => {
    const table = desk();
    const client = clientOf(await start({ devices: table.devices }));
    await signIn(client);
    table.read(...demoLines('foreigner'));
    await seen(client, reviewed);
    table.read(...demoLines('citizen'));
    const view = await seen(client, (one) => one.notice !== null);
    expect(view.notice?.code).toBe('BUSY_WITH_CASE');
    expect(view.clearance?.document?.number).toBe('12AB34567');
  });

  it('two documents in one breath open one case', async () => {
    const table = desk();
    const client = clientOf(await start({ devices: table.devices }));
    await signIn(client);
    table.read(...demoLines('foreigner'));
    table.read(...demoLines('citizen'));
    const view = await seen(client, reviewed);
    expect(view.clearance?.recordNumber).toBe('A07-000001');
    expect(view.clearance?.document?.number).toBe('12AB34567');
    expect((await seen(client, (one) => one.notice !== null)).notice?.code).toBe('BUSY_WITH_CASE');
    expect(view.totals.cleared).toBe(0);
  });

  it('never shows a discreet entry, and journals it after the decision', async () => {
    const table = desk();
    const booth = await start({ devices: table.devices });
    const client = clientOf(booth);
    await signIn(client);
    table.read(...demoLines('quiet'));
    const clearance = (await seen(client, reviewed)).clearance?.id ?? '';
    const visa = { ...VISA, number: 'DN0000077', entries: 'multiple' as const };
    await client.lane.state({ clearance, facts: { visa } });
    const view = await seen(client, (one) => one.clearance?.decisions.clear.open === true);
    expect(view.clearance?.hits).toEqual([]);
    expect(view.clearance?.decisions.clear.open).toBe(true);
    expect(JSON.stringify(view)).not.toMatch(/discreet|DI-0001|D-0001/i);
  });

  it('shows a no-read as a notice and opens no case', async () => {
    const table = desk();
    const client = clientOf(await start({ devices: table.devices }));
    await signIn(client);
    table.noRead();
    const view = await seen(client, (one) => one.notice !== null);
    expect(view).toMatchObject({ notice: { code: 'NO_READ' }, clearance: null });
  });

  it('says when the reader is lost with a case open, keeps the case, and says no more when it is back', async () => {
    const table = desk();
    const client = clientOf(await start({ devices: table.devices }));
    await signIn(client);
    table.turn('lost', 'DEVICE_UNPLUGGED');
    expect((await seen(client, (one) => one.devices[0]?.state === 'lost')).notice).toBeNull();
    table.turn('ready');
    table.read(...FOREIGNER);
    const { clearance } = await seen(client, reviewed);
    table.turn('lost', 'DEVICE_UNPLUGGED');
    const lost = await seen(client, (one) => one.notice !== null);
    expect(lost.notice?.code).toBe('READER_LOST');
    expect(lost.clearance).toMatchObject({ id: clearance?.id, decisions: { clear: { open: true } } });
    table.turn('opening');
    expect((await seen(client, (one) => one.devices[0]?.state === 'opening')).notice?.code).toBe('READER_LOST');
    table.turn('ready');
    expect((await seen(client, (one) => one.devices[0]?.state === 'ready')).notice).toBeNull();
  });

  it('takes a typed MRZ only when both typings agree', async () => {
    const client = clientOf(await start());
    await signIn(client);
    const again = [FOREIGNER[0] ?? '', (FOREIGNER[1] ?? '').replace('12AB', '12AC')];
    await expect(client.lane.typeIn({ lines: FOREIGNER, again })).rejects.toMatchObject({
      code: 'TYPED_TWICE_DIFFERS',
      data: { line: 2 },
    });
    await expect(client.lane.typeIn({ lines: ['AB', 'CD'], again: ['AB', 'CD'] })).rejects.toMatchObject({
      code: 'MRZ_UNREADABLE',
    });
    await client.lane.typeIn({ lines: FOREIGNER, again: FOREIGNER });
    expect((await seen(client, reviewed)).clearance?.document?.typedIn).toBe(true);
  });

  it('locks an account after five wrong PINs, also for the right one', async () => {
    const client = clientOf(await start());
    for (let left = 4; left >= 1; left--) {
      await expect(signIn(client, '0412', '000000')).rejects.toMatchObject({
        code: 'LOGIN_WRONG',
        data: { attemptsLeft: left },
      });
    }
    await expect(signIn(client, '0412', '000000')).rejects.toMatchObject({ code: 'LOGIN_LOCKED' });
    await expect(signIn(client)).rejects.toMatchObject({ code: 'LOGIN_LOCKED' });
  });

  it('counts and locks numbers that belong to nobody just the same', async () => {
    const client = clientOf(await start());
    for (let left = 4; left >= 1; left--) {
      await expect(signIn(client, '99999', '000000')).rejects.toMatchObject({
        code: 'LOGIN_WRONG',
        data: { attemptsLeft: left },
      });
    }
    await expect(signIn(client, '99999', '000000')).rejects.toMatchObject({ code: 'LOGIN_LOCKED' });
  });

  it('keeps the answers when the same paper is read again by itself, and begins anew when asked', async () => {
    const table = desk();
    const client = clientOf(await start({ devices: table.devices }));
    await signIn(client);
    table.read(...demoLines('resembles'));
    const { clearance } = await seen(client, reviewed);
    await client.lane.compare({
      clearance: clearance?.id ?? '',
      hit: clearance?.hits[0]?.hit ?? '',
      answer: 'DIFFERENT',
    });
    table.read(...demoLines('resembles'));
    table.noRead();
    const kept = await seen(client, (view) => view.notice?.code === 'NO_READ');
    expect(kept.clearance?.hits[0]?.answer).toBe('DIFFERENT');
    await client.lane.reread();
    table.read(...demoLines('resembles'));
    const anew = await seen(client, (view) => reviewed(view) && view.clearance?.hits[0]?.answer === null);
    expect(anew.clearance?.id).toBe(clearance?.id);
  });

  it('a technician gets device health and nothing of the lane', async () => {
    const client = clientOf(await start({ devices: desk().devices }), 'w2', 'technician');
    await signIn(client, '0901', '909090');
    expect(await client.devices.list()).toMatchObject([{ kind: 'MRZ_READER' }]);
    await expect(client.lane.watch()).rejects.toMatchObject({ code: 'ROLE_FORBIDDEN' });
  });

  it('has no dev dock and no demo officers outside training', async () => {
    const client = clientOf(await start({ demo: false }));
    await expect(client.devdock.lay({ document: 'citizen' })).rejects.toMatchObject({ code: 'TRAINING_ONLY' });
    await expect(signIn(client)).rejects.toMatchObject({ code: 'LOGIN_WRONG' });
  });

  it('without any list it says so and Clear stays closed', async () => {
    const trained = await start();
    await trained.stop();
    running.pop();
    rmSync(join(directory, 'watchlist'), { recursive: true, force: true });
    const client = clientOf(await start({ demo: false }));
    await signIn(client);
    expect((await seen(client, () => true)).notice?.code).toBe('LISTS_MISSING');
    await client.lane.typeIn({ lines: FOREIGNER, again: FOREIGNER });
    const view = await seen(client, reviewed);
    expect(view.clearance?.checks.find((check) => check.check === 'LOCAL_LISTS')).toMatchObject({
      state: 'UNDETERMINED',
      reason: 'LIST_NONE_LOADED',
    });
    expect(view.clearance?.decisions.clear).toMatchObject({ open: false, why: ['CHECK_UNDETERMINED'] });
  });

  it('names a damaged database, keeps it aside and begins a new one', async () => {
    const first = await start();
    await first.stop();
    running.pop();
    const path = join(directory, 'booth.db');
    truncateSync(path, Math.floor(statSync(path).size / 2));
    writeFileSync(path, Buffer.alloc(4096, 0xa5), { flag: 'r+' });
    const client = clientOf(await start());
    for await (const view of await client.session.watch()) {
      expect(view.storeSetAside).toBe(true);
      break;
    }
    expect(readdirSync(directory).filter((name) => /damaged/.test(name))).toHaveLength(1);
  });

  it('refuses wrong settings in one line and touches nothing', async () => {
    writeFileSync(join(directory, 'settings.json'), '{"lane":{"id":"much too long a name"}}');
    const booth = await createBooth({ dataDirectory: directory, demo: true });
    expect(booth).toMatchObject({ ok: false, error: { code: 'SETTINGS_INVALID' } });
    expect(readdirSync(directory)).toEqual(['settings.json']);
  });
});
