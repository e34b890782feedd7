import type { FrameField, Protocol, WireDirection } from './protocol.ts';
import { decodeSfm, encodeSfm, SFM_INTER_BYTE_MS, sfmStream } from './suprema_sfm.ts';
import { SFM_IMAGE_HEADER_BYTES } from './suprema_sfm_image.ts';
import type { SfmMessage } from './suprema_sfm_message.ts';

/** The packets of Suprema's UniFinger modules as tools see them. */
export const supremaSfmProtocol: Protocol<SfmMessage> = {
  name: 'suprema-sfm',
  decode: decodeSfm,
  encode: (_direction, message) => encodeSfm(message),
  stream: sfmStream,
  mask: (message) =>
    message.type === 'packet'
      ? message
      : {
          ...message,
          pixels: new Uint8Array(message.pixels.length),
          template: new Uint8Array(message.template.length),
        },
  fields,
  interByteMs: SFM_INTER_BYTE_MS,
};

function fields(direction: WireDirection, frame: Uint8Array): FrameField[] {
  const decoded = decodeSfm(direction, frame);
  return decoded.ok && decoded.value.type === 'packet' ? packetFields(frame) : imageFields(frame);
}

function packetFields(frame: Uint8Array): FrameField[] {
  const start: FrameField = { name: 'start', from: 0, to: 1, open: true };
  const network = frame.length === 15;
  const at = network ? 3 : 1;
  const address: FrameField[] = network ? [{ name: 'address', from: 1, to: 3, open: true }] : [];
  return [
    start,
    ...address,
    { name: 'command', from: at, to: at + 1, open: true },
    { name: 'parameter', from: at + 1, to: at + 5, open: true },
    { name: 'length', from: at + 5, to: at + 9, open: true },
    { name: 'status', from: at + 9, to: at + 10, open: true },
    { name: 'checksum', from: at + 10, to: at + 11, open: true },
    { name: 'end', from: at + 11, to: at + 12, open: true },
  ];
}

function imageFields(frame: Uint8Array): FrameField[] {
  const end = frame.length - 1;
  const head: FrameField = { name: 'parameter', from: 0, to: SFM_IMAGE_HEADER_BYTES, open: true };
  const tail: FrameField = { name: 'end', from: end, to: frame.length, open: true };
  if (end === SFM_IMAGE_HEADER_BYTES) return [head, tail];
  return [head, { name: 'image', from: SFM_IMAGE_HEADER_BYTES, to: end, open: false }, tail];
}
