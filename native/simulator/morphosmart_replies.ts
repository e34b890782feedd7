import { ILV, ILV_PART, ilvBytes } from '../codec/morphosmart_ilv.ts';
import { imageHeader } from '../codec/morphosmart_image.ts';
import { fingerPicture } from './finger_picture.ts';

const OK = 0x00;
const DPI = 500;

/** What the sensor looks at. */
export interface SensorSize {
  readonly product: string;
  readonly width: number;
  readonly height: number;
}

/** Draws the picture of a finger as an ILV. The same one mostly comes again; drawing it takes longer than a sensor does. */
export function imagesOf({ width, height }: SensorSize): (seed: number) => Uint8Array {
  let drawn: { readonly seed: number; readonly ilv: Uint8Array } | null = null;
  return (seed) => {
    if (drawn?.seed !== seed) {
      const header = imageHeader({ width, height, dpiX: DPI, dpiY: DPI, bits: 8 });
      drawn = { seed, ilv: ilvBytes(ILV_PART.image, [header, fingerPicture(seed, width, height, DPI)]) };
    }
    return drawn.ilv;
  };
}

/** Three records of two fingers, room for 500, 497 of it free, no further fields. */
export const BASE_CONFIG = ilvBytes(ILV.getBaseConfig, [
  Uint8Array.of(OK, 2, 0xf4, 1, 0, 0, 3, 0, 0, 0, 0xf1, 1, 0, 0, 0, 0, 0, 0),
]);

/** Request and enroll status, and the index of a record that was not stored. */
export const NOT_STORED = Uint8Array.of(OK, OK, 0xff, 0xff, 0xff, 0xff);

/** The words of a CBM as seen on the wire (CodElecCz/SagemMorphoUI), with invented numbers. */
export function descriptorOf(product: string): Uint8Array {
  const text = (id: number, words: string): Uint8Array => ilvBytes(id, [Buffer.from(`${words}\0`, 'latin1')]);
  return ilvBytes(ILV.getDescriptor, [
    Uint8Array.of(OK),
    text(
      ILV_PART.productText,
      `Product Name:\t\t${product}\r\nMSO OEM Serial Number:\tSIM0000001\r\nMSO OEM Product ID:\t000000000\r\n`,
    ),
    text(ILV_PART.sensorText, 'ProductId:\t00000000-0\r\nSerialNumber:\t0000'),
    text(ILV_PART.softwareText, 'MSO Version: 09.00.c-SIM'),
  ]);
}
