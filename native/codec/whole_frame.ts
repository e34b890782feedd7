import { err, ok, type Result } from '../../core/domain/result.ts';
import type { Judge } from './either.ts';
import type { FrameErrorCode } from './frame_error.ts';

/** Reads bytes that must be exactly one frame of this kind. */
export function wholeFrame<Message>(bytes: Uint8Array, judge: Judge<Message>): Result<Message, FrameErrorCode> {
  if (bytes.length === 0) return err('EMPTY');
  const front = judge(bytes);
  if (front.kind === 'need') return err('TRUNCATED');
  if (front.kind === 'skip') return err('FRAMING');
  return front.length < bytes.length ? err('TRAILING_BYTES') : ok(front.message);
}
