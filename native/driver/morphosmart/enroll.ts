import { ILV, ILV_PART, ilvBytes } from '../../codec/morphosmart_ilv.ts';
import { COMPRESSION_NONE } from '../../codec/morphosmart_image.ts';
import type { MorphosmartSettings } from './settings.ts';

const FINGER_COMMANDS = 0x01;
const CODE_QUALITY = 0x40;
const LEVELS = { low: 0, medium: 1, high: 2 } as const;

const little = (value: number): Uint8Array => {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value, true);
  return bytes;
};

/**
 * ENROLL used to take one picture: one finger, one capture, nothing stored (save 0), no template (Sagem, MorphoSmart Host
 * System Interface Specification 2.22, 6.3.2). `seconds` from 1 to 65535; 0 would wait for ever.
 */
export function enrollCommand(
  seconds: number,
  { latentDetection, fakeFingerLevel, codeQuality }: MorphosmartSettings,
): Uint8Array {
  const head = Uint8Array.of(0, seconds & 0xff, seconds >>> 8, 0, 1, 1, 0, 0);
  const events = little(FINGER_COMMANDS | (codeQuality ? CODE_QUALITY : 0));
  const raw = ilvBytes(ILV_PART.compression, [Uint8Array.of(COMPRESSION_NONE, 0)]);
  const parts = [
    head,
    ilvBytes(ILV_PART.asyncEvent, [events]),
    ilvBytes(ILV_PART.image, [Uint8Array.of(0), raw]),
    ilvBytes(ILV_PART.latentDetection, [Uint8Array.of(latentDetection ? 1 : 0)]),
  ];
  if (fakeFingerLevel !== 'device') parts.push(ilvBytes(ILV_PART.fakeFingerLevel, [little(LEVELS[fakeFingerLevel])]));
  return ilvBytes(ILV.enroll, parts);
}
