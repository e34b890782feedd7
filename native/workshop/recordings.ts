import type { DeviceSetting, RecordingFacts, ReplayVerdict } from '../../core/ports/device_workshop.ts';
import type { WireLog } from '../wire/device_wire.ts';

/** Recordings of wires, kept in a folder. */
export interface Recordings {
  /** Null: it cannot be written. */
  start(device: DeviceSetting, wire: WireLog): Promise<string | null>;
  stop(id: string): Promise<void>;
  list(): readonly RecordingFacts[];
  replay(id: string): Promise<ReplayVerdict | null>;
  close(): Promise<void>;
}

export const NO_RECORDINGS: Recordings = {
  start: async () => null,
  stop: async () => {},
  list: () => [],
  replay: async () => null,
  close: async () => {},
};
