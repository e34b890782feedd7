import type { Result } from '../../../core/domain/result.ts';
import type { Clock } from '../../../core/ports/clock.ts';
import type {
  CaptureFailure,
  CaptureRequest,
  FingerprintImage,
  SensorFacts,
} from '../../../core/ports/fingerprint_reader.ts';
import type { IlvMessage } from '../../codec/morphosmart_ilv.ts';
import type { SessionEvent } from '../session.ts';
import type { Commands } from './commands.ts';
import type { IlvLink } from './link.ts';
import type { MorphosmartSettings } from './settings.ts';

/** What taking pictures needs of the session. */
export interface CaptureNeeds {
  readonly link: Pick<IlvLink, 'send'>;
  readonly asked: Commands;
  readonly clock: Clock;
  readonly options: MorphosmartSettings;
  readonly emit: (event: SessionEvent) => void;
  readonly sensor: () => SensorFacts;
}

/** One picture at a time. */
export interface Captures {
  take(request: CaptureRequest): Promise<Result<FingerprintImage, CaptureFailure>>;
  cancel(): Promise<void>;
  active(): boolean;
  /** Anything arrived at all. */
  heard(): void;
  /** Takes the messages that belong to a capture; false for all others. */
  onMessage(message: IlvMessage): boolean;
  /** A message that was on its way will not come. */
  onLost(): void;
  stop(): void;
}
