import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DeviceHealth } from '../../core/ports/device.ts';
import type { MrzReaderEvent } from '../../core/ports/mrz_reader.ts';
import { systemIds, waitingClock } from '../../core/system_ports.ts';
import { openSimulatedLane, type SimulatedLane } from '../../native/index.ts';

/** Both models are put through every way of failing. */
export const DRIVERS = ['elyctis-idbox', 'framed-mrz'] as const;

/** A device plugged in again must work within this time. */
export const WORKING_AGAIN_MS = 5000;

/** The specimen of Doc 9303-4, and an invented person. */
export const ANNA = [
  'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<',
  'L898902C36UTO7408122F1204159ZE184226B<<<<<10',
] as const;
export const LINH = [
  'P<UTOTRAN<<LINH<<<<<<<<<<<<<<<<<<<<<<<<<<<<<',
  'B1234567<8UTO9001011F3001012<<<<<<<<<<<<<<04',
] as const;

/** A simulated lane over a real pseudo-terminal, with all it said. */
export interface Rig {
  readonly lane: SimulatedLane;
  readonly events: MrzReaderEvent[];
  reads(): (readonly string[])[];
  garbage(): number;
  health(): DeviceHealth;
  close(): Promise<void>;
}

/** Starts the lane; does not wait for it to be ready. A machine without `socat` cannot run these tests and is told so. */
export async function startRig(driver: string, options: Record<string, unknown> = {}): Promise<Rig> {
  const directory = await mkdtemp(join(tmpdir(), 'booth-devices-'));
  const lane = await openSimulatedLane({ clock: waitingClock, ids: systemIds }, directory, { driver, options });
  if (lane.via !== 'pty') throw new Error('these tests need real pseudo-terminals: install socat');
  const events: MrzReaderEvent[] = [];
  lane.mrzReader.onEvent((event) => events.push(event));
  return {
    lane,
    events,
    reads: () => events.flatMap((event) => (event.kind === 'read' ? [event.lines] : [])),
    garbage: () => events.reduce((sum, event) => sum + (event.kind === 'garbage' ? event.bytes : 0), 0),
    health: () => lane.mrzReader.health(),
    close: async () => {
      await lane.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

/** The same, ready to read. */
export async function startReadyRig(driver: string, options: Record<string, unknown> = {}): Promise<Rig> {
  const rig = await startRig(driver, options);
  await until('the reader is ready', () => rig.health().state === 'ready');
  return rig;
}

/** Waits until something holds; fails with its name after `limitMs`. */
export async function until(what: string, holds: () => boolean, limitMs = WORKING_AGAIN_MS): Promise<void> {
  const limit = performance.now() + limitMs;
  while (!holds()) {
    if (performance.now() > limit) throw new Error(`not within ${limitMs} ms: ${what}`);
    await pause(2);
  }
}

export function pause(delayMs: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, delayMs));
}

/** Lays a document, waits for its read, takes it away: proof that the reader works. */
export async function proveReading(rig: Rig, lines: readonly string[]): Promise<void> {
  const before = rig.reads().length;
  rig.lane.layDocument(lines);
  await until('the document is read', () => rig.reads().length > before);
  rig.lane.removeDocument();
}

/** How many file descriptors this process holds. */
export async function openHandles(): Promise<number> {
  return (await readdir('/proc/self/fd')).length;
}
