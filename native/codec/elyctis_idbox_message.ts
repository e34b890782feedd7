/** The ways in which an ID BOX talks to its host (`4D`), by the number on the wire. */
export type CommMode = 'cdc' | 'uart-9600' | 'uart-115200' | 'hid-cdc' | 'unknown';

export const COMM_MODES: ReadonlyMap<number, CommMode> = new Map([
  [0x00, 'cdc'],
  [0x01, 'uart-9600'],
  [0x03, 'uart-115200'],
  [0x10, 'hid-cdc'],
]);

/** What the host may say (Scanner Command Set 1.7). `flush` is a lone zero byte. */
export type HostMessage =
  | { readonly type: 'inquire' }
  | { readonly type: 'inquire-line' }
  | { readonly type: 'continuous'; readonly on: boolean }
  | { readonly type: 'get-firmware-version' }
  | { readonly type: 'get-ocr-version' }
  | { readonly type: 'get-serial-number' }
  | { readonly type: 'get-product-info' }
  | { readonly type: 'get-comm-mode' }
  | { readonly type: 'set-comm-mode'; readonly mode: CommMode; readonly value: number }
  | { readonly type: 'flush' };

/** What the device may say. `lines` are as read, without their CR; a missing line is left out. */
export type DeviceMessage =
  | { readonly type: 'mrz'; readonly lines: readonly string[] }
  | { readonly type: 'no-read' }
  | { readonly type: 'line'; readonly text: string }
  | { readonly type: 'continuous'; readonly on: boolean }
  | { readonly type: 'firmware-version'; readonly text: string }
  | { readonly type: 'ocr-version'; readonly text: string }
  | { readonly type: 'serial-number'; readonly text: string }
  | { readonly type: 'product-info'; readonly text: string }
  | { readonly type: 'comm-mode'; readonly mode: CommMode; readonly value: number }
  | { readonly type: 'comm-mode-set'; readonly mode: CommMode; readonly value: number };

/** The command letter of each message, both ways. */
export const LETTER = {
  inquire: 0x49,
  inquireLine: 0x4c,
  continuous: 0x43,
  firmware: 0x56,
  ocr: 0x57,
  serial: 0x52,
  product: 0x54,
  mode: 0x4d,
} as const;

/** Letter, length high, length low. */
export const HEADER_BYTES = 3;
/** No frame carries more; the length field could say 65535. */
export const MAX_DATA_BYTES = 256;
export const CR = 0x0d;
/** No line of a machine readable zone is longer; 44 is the standard's longest. */
export const MAX_LINE_CHARS = 100;
