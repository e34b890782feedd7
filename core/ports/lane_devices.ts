import type { ChipReader } from './chip_reader.ts';
import type { CodeScanner } from './code_scanner.ts';
import type { DeviceHealth } from './device.ts';
import type { FingerprintReader } from './fingerprint_reader.ts';
import type { Gate } from './gate.ts';
import type { MrzReader } from './mrz_reader.ts';
import type { SignalLight } from './signal_light.ts';

/** The devices of one lane, opened and supervised elsewhere. The lane uses the first of each kind. */
export interface LaneDevices {
  readonly mrzReader: MrzReader | null;
  readonly codeScanner: CodeScanner | null;
  readonly fingerprintReader: FingerprintReader | null;
  readonly gate: Gate | null;
  readonly signalLight: SignalLight | null;
  readonly chipReader: ChipReader | null;
  health(): readonly DeviceHealth[];
  onHealth(listener: (health: readonly DeviceHealth[]) => void): () => void;
  close(): Promise<void>;
}

/** A lane without devices. */
export const NO_DEVICES: LaneDevices = {
  mrzReader: null,
  codeScanner: null,
  fingerprintReader: null,
  gate: null,
  signalLight: null,
  chipReader: null,
  health: () => [],
  onHealth: () => () => {},
  close: async () => {},
};

/** The hands of the demo: lays documents on the simulated reader. Given only in training. */
export interface Dock {
  lay(lines: readonly string[]): Promise<void>;
  /** Holds a code before the simulated scanner; false where none stands there. */
  scan(text: string): Promise<boolean>;
  fault(fault: 'no-read' | 'garbage' | 'half-frame'): Promise<void>;
  plug(plugged: boolean): Promise<void>;
}
