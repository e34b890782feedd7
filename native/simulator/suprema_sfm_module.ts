import { SFM_ALIVE, SFM_COMMAND, SFM_FLAG, SFM_PARAMETER, type SfmPacket } from '../codec/suprema_sfm_message.ts';

const OFF = 0x30;
const FOUR_CHARACTERS = new DataView(new TextEncoder().encode('S1.0').buffer).getUint32(0, true);

/** The system parameters in RAM as the factory leaves them: pictures of two colours, ten seconds, made-up fingers noticed. */
export function factoryParameters(): Map<number, number> {
  return new Map<number, number>([
    [SFM_PARAMETER.TIMEOUT, 0x3a],
    [SFM_PARAMETER.IMAGE_FORMAT, 0x31],
    [SFM_PARAMETER.FIRMWARE, FOUR_CHARACTERS],
    [SFM_PARAMETER.SERIAL_NUMBER, 20_260_001],
    [SFM_PARAMETER.FAKE_FINGER, 0x31],
  ]);
}

/** How long a scan waits for a finger by the parameter TIMEOUT, in ms; null for ever. */
export function scanTimeoutMs(parameters: ReadonlyMap<number, number>): number | null {
  const seconds = (parameters.get(SFM_PARAMETER.TIMEOUT) ?? OFF) - OFF;
  return seconds === 0 ? null : seconds * 1000;
}

/** How a finger on the sensor ends a scan: with its picture, or this error. */
export function scanVerdict(finger: { readonly fake: boolean }, parameters: ReadonlyMap<number, number>): number {
  const watches = parameters.get(SFM_PARAMETER.FAKE_FINGER) !== OFF;
  return finger.fake && watches ? SFM_FLAG.FAKE_DETECTED : SFM_FLAG.SUCCESS;
}

/** Commands that read, scan or set RAM; all others would keep, enrol, erase or reset something. */
const HARMLESS: readonly number[] = [
  SFM_COMMAND.SW,
  SFM_COMMAND.SR,
  SFM_COMMAND.SS,
  SFM_COMMAND.SI,
  SFM_COMMAND.CA,
  SFM_COMMAND.RI,
];

export function isHarmless(command: number): boolean {
  return HARMLESS.includes(command);
}

/** The dots of a picture in the form of the parameter IMAGE_FORMAT: grey as they are, else two colours, eight to a byte. */
export function formatted(
  pixels: Uint8Array,
  parameters: ReadonlyMap<number, number>,
): { format: number; pixels: Uint8Array } {
  if (parameters.get(SFM_PARAMETER.IMAGE_FORMAT) === OFF) return { format: 0, pixels };
  const packed = new Uint8Array(Math.ceil(pixels.length / 8));
  for (const [at, grey] of pixels.entries()) {
    if (grey >= 128) packed[at >> 3] = (packed[at >> 3] ?? 0) | (0x80 >> (at & 7));
  }
  return { format: 1, pixels: packed };
}

/** The module's answer while it is at rest; SW changes `parameters`. */
export function answerTo(
  { command, flag, size }: SfmPacket,
  parameters: Map<number, number>,
): { readonly flag: number; readonly param?: number; readonly size?: number } {
  if (command === SFM_COMMAND.SS) return { flag: SFM_FLAG.SUCCESS, param: SFM_ALIVE };
  if (command === SFM_COMMAND.CA) return { flag: SFM_FLAG.SUCCESS };
  const value = parameters.get(flag);
  if (value === undefined) return { flag: SFM_FLAG.UNSUPPORTED };
  if (command === SFM_COMMAND.SR) return { flag: SFM_FLAG.SUCCESS, size: value };
  if (command !== SFM_COMMAND.SW) return { flag: SFM_FLAG.UNSUPPORTED };
  parameters.set(flag, size);
  return { flag: SFM_FLAG.SUCCESS };
}
