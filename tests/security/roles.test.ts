import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/websocket';
import type { ContractRouterClient } from '@orpc/contract';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type WebSocket from 'ws';
import type { Contract } from '../../contract/index.ts';
import { may } from '../../core/domain/access/permissions.ts';
import { contractCalls } from './support/contract_calls.ts';
import { answerTo, StandingClock } from './support/door_harness.ts';
import { EVERY_ROLE } from './support/every_role.ts';
import { openRealBooth, type RealBooth } from './support/real_booth.ts';

const guarded = contractCalls.filter(({ meta }) => meta.needs !== 'WINDOW');
let serial = 0;

/** What the booth says to a call with nonsense as input: whether someone may call is judged before what is said. */
async function codeOf(socket: WebSocket, name: string): Promise<string> {
  serial += 1;
  const id = String(serial);
  const answer = answerTo(socket, id);
  const body = { json: { nonsense: true }, meta: [] };
  socket.send(JSON.stringify({ i: id, p: { u: `/${name.replaceAll('.', '/')}`, b: body } }));
  return (await answer).b?.json?.code ?? 'ANSWERED';
}

test('every call of the contract says which act it needs', () => {
  expect(contractCalls.length).toBeGreaterThanOrEqual(18);
  expect(contractCalls.filter(({ meta }) => meta.needs === null).map(({ name }) => name)).toEqual([]);
  // What anyone at the window may do before signing in is a short list, kept here on purpose.
  const open = contractCalls.filter(({ meta }) => meta.needs === 'WINDOW' && meta.demoOnly !== true);
  expect(open.map(({ name }) => name).sort()).toEqual([
    'session.keepKey',
    'session.registerKey',
    'session.showKey',
    'session.signIn',
    'session.signOut',
    'session.watch',
    'traveller.watch',
  ]);
});

describe('in training', () => {
  const clock = new StandingClock();
  let booth: RealBooth;
  let socket: WebSocket | null = null;
  beforeAll(async () => {
    booth = await openRealBooth(true, clock);
    // Invented officers are made at a first start, and their PINs take their time.
  }, 60_000);
  afterAll(() => booth.stop());
  afterEach(async () => {
    const open = socket;
    if (open === null) return;
    const closed = new Promise<void>((resolve) => open.once('close', () => resolve()));
    open.terminate();
    await closed;
    clock.advance(10_000);
  });

  test("a traveller's screen learns its moment; nobody signs in at it, and it hears of nothing else", async () => {
    socket = await booth.window('gate');
    for (const { name } of contractCalls.filter((call) => call.name !== 'traveller.watch')) {
      expect([name, await codeOf(socket, name)]).toEqual([name, 'ROLE_FORBIDDEN']);
      clock.advance(1_000);
    }
    const client: ContractRouterClient<Contract> = createORPCClient(
      new RPCLink({ websocket: socket as unknown as globalThis.WebSocket }),
    );
    await expect(
      client.session.signIn({ number: '0412', pin: '246810', direction: 'ARRIVAL', shift: '1' }),
    ).rejects.toMatchObject({ code: 'ROLE_FORBIDDEN' });
    for await (const view of await client.traveller.watch()) {
      expect(Object.keys(view).sort()).toEqual(['lane', 'moment', 'since']);
      break;
    }
  });

  test.each(guarded)('$name without signing in', async ({ name }) => {
    socket = await booth.window();
    expect(await codeOf(socket, name)).toBe('NOT_SIGNED_IN');
  });

  test.each(EVERY_ROLE)('a $role may make no call of other roles', async ({ number, pin, role }) => {
    socket = await booth.window();
    const client: ContractRouterClient<Contract> = createORPCClient(
      new RPCLink({ websocket: socket as unknown as globalThis.WebSocket }),
    );
    const { officer } = await client.session.signIn({ number, pin, direction: 'ARRIVAL', shift: '1' });
    expect(officer.roles).toEqual([role]);
    for (const { name, meta } of guarded) {
      const allowed = meta.needs !== 'WINDOW' && meta.needs !== null && may([role], meta.needs);
      const code = await codeOf(socket, name);
      if (allowed) expect([name, ['NOT_SIGNED_IN', 'ROLE_FORBIDDEN'].includes(code)]).toEqual([name, false]);
      else expect([name, code]).toEqual([name, 'ROLE_FORBIDDEN']);
      clock.advance(1_000);
    }
    await client.session.signOut();
    for (const { name } of guarded) {
      expect([name, await codeOf(socket, name)]).toEqual([name, 'NOT_SIGNED_IN']);
      clock.advance(1_000);
    }
  });
});

describe('in earnest', () => {
  test("the demo's hands do not exist", async () => {
    const booth = await openRealBooth(false, new StandingClock());
    const socket = await booth.window();
    const demoOnly = contractCalls.filter(({ meta }) => meta.demoOnly === true);
    expect(demoOnly.length).toBeGreaterThan(0);
    for (const { name } of demoOnly) expect([name, await codeOf(socket, name)]).toEqual([name, 'TRAINING_ONLY']);
    await booth.stop();
  });
});
