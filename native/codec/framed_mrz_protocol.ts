import { err } from '../../core/domain/result.ts';
import { decodeFramed, encodeFramed, framedStream } from './framed_mrz.ts';
import type { FramedMrzFormat, FramedMrzMessage } from './framed_mrz_format.ts';
import type { FrameField, Protocol } from './protocol.ts';
import { silentStream } from './stream.ts';

/** The protocol of a one-way reader whose frames look like `format`. */
export function framedMrzProtocol(format: FramedMrzFormat): Protocol<FramedMrzMessage> {
  const head = format.prefix.length + (format.stx === null ? 0 : 1);
  const check = format.checksum.kind === 'none' ? 0 : 1;
  const fields = (frame: Uint8Array): FrameField[] => {
    const textEnd = frame.length - format.suffix.length - check;
    // What is checked and what stands around it says nothing of the text; the check byte itself would, a little.
    const tail: FrameField[] =
      check === 0
        ? [{ name: 'end', from: textEnd, to: frame.length, open: true }]
        : [{ name: 'end', from: textEnd, to: frame.length, open: false }];
    const all: FrameField[] = [
      { name: 'start', from: 0, to: head, open: true },
      { name: 'text', from: head, to: textEnd, open: false },
      ...tail,
    ];
    return all.filter(({ from, to }) => to > from);
  };
  return {
    name: 'framed-mrz',
    decode: (direction, bytes) => (direction === 'host-to-device' ? err('ONE_WAY') : decodeFramed(bytes, format)),
    encode: (_direction, message) => encodeFramed(message.type === 'mrz' ? message.lines : [], format),
    stream: (direction) => (direction === 'host-to-device' ? silentStream() : framedStream(format)),
    mask: (message) =>
      message.type === 'mrz' ? { ...message, lines: message.lines.map((line) => 'X'.repeat(line.length)) } : message,
    fields: (_direction, frame) => fields(frame),
    interByteMs: 200,
  };
}
