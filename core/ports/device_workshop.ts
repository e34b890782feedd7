import type { Result } from '../domain/result.ts';
import type { DeviceKind, DeviceProblem } from './device.ts';

/** How a device is connected. */
export type DeviceLink = 'serial' | 'hid' | 'pcsc';
export type DriverMaturity = 'EXPERIMENTAL' | 'BETA' | 'STABLE';

/** The settings of one device, as `settings.json` holds them; `options` are checked by the driver's own schema. */
export interface DeviceSetting {
  readonly name: string;
  readonly driver: string;
  readonly path?: string | undefined;
  readonly usb?:
    | { readonly vendorId: string; readonly productId: string; readonly serialNumber?: string | undefined }
    | undefined;
  /** A software device stands in its place. */
  readonly simulated?: boolean | undefined;
  readonly options: Readonly<Record<string, unknown>>;
}

/** What is wrong with settings: which device (null: the list itself), which dotted path in it, and one line for the technician. */
export interface SettingsFault {
  readonly device: string | null;
  readonly path: string;
  readonly detail: string;
}

/** One option of a driver; title and reason stand in `resources/locales/drivers`. `default` is JSON text. */
export interface DriverOption {
  readonly path: string;
  readonly type: 'number' | 'text' | 'choice' | 'switch' | 'bytes' | 'json';
  readonly choices: readonly string[];
  readonly min: number | null;
  readonly max: number | null;
  readonly default: string;
}

/** A driver as a technician chooses it. */
export interface DriverFacts {
  readonly id: string;
  readonly model: string;
  readonly kind: DeviceKind;
  readonly link: DeviceLink;
  readonly maturity: DriverMaturity;
  readonly source: string;
  readonly canProbe: boolean;
  readonly hasSimulator: boolean;
  readonly options: readonly DriverOption[];
}

/** Something plugged in. WEAK: numbers that say nothing of what is behind them; a person confirms. */
export interface FoundDevice {
  readonly link: DeviceLink;
  readonly port: string;
  readonly vendorId: string | null;
  readonly productId: string | null;
  readonly serialNumber: string | null;
  readonly product: string | null;
  readonly matches: readonly { readonly driver: string; readonly strength: 'EXACT' | 'WEAK' }[];
  /** The name of the device of this lane that lives there. */
  readonly usedBy: string | null;
}

/** What a device did since the booth started; only ever grows. */
export interface DeviceSigns {
  /** Heartbeats answered. */
  readonly beats: number;
  /** Broken frames, garbage, lost connections. */
  readonly faults: number;
  readonly reads: number;
  /** Good frames that came from it. */
  readonly frames: number;
  /** Wall time of the last bytes from it. */
  readonly lastHeardAt: number | null;
  /** Wall time of its last fault. */
  readonly lastFaultAt: number | null;
}

/** One thing on the wire. Covered parts have no bytes in here, only a length: they never leave the device layer. */
export interface WireEntry {
  readonly seq: number;
  readonly at: number;
  readonly direction: 'host-to-device' | 'device-to-host';
  readonly kind: 'frame' | 'garbage' | 'lost' | 'opened' | 'mark';
  readonly bytes: number;
  readonly fields: readonly {
    readonly name: string;
    readonly bytes: number;
    readonly hex: string;
    readonly open: boolean;
  }[];
  /** The message's name in the protocol's words, and what of it is open, as short text. */
  readonly message: string | null;
  readonly values: string;
  readonly problem: string | null;
  readonly heartbeat: boolean;
}

/** What goes over one device's wire: the last 500 things and everything new. */
export interface DeviceWire {
  entries(): readonly WireEntry[];
  onEntry(listener: (entry: WireEntry) => void): () => void;
  mark(text: string): void;
}

/** A stored recording; travellers' characters were replaced while it was made. */
export interface RecordingFacts {
  readonly id: string;
  readonly device: string;
  readonly driver: string;
  readonly startedAt: number;
  readonly endedAt: number | null;
  readonly entries: number;
}

/** How a recording compared with what the driver says today. */
export interface ReplayVerdict {
  readonly same: boolean;
  readonly sent: number;
  readonly heard: number;
  readonly differsAt: number | null;
  readonly expected: string | null;
  readonly said: string | null;
}

/** One question of a driver's own self test. */
export interface DeviceAnswer {
  readonly step: string;
  readonly ok: boolean;
  readonly detail: string;
}

/** What a port answered to safe questions. */
export interface PortAnswer {
  readonly driver: string | null;
  readonly firmware: string | null;
  readonly problem: string | null;
}

/** What the booth asks of the device layer for a technician. Nothing here tells of a traveller. */
export interface DeviceWorkshop {
  drivers(): readonly DriverFacts[];
  /** The settings in service, in order. */
  settings(): readonly DeviceSetting[];
  /** What each device really did; null for a name that is not in service. */
  signs(device: string): DeviceSigns | null;
  /** The settings with every default of form, or what is wrong with them. Touches no device. */
  check(settings: readonly unknown[]): Result<readonly DeviceSetting[], SettingsFault>;
  /** Puts settings in service: devices whose settings did not change keep running, the ports of the lane stay valid. */
  apply(settings: readonly DeviceSetting[]): Promise<Result<void, SettingsFault>>;
  /** What is plugged in now; nothing is sent to anything. */
  discover(): Promise<Result<readonly FoundDevice[], DeviceProblem>>;
  /** Asks a port what it is, with safe questions only. */
  probe(port: string): Promise<PortAnswer>;
  /** The driver's safe questions; null while the device is not ready. */
  ask(device: string): Promise<readonly DeviceAnswer[] | null>;
  wire(device: string): DeviceWire | null;
  /** The new recording's id; null for a device that is not in service. Ends by itself at its bounds. */
  startRecording(device: string): Promise<string | null>;
  stopRecording(recording: string): Promise<void>;
  /** Newest first. */
  recordings(): readonly RecordingFacts[];
  /** Null: there is no such recording, or it cannot be read. */
  replay(recording: string): Promise<ReplayVerdict | null>;
}

/** A booth whose devices are not its own to change. */
export const NO_WORKSHOP: DeviceWorkshop = {
  drivers: () => [],
  settings: () => [],
  signs: () => null,
  check: () => ({
    ok: false,
    error: { device: null, path: '', detail: 'the devices of this booth cannot be changed' },
  }),
  apply: async () => ({
    ok: false,
    error: { device: null, path: '', detail: 'the devices of this booth cannot be changed' },
  }),
  discover: async () => ({ ok: true, value: [] }),
  probe: async () => ({ driver: null, firmware: null, problem: 'DEVICE_UNSUPPORTED' }),
  ask: async () => null,
  wire: () => null,
  startRecording: async () => null,
  stopRecording: async () => {},
  recordings: () => [],
  replay: async () => null,
};
