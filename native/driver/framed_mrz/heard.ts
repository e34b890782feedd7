import type { FramedMrzMessage } from '../../codec/framed_mrz_format.ts';
import { framedWireStream } from '../../codec/framed_mrz_protocol.ts';
import type { MenuReply } from '../../codec/menu_item.ts';
import { assembleLines } from '../../codec/mrz_lines.ts';
import { rteStream, type SwipeMessage } from '../../codec/rte_native.ts';
import type { StreamDecoder } from '../../codec/stream.ts';
import type { FramedMrzSettings } from './settings.ts';

/** What may come from a framed reader, whatever its settings. */
export type FramedHeard = FramedMrzMessage | MenuReply | SwipeMessage;

/** The decoder for these settings. */
export function framedHeardStream({ preset, bcc, format, commands }: FramedMrzSettings): StreamDecoder<FramedHeard> {
  return preset === 'rte-native' ? rteStream(bcc) : framedWireStream(format, commands);
}

/** The lines of a read; none when nothing could be read. */
export function linesOf(message: FramedMrzMessage | SwipeMessage): readonly string[] {
  if (message.type === 'swipe') return assembleLines(message.text, { pad: '_', aimId: false });
  return message.type === 'mrz' ? message.lines : [];
}
