import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock } from '../../core/ports/clock.ts';
import type { HidPlug } from './hid_cable.ts';
import { loopbackPlug } from './loopback.ts';
import type { Plug } from './plug.ts';
import { ptyPlug } from './pty.ts';
import type { Simulator } from './simulator.ts';

/** A pseudo-terminal in `directory` where the machine can make one, else a loopback; `Plug.via` says which. */
export async function bestPlug(directory: string, name: string, clock: Clock, pty = true): Promise<Plug> {
  if (!pty) return loopbackPlug(name);
  await mkdir(directory, { recursive: true });
  const made = await ptyPlug(join(directory, name), clock);
  return made.ok ? made.value : loopbackPlug(name);
}

/** Joins a serial simulator to its plug, now and after each replugging. */
export function connectSimulator(simulator: Simulator<'serial'>, plug: Plug): void {
  plug.onDeviceEnd((end) => {
    if (end === null) simulator.detach();
    else simulator.attach(end);
  });
}

/** The same for a HID simulator. */
export function connectHidSimulator(simulator: Simulator<'hid'>, plug: HidPlug): void {
  plug.onDeviceEnd((end) => {
    if (end === null) simulator.detach();
    else simulator.attach(end);
  });
}
