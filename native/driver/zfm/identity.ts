import { err, ok, type Result } from '../../../core/domain/result.ts';
import type { DeviceProblem } from '../../../core/ports/device.ts';
import { ZFM_COMMAND, ZFM_CONFIRMATION } from '../../codec/zfm_message.ts';
import type { ZfmLine } from './line.ts';

const SYS_PARA_BYTES = 16;
const PROD_INFO_BYTES = 46;
/** A module that does not know a command may not answer it at all. */
const PERHAPS_MS = 300;
const FACTORY_PACKET_BYTES = 128;

/** What newer modules say of themselves. */
export interface ZfmProduct {
  readonly firmware: string;
  readonly serialNumber: string | null;
  readonly width: number;
  readonly height: number;
}

/** The handshake. A wrong password is an answer too: there is a module of this kind, and it will not work for us. */
export async function verifyPassword(
  line: ZfmLine,
  password: number,
  tries: number,
): Promise<Result<void, DeviceProblem> | null> {
  const args = new Uint8Array(4);
  new DataView(args.buffer).setUint32(0, password);
  for (let turn = 0; turn < tries; turn += 1) {
    const ack = await line.ask(ZFM_COMMAND.VFY_PWD, args);
    if (ack === null) continue;
    if (ack.code === ZFM_CONFIRMATION.OK) return ok(undefined);
    const detail =
      ack.code === ZFM_CONFIRMATION.WRONG_PASSWORD
        ? 'a module of this kind, but its password is another than the settings say'
        : `the password check is answered with code 0x${ack.code.toString(16)}`;
    return err({ code: 'DEVICE_REFUSED', detail });
  }
  return null;
}

/** How much content the module takes in a packet; the factory's value where it does not say. */
export async function packetContentBytes(line: ZfmLine): Promise<number> {
  const ack = await line.ask(ZFM_COMMAND.READ_SYS_PARA, undefined, { dataBytes: SYS_PARA_BYTES });
  const size = ack?.code === ZFM_CONFIRMATION.OK ? ack.data[13] : undefined;
  return size === undefined || size > 3 ? FACTORY_PACKET_BYTES : 32 << size;
}

/**
 * Model (16), batch (4), serial number (8), hardware (2), sensor (8), width (2), height (2), and the templates' size and
 * number: Grow, R503 manual, ReadProdInfo. Null for older modules, and where the numbers cannot be a sensor's.
 */
export async function productInfo(line: ZfmLine): Promise<ZfmProduct | null> {
  const expect = { dataBytes: PROD_INFO_BYTES, timeoutMs: PERHAPS_MS };
  const ack = await line.ask(ZFM_COMMAND.READ_PROD_INFO, undefined, expect);
  if (ack?.code !== ZFM_CONFIRMATION.OK) return null;
  const { data } = ack;
  const view = new DataView(data.buffer, data.byteOffset);
  const width = view.getUint16(38);
  const height = view.getUint16(40);
  if (width < 16 || width > 1000 || width % 2 !== 0 || height < 16 || height > 1000) return null;
  const firmware = `${printable(data.subarray(0, 16))} ${data[28]}.${data[29]}`.trim();
  return { firmware, serialNumber: printable(data.subarray(20, 28)) || null, width, height };
}

function printable(bytes: Uint8Array): string {
  const text = [...bytes].map((byte) => (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : ''));
  return text.join('').trim();
}
