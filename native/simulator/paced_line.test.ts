import { expect, it } from 'vitest';
import { ok } from '../../core/domain/result.ts';
import { waitingClock } from '../../core/system_ports.ts';
import type { Transport } from '../transport/transport.ts';
import { pacedLine } from './paced_line.ts';

it('lets every byte through in order, none before its time, and not much later', async () => {
  const arrived: { readonly at: number; readonly bytes: number }[] = [];
  const seen: number[] = [];
  const transport: Transport = {
    path: 'line',
    write: async (bytes) => {
      seen.push(...bytes);
      arrived.push({ at: performance.now(), bytes: seen.length });
      return ok(undefined);
    },
    onBytes: () => () => {},
    onLost: () => () => {},
    close: async () => {},
  };
  const line = pacedLine(transport, waitingClock, 115_200);
  const all = Uint8Array.from({ length: 3000 }, (_, at) => at % 256);
  const began = performance.now();
  await Promise.all([
    line.write(all.subarray(0, 1000)),
    line.write(all.subarray(1000, 1003)),
    line.write(all.subarray(1003)),
  ]);
  const took = performance.now() - began;
  expect(seen).toEqual([...all]);
  // 11.52 bytes in a millisecond; the clock and its timers are whole milliseconds apart at worst.
  for (const { at, bytes } of arrived) expect(bytes / 11.52).toBeLessThanOrEqual(at - began + 2);
  expect(took).toBeGreaterThan(3000 / 11.52 - 2);
  expect(took).toBeLessThan(3000);
});
