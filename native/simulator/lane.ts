import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock } from '../../core/ports/clock.ts';
import { framedMrzFormat } from '../codec/framed_mrz_format.ts';
import { elyctisSimulator } from './elyctis_idbox.ts';
import type { Simulator } from './faults.ts';
import { framedSimulator } from './framed_mrz.ts';
import { loopbackPlug } from './loopback.ts';
import type { Plug } from './plug.ts';
import { ptyPlug } from './pty.ts';

/** A simulator of the model which this driver speaks to; null for a model without one. */
export function simulatorFor(driver: string, clock: Clock, options: unknown): Simulator | null {
  if (driver === 'elyctis-idbox') return elyctisSimulator(clock);
  if (driver !== 'framed-mrz') return null;
  const format = typeof options === 'object' && options !== null && 'format' in options ? options.format : {};
  const parsed = framedMrzFormat.safeParse(format);
  return parsed.success ? framedSimulator(clock, parsed.data) : null;
}

/** A pseudo-terminal in `directory` where the machine can make one, else a loopback; `Plug.via` says which. */
export async function bestPlug(directory: string, name: string, clock: Clock, pty = true): Promise<Plug> {
  if (!pty) return loopbackPlug(name);
  await mkdir(directory, { recursive: true });
  const made = await ptyPlug(join(directory, name), clock);
  return made.ok ? made.value : loopbackPlug(name);
}

/** Joins a simulator to its plug, now and after each replugging. */
export function connectSimulator(simulator: Simulator, plug: Plug): void {
  plug.onDeviceEnd((end) => {
    if (end === null) simulator.detach();
    else simulator.attach(end);
  });
}
