import type { Result } from '../domain/result.ts';
import type { DeviceHealth, DeviceProblem } from './device.ts';

/** The kinds of bar code a scanner may name (AIM identifiers ]L ]z ]Q ]d ]C ]A ]E); null where it does not say. */
export type Symbology = 'PDF417' | 'AZTEC' | 'QR' | 'DATA_MATRIX' | 'CODE_128' | 'CODE_39' | 'EAN';

export type CodeScannerEvent =
  /** The text of one code, as sent (1 to 4096 characters), not yet parsed or trusted. */
  | { readonly kind: 'scan'; readonly text: string; readonly symbology: Symbology | null; readonly at: number }
  /** Something was laid on the scanner or taken away, where it can tell. */
  | { readonly kind: 'media'; readonly present: boolean; readonly at: number }
  | { readonly kind: 'garbage'; readonly bytes: number; readonly at: number }
  | { readonly kind: 'health'; readonly health: DeviceHealth };

/** A reader of bar codes: boarding passes, declarations. Reconnects by itself until closed; never throws. */
export interface CodeScanner {
  readonly name: string;
  health(): DeviceHealth;
  onEvent(listener: (event: CodeScannerEvent) => void): () => void;
  /** Makes it look for a code now. */
  arm(): Promise<Result<void, DeviceProblem>>;
  /** Shows the person whether what was scanned is good; does nothing on a scanner without such lights. */
  verdict(verdict: 'GOOD' | 'BAD' | 'NONE'): Promise<Result<void, DeviceProblem>>;
  close(): Promise<void>;
}
