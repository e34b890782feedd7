import { ZFM_COMMAND } from '../codec/zfm_message.ts';
import type { ZfmSettings } from '../driver/zfm/settings.ts';
import { fingerPicture } from './finger_picture.ts';

const TEMPLATE_BYTES = 512;
export const PACKET_BYTES = 128;
const TEXT = new TextEncoder();

/** ReadSysPara: status, system, capacity, security, address, packet code, speed. */
export function systemParameters({ address, baudRate }: ZfmSettings): Uint8Array {
  const bytes = new Uint8Array(16);
  const view = new DataView(bytes.buffer);
  view.setUint16(4, 200);
  view.setUint16(6, 3);
  view.setUint32(8, address);
  view.setUint16(12, 2);
  view.setUint16(14, baudRate / 9600);
  return bytes;
}

/** ReadProdInfo of an R503 with the sensor of the options. */
export function productInformation({ width, height }: ZfmSettings): Uint8Array {
  const bytes = new Uint8Array(46);
  const view = new DataView(bytes.buffer);
  bytes.set(TEXT.encode('R503 SIM'));
  bytes.set(TEXT.encode('0001'), 16);
  bytes.set(TEXT.encode('SIM00001'), 20);
  bytes.set([1, 2], 28);
  bytes.set(TEXT.encode('SIMSENS'), 30);
  view.setUint16(38, width);
  view.setUint16(40, height);
  view.setUint16(42, TEMPLATE_BYTES);
  view.setUint16(44, 200);
  return bytes;
}

/** The image of a finger: 16 greys, two dots to a byte, the left one in the upper half. */
export function packedImage(seed: number, { width, height, resolutionDpi }: ZfmSettings): Uint8Array {
  const grey = fingerPicture(seed, width, height, resolutionDpi);
  const packed = new Uint8Array(grey.length / 2);
  for (const [at] of packed.entries()) {
    packed[at] = ((grey[2 * at] ?? 0) & 0xf0) | ((grey[2 * at + 1] ?? 0) >> 4);
  }
  return packed;
}

/** Invented features: the same for the same finger, others for another. */
export function features(seed: number): Uint8Array {
  const bytes = new Uint8Array(TEMPLATE_BYTES);
  let state = seed + 1;
  for (const [at] of bytes.entries()) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    bytes[at] = state >>> 24;
  }
  return bytes;
}

/** Commands that a driver may send; all others would keep, erase or change something for good. */
const HARMLESS: readonly number[] = [
  ZFM_COMMAND.GEN_IMG,
  ZFM_COMMAND.IMG_2_TZ,
  ZFM_COMMAND.MATCH,
  ZFM_COMMAND.UP_CHAR,
  ZFM_COMMAND.DOWN_CHAR,
  ZFM_COMMAND.UP_IMAGE,
  ZFM_COMMAND.READ_SYS_PARA,
  ZFM_COMMAND.VFY_PWD,
  ZFM_COMMAND.AURA_LED,
  ZFM_COMMAND.READ_PROD_INFO,
];

export function isHarmless(command: number): boolean {
  return HARMLESS.includes(command);
}
