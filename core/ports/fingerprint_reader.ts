import type { Result } from '../domain/result.ts';
import type { DeviceHealth, DeviceProblemCode } from './device.ts';

/** Finger positions of ISO/IEC 19794-4: 1 right thumb ... 5 right little, 6 left thumb ... 10 left little, 0 unknown. */
export type Finger = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10;

/** What the sensor really is, whatever its driver hands on. */
export interface SensorFacts {
  /** Dots per inch of the optics, not of a scaled image. */
  readonly resolutionDpi: number;
  /** Bits of grey the sensor tells apart; 4-bit pictures are spread over 8 bits but stay 4-bit. */
  readonly depthBits: number;
  readonly width: number;
  readonly height: number;
  /** Notices made-up fingers; null = not known. */
  readonly livenessCheck: boolean | null;
}

/** An 8-bit grey image, row by row from the top left; 0 black, ridges dark. */
export interface FingerprintImage {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
  readonly sensor: SensorFacts;
  readonly finger: Finger;
  /** 0 to 100 where the device says it on its own scale, `scale` names it; null where it says nothing. */
  readonly quality: { readonly value: number; readonly scale: string } | null;
  /** Wall time, ms. */
  readonly at: number;
}

/** Why there is no image. Device problems end in their own code. */
export type CaptureFailureCode =
  | 'CAPTURE_TIMEOUT'
  | 'CAPTURE_CANCELLED'
  | 'CAPTURE_BUSY'
  | 'FINGER_MOVED'
  | 'QUALITY_LOW'
  | 'FAKE_FINGER'
  | 'LATENT_PRINT'
  | 'SENSOR_DIRTY'
  | 'IMAGE_BROKEN'
  /** The law wants enrolment quality here, and this sensor is below 500 dpi or 8 bits. */
  | 'BELOW_ENROLMENT';

export interface CaptureFailure {
  readonly code: CaptureFailureCode | DeviceProblemCode;
  readonly detail: string;
}

export interface CaptureRequest {
  readonly finger: Finger;
  /** ENROLMENT wants 500 dpi and 8 bits at least. */
  readonly purpose: 'VERIFICATION' | 'ENROLMENT';
  readonly timeoutMs: number;
}

/** What the person should do now, during a capture. */
export type FingerHint =
  | 'PLACE'
  | 'MOVE_UP'
  | 'MOVE_DOWN'
  | 'MOVE_LEFT'
  | 'MOVE_RIGHT'
  | 'PRESS_HARDER'
  | 'REMOVE'
  | 'HOLD';

export type FingerprintReaderEvent =
  | { readonly kind: 'finger'; readonly hint: FingerHint; readonly at: number }
  | { readonly kind: 'health'; readonly health: DeviceHealth };

/** A fingerprint reader. Reconnects by itself until closed; never throws. One capture at a time (CAPTURE_BUSY). */
export interface FingerprintReader {
  readonly name: string;
  health(): DeviceHealth;
  /** Null while it is not connected. */
  sensor(): SensorFacts | null;
  onEvent(listener: (event: FingerprintReaderEvent) => void): () => void;
  /** Always settles: with an image, or a reason within the time-out and a second more. */
  capture(request: CaptureRequest): Promise<Result<FingerprintImage, CaptureFailure>>;
  /** Ends a capture under way with CAPTURE_CANCELLED. */
  cancel(): Promise<void>;
  close(): Promise<void>;
}
