import { err, ok, type Result } from '../../core/domain/result.ts';
import type { Clock } from '../../core/ports/clock.ts';
import type { DeviceProblem } from '../../core/ports/device.ts';
import type { Protocol } from '../codec/protocol.ts';
import { timedDecoder } from '../codec/stream.ts';
import type { BoundDriver } from '../driver/driver.ts';
import { openPort } from '../transport/open_port.ts';
import { LINE_9600_8N1 } from '../transport/transport.ts';

/** One thing that was heard, with travellers' characters covered. */
export type WatchEntry =
  | { readonly at: number; readonly message: object }
  | { readonly at: number; readonly garbage: number }
  | { readonly at: number; readonly lost: DeviceProblem };

/** Listens to a port and says what it hears; writes nothing unless told to arm. The returned function ends it. */
export async function watchPort(
  task: {
    readonly port: string;
    readonly driver: BoundDriver;
    readonly protocol: Protocol;
    readonly arm: Uint8Array | null;
  },
  clock: Clock,
  tell: (entry: WatchEntry) => void,
): Promise<Result<() => Promise<void>, DeviceProblem>> {
  const opened = await openPort(task.port, task.driver.lines?.[0] ?? LINE_9600_8N1, clock);
  if (!opened.ok) return err(opened.error);
  const transport = opened.value;
  const decoder = timedDecoder(task.protocol.stream('device-to-host'), clock, task.protocol.interByteMs, (item) => {
    const at = clock.now();
    tell(item.kind === 'garbage' ? { at, garbage: item.bytes } : { at, message: task.protocol.mask(item.message) });
  });
  transport.onBytes((bytes) => decoder.push(bytes));
  transport.onLost((lost) => tell({ at: clock.now(), lost }));
  if (task.arm !== null) await transport.write(task.arm);
  return ok(async () => {
    decoder.stop();
    await transport.close();
  });
}
