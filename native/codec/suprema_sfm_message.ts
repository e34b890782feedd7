/** Commands a driver uses or must know (Suprema, UF Protocol Manual, command summary). */
export const SFM_COMMAND = {
  /** Write a system parameter to RAM: its number in the flag, its value in the size. */
  SW: 0x01,
  /** Keep the system parameters in flash. */
  SF: 0x02,
  /** Read a system parameter: its number in the flag; the answer has its value in the size. */
  SR: 0x03,
  /** Is the module well? */
  SS: 0x04,
  ES: 0x05,
  VS: 0x08,
  IS: 0x11,
  RT: 0x14,
  /** Scan an image: SCAN_SUCCESS, then SUCCESS with the size of the image that follows. */
  SI: 0x15,
  DA: 0x17,
  LT: 0x18,
  RI: 0x20,
  ST: 0x21,
  CA: 0x60,
  SIX: 0x83,
  RIX: 0x84,
  RS: 0xd0,
  FR: 0xfa,
} as const;

/** System parameters by number (the same manual). */
export const SFM_PARAMETER = {
  TIMEOUT: 0x62,
  IMAGE_FORMAT: 0x6c,
  FIRMWARE: 0x6e,
  SERIAL_NUMBER: 0x6f,
  FAKE_FINGER: 0x98,
} as const;

/** Values of the parameter IMAGE_FORMAT. */
export const SFM_IMAGE_FORMAT = { GREY: 0x30, BINARY: 0x31 } as const;

/** What SS answers in its parameter when all is well. */
export const SFM_ALIVE = 0x30;

/** Error codes in answers, by the names of Suprema's own development kits (UF_PROTOCOL_RET_CODE). */
export const SFM_FLAG = {
  SUCCESS: 0x61,
  SCAN_SUCCESS: 0x62,
  SCAN_FAIL: 0x63,
  NOT_FOUND: 0x69,
  NOT_MATCH: 0x6a,
  TRY_AGAIN: 0x6b,
  TIME_OUT: 0x6c,
  MEM_FULL: 0x6d,
  EXIST_ID: 0x6e,
  FINGER_LIMIT: 0x72,
  CONTINUE: 0x74,
  UNSUPPORTED: 0x75,
  INVALID_ID: 0x76,
  TIMEOUT_MATCH: 0x7a,
  INVALID_FIRMWARE: 0x7c,
  BUSY: 0x80,
  CANCELED: 0x81,
  DATA_ERROR: 0x82,
  DATA_OK: 0x83,
  EXIST_FINGER: 0x86,
  REJECTED_ID: 0x90,
  DURESS_FINGER: 0x91,
  ACCESS_NOT_GRANTED: 0x93,
  EXCEED_ENTRANCE_LIMIT: 0x94,
  CARD_ERROR: 0xa0,
  LOCKED: 0xa1,
  NO_SERIAL_NUMBER: 0xa2,
  RECOVERY_MODE: 0xa3,
  FAKE_DETECTED: 0xb0,
} as const;

const byCode = (names: Readonly<Record<string, number>>): ReadonlyMap<number, string> =>
  new Map(Object.entries(names).map(([name, code]) => [code, name]));
const COMMAND_NAMES = byCode(SFM_COMMAND);
const FLAG_NAMES = byCode(SFM_FLAG);

export function sfmCommandName(code: number): string {
  return COMMAND_NAMES.get(code) ?? 'UNKNOWN';
}

/** The name of an error code, for a technician. */
export function sfmFlagName(flag: number): string {
  return FLAG_NAMES.get(flag) ?? `0x${flag.toString(16)}`;
}

/** A packet of either direction. `name` is for people and not encoded. */
export interface SfmPacket {
  readonly type: 'packet';
  /** The terminal in a network of several (RS-422, RS-485); null in the packet without it. */
  readonly terminal: number | null;
  readonly command: number;
  readonly name: string;
  readonly param: number;
  readonly size: number;
  /** The parameter's number in a request, the error code in an answer. */
  readonly flag: number;
}

/** The picture behind a SUCCESS to SI or RI (Suprema, API Specification, `UFImage`). */
export interface SfmImage {
  readonly type: 'image';
  readonly width: number;
  readonly height: number;
  readonly compressed: number;
  readonly encrypted: number;
  /** 0 grey of 8 bits, 1 two colours, 2 grey of 4 bits. */
  readonly format: number;
  readonly pixels: Uint8Array;
  readonly template: Uint8Array;
}

export type SfmMessage = SfmPacket | SfmImage;

/** A packet by its command; what is not said is 0. */
export function sfmPacket(
  terminal: number | null,
  command: number,
  rest: { readonly param?: number; readonly size?: number; readonly flag?: number } = {},
): SfmPacket {
  const { param = 0, size = 0, flag = 0 } = rest;
  return { type: 'packet', terminal, command, name: sfmCommandName(command), param, size, flag };
}
