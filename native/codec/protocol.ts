import type { Result } from '../../core/domain/result.ts';
import type { FrameErrorCode } from './frame_error.ts';
import type { StreamDecoder } from './stream.ts';

export type WireDirection = 'host-to-device' | 'device-to-host';

/** The names of a frame's parts; their words stand in `resources/locales` under `wire.field`. */
export type FrameFieldName =
  | 'start'
  | 'address'
  | 'command'
  | 'status'
  | 'length'
  | 'complement'
  | 'sequence'
  | 'parameter'
  | 'value'
  | 'text'
  | 'mrz-line'
  | 'separator'
  | 'image'
  | 'template'
  | 'data'
  | 'checksum'
  | 'end';

/** One part of a frame. `open` parts hold no traveller's data; all other bytes are covered before anyone sees them. */
export interface FrameField {
  readonly name: FrameFieldName;
  readonly from: number;
  /** First byte behind the part. */
  readonly to: number;
  readonly open: boolean;
}

/** What every message of every protocol has: its name in the protocol's own words. */
export interface WireMessage {
  readonly type: string;
}

/** A wire protocol as tools see it. Pure. For HID a frame is one report, its id included. */
export interface Protocol<Message extends WireMessage = WireMessage> {
  readonly name: string;
  /** Reads bytes that must be exactly one frame. ONE_WAY: this side never speaks. */
  decode(direction: WireDirection, bytes: Uint8Array): Result<Message, FrameErrorCode>;
  /** The bytes of a message; the exact inverse of `decode` for every frame that decodes. */
  encode(direction: WireDirection, message: Message): Uint8Array;
  /** Cuts what one side says into frames. */
  stream(direction: WireDirection): StreamDecoder<Message>;
  /** The same message with every traveller's character and picture dot replaced by a filler; only how many there were can be seen. */
  mask(message: Message): Message;
  /** The parts of a frame that decodes, in order, without gaps or overlaps. */
  fields(direction: WireDirection, frame: Uint8Array): readonly FrameField[];
  /** Silence in ms inside a frame after which its start is given up. */
  readonly interByteMs: number;
}
