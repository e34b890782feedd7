import type { SensorFacts } from '../../../core/ports/fingerprint_reader.ts';
import { ILV_PART, type IlvMessage, readIlvs } from '../../codec/morphosmart_ilv.ts';
import { STATUS } from './commands.ts';

/** What a device says of itself in words. */
export interface Descriptor {
  readonly product: string;
  readonly sensor: string;
  readonly software: string;
}

/** Reads a reply to GET_DESCRIPTOR; null when it is none. */
export function readDescriptor({ value }: IlvMessage): Descriptor | null {
  const parts = value[0] === STATUS.ok ? readIlvs(value, 1) : null;
  if (parts === null) return null;
  const text = (wanted: number): string => {
    const part = parts.find(({ id }) => id === wanted);
    // Latin-1, and closed by a zero.
    return part === undefined ? '' : (Buffer.from(part.value).toString('latin1').split('\0', 1)[0] ?? '').trim();
  };
  return {
    product: text(ILV_PART.productText),
    sensor: text(ILV_PART.sensorText),
    software: text(ILV_PART.softwareText),
  };
}

/**
 * The number on the device, where it is found in the words; the manual warns that they change from one release to the
 * next, so null is an honest answer. A CBM says: `MSO OEM Serial Number:\t1014N004016`.
 */
export function serialNumberIn({ product }: Descriptor): string | null {
  const numbers = [...product.matchAll(/^(.*?)Serial\s*Number\s*:\s*(\S+)/gim)];
  const found = numbers.find(([, whose]) => /MSO|OEM/i.test(whose ?? '')) ?? numbers[0];
  return found?.[2] ?? null;
}

/** Sizes of the pictures by model (Host System Interface Specification 2.22, 7.5.1), until the first picture says its own. */
export function sensorOf({ product }: Descriptor): SensorFacts {
  const size = /CBM/i.test(product) ? { width: 256, height: 400 } : { width: 416, height: 416 };
  return { resolutionDpi: 500, depthBits: 8, ...size, livenessCheck: null };
}
