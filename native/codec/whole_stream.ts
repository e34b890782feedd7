import type { Result } from '../../core/domain/result.ts';
import type { FrameErrorCode } from './frame_error.ts';
import type { StreamDecoder } from './stream.ts';

/**
 * The stream of a protocol whose frames arrive whole or not at all (a HID report, the text of one bar code): each push is
 * one frame or garbage, nothing is ever half read.
 */
export function wholeStream<Message>(
  decode: (bytes: Uint8Array) => Result<Message, FrameErrorCode>,
): StreamDecoder<Message> {
  let run = 0;
  return {
    push: (bytes) => {
      if (bytes.length === 0) return [];
      const decoded = decode(bytes);
      run = decoded.ok ? 0 : run + bytes.length;
      return [decoded.ok ? { kind: 'frame', message: decoded.value } : { kind: 'garbage', bytes: bytes.length }];
    },
    silence: () => [],
    waiting: () => false,
    garbageRun: () => run,
  };
}
