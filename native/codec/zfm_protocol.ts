import type { FrameField, Protocol, WireDirection } from './protocol.ts';
import { decodeZfm, encodeZfm, ZFM_HEADER_BYTES, ZFM_INTER_BYTE_MS, zfmStream } from './zfm.ts';
import { ZFM_COMMAND, type ZfmMessage } from './zfm_message.ts';

/** The `EF 01` packets of ZFM, R30x, R503 and AS608 modules as tools see them. */
export const zfmProtocol: Protocol<ZfmMessage> = {
  name: 'zfm-ef01',
  decode: decodeZfm,
  encode: (_direction, message) => encodeZfm(message),
  stream: zfmStream,
  mask: (message) => {
    if (message.type === 'data') return { ...message, content: new Uint8Array(message.content.length) };
    if (message.type === 'command' && isSecret(message.code)) {
      return { ...message, args: new Uint8Array(message.args.length) };
    }
    return message;
  },
  fields,
  interByteMs: ZFM_INTER_BYTE_MS,
};

/** Their arguments are the module's password. */
function isSecret(code: number | undefined): boolean {
  return code === ZFM_COMMAND.VFY_PWD || code === ZFM_COMMAND.SET_PWD;
}

function fields(direction: WireDirection, frame: Uint8Array): FrameField[] {
  if (frame.length === 1) return [{ name: 'status', from: 0, to: 1, open: true }];
  const end = frame.length - 2;
  const head: FrameField[] = [
    { name: 'start', from: 0, to: 2, open: true },
    { name: 'address', from: 2, to: 6, open: true },
    { name: 'sequence', from: 6, to: 7, open: true },
    { name: 'length', from: 7, to: ZFM_HEADER_BYTES, open: true },
  ];
  const check: FrameField = { name: 'checksum', from: end, to: frame.length, open: true };
  const pid = frame[6];
  // The sum of covered bytes would tell something of them.
  if (pid !== 0x01 && pid !== 0x07) {
    const data: FrameField = { name: 'data', from: ZFM_HEADER_BYTES, to: end, open: false };
    return end === data.from ? [...head, check] : [...head, data, { ...check, open: false }];
  }
  const named = direction === 'host-to-device' ? 'command' : 'status';
  const code: FrameField = { name: named, from: ZFM_HEADER_BYTES, to: ZFM_HEADER_BYTES + 1, open: true };
  if (end === code.to) return [...head, code, check];
  const open = !(direction === 'host-to-device' && isSecret(frame[ZFM_HEADER_BYTES]));
  return [...head, code, { name: 'parameter', from: code.to, to: end, open }, { ...check, open }];
}
