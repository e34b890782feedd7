import { expect, it } from 'vitest';
import { ok } from '../../../core/domain/result.ts';
import type { Clock } from '../../../core/ports/clock.ts';
import type { Transport } from '../../transport/transport.ts';
import { releasePulse } from '../release_pulse.ts';
import { modbusClient } from './client.ts';

/** Time that passes only when told to, timers in the order in which they are due. */
function standingClock() {
  let now = 0;
  let due: { at: number; run: () => void }[] = [];
  const clock: Clock = {
    now: () => now,
    monotonic: () => now,
    after: (delayMs, run) => {
      const one = { at: now + delayMs, run };
      due.push(one);
      return () => {
        due = due.filter((other) => other !== one);
      };
    },
  };
  const settled = async () => {
    for (let turn = 0; turn < 30; turn += 1) await Promise.resolve();
  };
  const pass = async (ms: number): Promise<void> => {
    const end = now + ms;
    await settled();
    for (let next = soonest(end); next !== undefined; next = soonest(end)) {
      now = next.at;
      due = due.filter((other) => other !== next);
      next.run();
      await settled();
    }
    now = end;
  };
  const soonest = (end: number) => due.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
  return { clock, pass };
}

const UNIT = 1;
const WRITE = 5;

it('sends "off" when the pulse is over although the board does not answer what was asked meanwhile', async () => {
  const { clock, pass } = standingClock();
  const orders: { at: number; on: boolean }[] = [];
  let reads = 0;
  const transport: Transport = {
    path: '',
    write: async (frame) => {
      if (frame[1] === WRITE) {
        orders.push({ at: clock.now(), on: frame[4] === 0xff });
        client.settle({ type: 'write-coil', unit: UNIT, address: 0, on: frame[4] === 0xff });
        return ok(undefined);
      }
      reads += 1;
      // The first says off before the pulse; then the board falls silent.
      if (reads === 1) client.settle({ type: 'values', unit: UNIT, table: 'coils', data: [0] });
      return ok(undefined);
    },
    onBytes: () => () => {},
    onLost: () => () => {},
    close: async () => {},
  };
  const client = await modbusClient(transport, clock, { unit: UNIT, gapMs: 50, responseTimeoutMs: 5000 });
  const relay = {
    set: (on: boolean) => client.writeCoil(0, on),
    isOn: (withinMs?: number) => client.readCoil(0, withinMs),
    outlive: () => {},
    letGo: () => {},
  };
  const released = releasePulse(relay, clock, 300, () => {}).release();
  await pass(20_000);
  expect((await released).ok).toBe(false);
  const [on, off] = orders;
  expect([on?.on, off?.on]).toEqual([true, false]);
  expect((off?.at ?? 0) - (on?.at ?? 0)).toBeLessThanOrEqual(300 + 50);
});
