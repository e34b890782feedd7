/**
 * Instruction codes of the packet protocol (ZhianTec, ZFM-20 Series Fingerprint Identification Module User Manual v2.0;
 * from AURA_LED on: Grow, R503 Fingerprint Module User Manual v1.2).
 */
export const ZFM_COMMAND = {
  GEN_IMG: 0x01,
  IMG_2_TZ: 0x02,
  MATCH: 0x03,
  SEARCH: 0x04,
  REG_MODEL: 0x05,
  STORE: 0x06,
  LOAD_CHAR: 0x07,
  UP_CHAR: 0x08,
  DOWN_CHAR: 0x09,
  UP_IMAGE: 0x0a,
  DOWN_IMAGE: 0x0b,
  DELETE_CHAR: 0x0c,
  EMPTY: 0x0d,
  SET_SYS_PARA: 0x0e,
  READ_SYS_PARA: 0x0f,
  SET_PWD: 0x12,
  VFY_PWD: 0x13,
  GET_RANDOM: 0x14,
  SET_ADDER: 0x15,
  HIGH_SPEED_SEARCH: 0x1b,
  TEMPLATE_NUM: 0x1d,
  READ_CON_LIST: 0x1f,
  AURA_LED: 0x35,
  CHECK_SENSOR: 0x36,
  READ_PROD_INFO: 0x3c,
  HAND_SHAKE: 0x40,
} as const;

const COMMAND_NAMES: ReadonlyMap<number, string> = new Map(
  Object.entries(ZFM_COMMAND).map(([name, code]) => [code, name]),
);

/** The instruction's name, UNKNOWN where the manuals have none. */
export function zfmCommandName(code: number): string {
  return COMMAND_NAMES.get(code) ?? 'UNKNOWN';
}

/** Confirmation codes a driver tells apart (the same manuals). */
export const ZFM_CONFIRMATION = {
  OK: 0x00,
  RECEIVE_ERROR: 0x01,
  NO_FINGER: 0x02,
  CAPTURE_FAILED: 0x03,
  TOO_MESSY: 0x06,
  TOO_FEW_FEATURES: 0x07,
  NO_MATCH: 0x08,
  WRONG_PASSWORD: 0x13,
  NO_IMAGE: 0x15,
  PASSWORD_REQUIRED: 0x21,
  SENSOR_ERROR: 0x29,
} as const;

/** The address every module has when it leaves the factory. */
export const ZFM_FACTORY_ADDRESS = 0xffffffff;

/** What the host says. `name` is for people and not encoded; a password stands in the arguments of VFY_PWD and SET_PWD. */
export interface ZfmCommand {
  readonly type: 'command';
  readonly address: number;
  readonly code: number;
  readonly name: string;
  readonly args: Uint8Array;
}

/** The module's answer to an instruction; it does not say to which. */
export interface ZfmAck {
  readonly type: 'ack';
  readonly address: number;
  /** The confirmation code. */
  readonly code: number;
  readonly data: Uint8Array;
}

/** A piece of an image or a template, in either direction. */
export interface ZfmData {
  readonly type: 'data';
  readonly address: number;
  /** The end-of-data packet; it carries content too. */
  readonly last: boolean;
  readonly content: Uint8Array;
}

/** The lone byte 55 which an R503 says once it has started. Not a packet. */
export interface ZfmReady {
  readonly type: 'ready';
}

export type ZfmMessage = ZfmCommand | ZfmAck | ZfmData | ZfmReady;

/** A command by its code. */
export function zfmCommand(address: number, code: number, args: Uint8Array = new Uint8Array(0)): ZfmCommand {
  return { type: 'command', address, code, name: zfmCommandName(code), args };
}
