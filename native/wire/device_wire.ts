import type { Clock } from '../../core/ports/clock.ts';
import type { DeviceSigns, DeviceWire, WireEntry } from '../../core/ports/device_workshop.ts';
import type { Protocol, WireDirection, WireMessage } from '../codec/protocol.ts';
import type { SessionEvent } from '../driver/session.ts';
import { type CoveredFrame, coveredFrame } from './covered.ts';

/** So many of the last things are kept for each device. */
export const KEPT_ENTRIES = 500;

/** Something on the wire as a recorder takes it: a masked frame in whole, so that it decodes again, or what else happened. */
export interface WireHappening {
  readonly at: number;
  readonly direction: WireDirection;
  readonly frame: Uint8Array | null;
  readonly garbage: number;
  /** Set for a HID feature report that the host asked for by this id. */
  readonly feature: number | null;
}

/** The wire of one device over all its connections: what a technician sees, what a recorder takes, what a trial counts. */
export interface WireLog extends DeviceWire {
  signs(): DeviceSigns;
  onHappening(listener: (happening: WireHappening) => void): () => void;
  opened(): void;
  lost(problem: string): void;
  heard(bytes: number): void;
  frame(protocol: Protocol, direction: WireDirection, message: WireMessage, feature?: number): void;
  /** A frame whose form is not told. */
  closed(direction: WireDirection, frame: CoveredFrame): void;
  garbage(direction: WireDirection, bytes: number, problem: string): void;
  /** What the driver's session says of itself. */
  note(event: SessionEvent): void;
}

type Facts = Omit<WireEntry, 'seq' | 'at'>;
const NOTHING = { bytes: 0, fields: [], message: null, values: '', problem: null, heartbeat: false } as const;

export function wireLog(clock: Clock): WireLog {
  const entries: WireEntry[] = [];
  const listeners = new Set<(entry: WireEntry) => void>();
  const recorders = new Set<(happening: WireHappening) => void>();
  /** The last frame of each kind and way, and of which kinds a heartbeat was made. */
  const lastSaid = new Map<string, string>();
  const last: Record<WireDirection, string | null> = { 'host-to-device': null, 'device-to-host': null };
  const beating = new Set<string>();
  let seq = 0;
  let signs: DeviceSigns = { beats: 0, faults: 0, reads: 0, frames: 0, lastHeardAt: null, lastFaultAt: null };

  const add = (facts: Facts): void => {
    seq += 1;
    const entry: WireEntry = { ...facts, seq, at: clock.now() };
    entries.push(entry);
    if (entries.length > KEPT_ENTRIES) entries.shift();
    for (const listener of [...listeners]) listener(entry);
  };
  const record = (happening: Omit<WireHappening, 'at'>): void => {
    for (const recorder of [...recorders]) recorder({ ...happening, at: clock.monotonic() });
  };
  /** A frame says only "still here" when a beat was made of its kind and it says what it said the last time. */
  const isBeat = (direction: WireDirection, { message, values }: CoveredFrame): boolean => {
    const kind = `${direction} ${message}`;
    const same = lastSaid.get(kind) === values;
    lastSaid.set(kind, values);
    last[direction] = kind;
    return same && beating.has(kind);
  };
  const show = (direction: WireDirection, covered: CoveredFrame): void => {
    if (direction === 'device-to-host') signs = { ...signs, frames: signs.frames + 1 };
    add({ ...NOTHING, ...covered, direction, kind: 'frame', heartbeat: isBeat(direction, covered) });
  };
  const fault = (): void => {
    signs = { ...signs, faults: signs.faults + 1, lastFaultAt: clock.now() };
  };
  const beat = (): void => {
    signs = { ...signs, beats: signs.beats + 1 };
    for (const kind of Object.values(last)) if (kind !== null) beating.add(kind);
  };

  return {
    entries: () => entries,
    onEntry: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    mark: (text) => add({ ...NOTHING, direction: 'host-to-device', kind: 'mark', values: text }),
    signs: () => signs,
    onHappening: (listener) => {
      recorders.add(listener);
      return () => recorders.delete(listener);
    },
    opened: () => add({ ...NOTHING, direction: 'host-to-device', kind: 'opened' }),
    lost: (problem) => add({ ...NOTHING, direction: 'device-to-host', kind: 'lost', problem }),
    heard: (bytes) => {
      if (bytes > 0) signs = { ...signs, lastHeardAt: clock.now() };
    },
    frame: (protocol, direction, message, feature) => {
      show(direction, coveredFrame(protocol, direction, message));
      if (recorders.size === 0) return;
      const frame = protocol.encode(direction, protocol.mask(message));
      record({ direction, frame, garbage: 0, feature: feature ?? null });
    },
    closed: show,
    garbage: (direction, bytes, problem) => {
      add({ ...NOTHING, direction, kind: 'garbage', bytes, problem });
      record({ direction, frame: null, garbage: bytes, feature: null });
    },
    note: (event) => {
      if (event.kind === 'timed' && event.act === 'heartbeat') beat();
      if (event.kind === 'fault' || event.kind === 'garbage' || event.kind === 'failed') fault();
      const took = event.kind === 'timed' && event.act === 'capture';
      if (event.kind === 'read' || event.kind === 'scan' || took) signs = { ...signs, reads: signs.reads + 1 };
    },
  };
}
