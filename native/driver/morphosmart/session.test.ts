import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ok } from '../../../core/domain/result.ts';
import type { Clock } from '../../../core/ports/clock.ts';
import { ilvBytes } from '../../codec/morphosmart_ilv.ts';
import { frameOf, usbStream } from '../../codec/morphosmart_ilv_usb.ts';
import type { Transport } from '../../transport/transport.ts';
import type { SessionEvent } from '../session.ts';
import { morphosmartSession } from './session.ts';
import { morphosmartSettings } from './settings.ts';

const hex = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text.replaceAll(' ', ''), 'hex'));
const NAMES: Readonly<Record<number, string>> = { 5: 'GET_DESCRIPTOR', 33: 'ENROLL', 112: 'CANCEL' };
const DESCRIPTOR = ilvBytes(0x05, [hex('00'), ilvBytes(0x2a, [Buffer.from('MSO Version: 1\0')])]);
const BUSY = hex('05 0500 f4 00000000');

/** A session on a line whose other end, and whose time, the test plays. */
function stand() {
  let at = 0;
  let timers: { readonly due: number; readonly run: () => void }[] = [];
  const clock: Clock = {
    now: () => at,
    monotonic: () => at,
    after: (delayMs, run) => {
      const timer = { due: at + delayMs, run };
      timers.push(timer);
      return () => {
        timers = timers.filter((one) => one !== timer);
      };
    },
  };
  const said: string[] = [];
  const events: SessionEvent[] = [];
  const heard = usbStream('host-to-device');
  let listener: (bytes: Uint8Array) => void = () => {};
  const transport: Transport = {
    path: 'line',
    write: async (bytes) => {
      for (const item of heard.push(bytes)) if (item.kind === 'frame') said.push(NAMES[item.message.id] ?? '?');
      return ok(undefined);
    },
    onBytes: (next) => {
      listener = next;
      return () => {
        listener = () => {};
      };
    },
    onLost: () => () => {},
    close: async () => {},
  };
  const options = morphosmartSettings.parse({});
  const session = morphosmartSession({ transport, clock, options, emit: (event) => events.push(event) });
  const settled = async (): Promise<void> => {
    for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
  };
  const move = async (ms: number): Promise<void> => {
    const until = at + ms;
    for (;;) {
      const next = timers.toSorted((a, b) => a.due - b.due).find(({ due }) => due <= until);
      if (next === undefined) break;
      timers = timers.filter((timer) => timer !== next);
      at = next.due;
      next.run();
      await settled();
    }
    at = until;
    await settled();
  };
  const say = async (bytes: Uint8Array): Promise<void> => {
    listener(bytes);
    await settled();
  };
  return { session, said, events, move, say, timers: () => timers.length };
}

describe('the start', () => {
  it('cancels, asks who is there, and asks again until the device is free', async () => {
    const { session, said, move, say } = stand();
    const started = session.start();
    await move(100);
    expect(said).toEqual(['CANCEL', 'GET_DESCRIPTOR']);
    await say(frameOf(BUSY));
    await move(400);
    // The capture of the host before ends; nobody here waits for it.
    await say(frameOf(hex('21 0500 e5 00000000')));
    await say(frameOf(DESCRIPTOR));
    expect(await started).toMatchObject({ ok: true, value: { firmware: 'MSO Version: 1', serialNumber: null } });
    expect(said).toEqual(['CANCEL', 'GET_DESCRIPTOR', 'CANCEL', 'GET_DESCRIPTOR']);
    session.stop();
  });

  it('is bounded when the device stays busy, says nothing, or something else', async () => {
    const outcome = async (answer: Uint8Array | null) => {
      const { session, said, move, say, timers } = stand();
      const started = session.start();
      await move(100);
      for (let tries = 0; tries < 4; tries += 1) {
        if (answer !== null) await say(answer);
        await move(1500);
      }
      const result = await started;
      session.stop();
      expect(timers()).toBe(0);
      return [result.ok ? 'ok' : result.error.code, said.filter((one) => one === 'GET_DESCRIPTOR').length];
    };
    expect(await outcome(frameOf(BUSY))).toEqual(['DEVICE_REFUSED', 4]);
    expect(await outcome(null)).toEqual(['DEVICE_SILENT', 2]);
    expect(await outcome(hex('15 0d0a 3f'))).toEqual(['DEVICE_WRONG', 2]);
    expect(await outcome(frameOf(hex('05 0500 bc 00000000')))).toEqual(['DEVICE_REFUSED', 1]);
  });
});

it('leaves nothing waiting when it is stopped, wherever it is', async () => {
  for (const when of [0, 50, 100, 300, 1700, 2100, 4000]) {
    const { session, said, move, timers } = stand();
    const started = session.start();
    await move(when);
    const before = said.length;
    session.stop();
    await move(0);
    expect((await started).ok).toBe(false);
    expect([when, timers(), said.length]).toEqual([when, 0, before]);
    expect(await session.selfTest()).toMatchObject([{ ok: false }, { ok: false }]);
    expect(timers()).toBe(0);
  }
});

describe('the heartbeat', () => {
  it('asks while nothing goes on, ends what nobody here began, and tells of silence after two', async () => {
    const { session, said, events, move, say } = stand();
    const started = session.start();
    await move(100);
    await say(frameOf(DESCRIPTOR));
    await started;
    said.length = 0;
    await move(2000);
    await say(frameOf(BUSY));
    expect(said).toEqual(['GET_DESCRIPTOR', 'CANCEL']);
    expect(events.at(-1)).toMatchObject({ kind: 'timed', act: 'heartbeat' });
    await move(2000 + 1500 + 2000 + 1499);
    expect(events.some(({ kind }) => kind === 'failed')).toBe(false);
    await move(1);
    expect(events.at(-1)).toMatchObject({ kind: 'failed', problem: { code: 'DEVICE_SILENT' } });
    session.stop();
  });
});

it('settles and never throws, whatever the device says', async () => {
  const id = fc.constantFrom(0x05, 0x21, 0x50, 0x71, 0x07, 0x22, 0x3d);
  const value = fc.oneof(
    fc.uint8Array({ maxLength: 40 }),
    fc.tuple(fc.uint8Array({ maxLength: 8 }), id, fc.uint8Array({ maxLength: 30 })).map(([head, part, rest]) => {
      return Uint8Array.from([...head, ...ilvBytes(part, [rest])]);
    }),
  );
  const spoken = fc.oneof(
    fc.tuple(id, value).map(([one, content]) => frameOf(ilvBytes(one, [content]))),
    fc.uint8Array({ maxLength: 30 }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(spoken, { maxLength: 12 }), async (all) => {
      const { session, events, move, say, timers } = stand();
      const started = session.start();
      await move(100);
      await say(frameOf(DESCRIPTOR));
      expect((await started).ok).toBe(true);
      const taking = session.capture({ finger: 1, purpose: 'VERIFICATION', timeoutMs: 3000 });
      const testing = session.selfTest();
      for (const one of all) {
        await say(one);
        await move(150);
      }
      await move(5000);
      expect(typeof (await taking).ok).toBe('boolean');
      expect((await testing).length).toBeGreaterThan(0);
      session.stop();
      const before = events.length;
      await move(60_000);
      expect([events.length, timers()]).toEqual([before, 0]);
    }),
    { numRuns: 150 },
  );
});
