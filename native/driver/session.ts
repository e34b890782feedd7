import type { Result } from '../../core/domain/result.ts';
import type { Symbology } from '../../core/ports/code_scanner.ts';
import type { DeviceProblem } from '../../core/ports/device.ts';
import type {
  CaptureFailure,
  CaptureRequest,
  FingerHint,
  FingerprintImage,
  SensorFacts,
} from '../../core/ports/fingerprint_reader.ts';
import type { GateInputs } from '../../core/ports/gate.ts';
import type { Signal } from '../../core/ports/signal_light.ts';

/** What a session reports upwards. `failed` asks for the connection to be ended and made anew. */
export type SessionEvent =
  | { readonly kind: 'read'; readonly lines: readonly string[]; readonly at: number }
  | { readonly kind: 'no-read'; readonly at: number }
  | { readonly kind: 'scan'; readonly text: string; readonly symbology: Symbology | null; readonly at: number }
  | { readonly kind: 'media'; readonly present: boolean; readonly at: number }
  | { readonly kind: 'finger'; readonly hint: FingerHint; readonly at: number }
  | { readonly kind: 'inputs'; readonly inputs: GateInputs; readonly at: number }
  | { readonly kind: 'chip'; readonly present: boolean; readonly atr: Uint8Array | null; readonly at: number }
  | { readonly kind: 'garbage'; readonly bytes: number; readonly at: number }
  /** A frame whose checksum or form was wrong, and its like: counted as a failure, the connection stays. */
  | { readonly kind: 'fault'; readonly problem: DeviceProblem; readonly at: number }
  /** How long an act took; goes into the device's p95 of that name (`heartbeat`, `read`, `capture`, `release` ...). */
  | { readonly kind: 'timed'; readonly act: string; readonly ms: number }
  | { readonly kind: 'failed'; readonly problem: DeviceProblem };

/** One question of a self test; `step` is a key of the driver's texts. `detail` holds no traveller data. */
export interface SelfTestStep {
  readonly step: string;
  readonly ok: boolean;
  readonly detail: string;
}

/** Who answered at the start of a session. */
export interface DeviceIdentity {
  readonly firmware: string | null;
  readonly serialNumber?: string | null;
}

/** The protocol over one connection: what all kinds have. */
interface SessionLife {
  /** Re-synchronises and finds out who is there; bounded in time. Never actuates, erases or reconfigures for good. */
  start(): Promise<Result<DeviceIdentity, DeviceProblem>>;
  /** Asks what can be asked without moving, lighting or changing anything. */
  selfTest(): Promise<readonly SelfTestStep[]>;
  /** Ends all waiting; nothing is emitted afterwards. */
  stop(): void;
}

export interface MrzReaderSession extends SessionLife {
  readonly kind: 'MRZ_READER';
  /** Makes the device ready for a document, including one that lies there already. */
  arm(): Promise<Result<void, DeviceProblem>>;
}

export interface CodeScannerSession extends SessionLife {
  readonly kind: 'CODE_SCANNER';
  arm(): Promise<Result<void, DeviceProblem>>;
  verdict(verdict: 'GOOD' | 'BAD' | 'NONE'): Promise<Result<void, DeviceProblem>>;
}

export interface FingerprintSession extends SessionLife {
  readonly kind: 'FINGERPRINT_READER';
  /** Known once `start` has succeeded. */
  sensor(): SensorFacts;
  /** Enrolment quality is judged above the session. Settles in any case, also when the session is stopped. */
  capture(request: CaptureRequest): Promise<Result<FingerprintImage, CaptureFailure>>;
  cancel(): Promise<void>;
}

export interface GateSession extends SessionLife {
  readonly kind: 'GATE';
  inputs(): GateInputs;
  /** One pulse; resolves when it is over and read back. */
  release(): Promise<Result<void, DeviceProblem>>;
}

export interface SignalLightSession extends SessionLife {
  readonly kind: 'SIGNAL_LIGHT';
  show(signal: Signal): Promise<Result<void, DeviceProblem>>;
}

export interface ChipReaderSession extends SessionLife {
  readonly kind: 'CHIP_READER';
  present(): boolean;
  open(): Promise<
    Result<
      { transmit(apdu: Uint8Array): Promise<Result<Uint8Array, DeviceProblem>>; end(): Promise<void> },
      DeviceProblem
    >
  >;
}

export type Session =
  | MrzReaderSession
  | CodeScannerSession
  | FingerprintSession
  | GateSession
  | SignalLightSession
  | ChipReaderSession;
