import type { DeviceHealth } from './device.ts';
import type { MrzReader } from './mrz_reader.ts';

/** The devices of one lane, opened and supervised elsewhere. */
export interface LaneDevices {
  readonly mrzReader: MrzReader | null;
  health(): readonly DeviceHealth[];
  onHealth(listener: (health: readonly DeviceHealth[]) => void): () => void;
  close(): Promise<void>;
}

/** The hands of the demo: lays documents on the simulated reader. Given only in training. */
export interface Dock {
  lay(lines: readonly string[]): Promise<void>;
  fault(fault: 'no-read' | 'garbage' | 'half-frame'): Promise<void>;
  plug(plugged: boolean): Promise<void>;
}
