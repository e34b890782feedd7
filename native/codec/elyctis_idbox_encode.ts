import { type DeviceMessage, type HostMessage, LETTER, MAX_DATA_BYTES } from './elyctis_idbox_message.ts';

/** A lone zero byte between frames: the device forgets a command that was begun. */
export const FLUSH = 0x00;

/** The bytes of one command. */
export function encodeHost(message: HostMessage): Uint8Array {
  switch (message.type) {
    case 'inquire':
      return frame(LETTER.inquire, []);
    case 'inquire-line':
      return frame(LETTER.inquireLine, []);
    case 'continuous':
      return frame(LETTER.continuous, [message.on ? 1 : 0]);
    case 'get-firmware-version':
      return frame(LETTER.firmware, []);
    case 'get-ocr-version':
      return frame(LETTER.ocr, []);
    case 'get-serial-number':
      return frame(LETTER.serial, []);
    case 'get-product-info':
      return frame(LETTER.product, []);
    case 'get-comm-mode':
      return frame(LETTER.mode, []);
    case 'set-comm-mode':
      return frame(LETTER.mode, modeSetting(message.value));
    case 'flush':
      return Uint8Array.of(FLUSH);
  }
}

/** The bytes of one answer. A missing line still sends its CR, up to three; text beyond the length limit is cut. */
export function encodeDevice(message: DeviceMessage): Uint8Array {
  switch (message.type) {
    case 'mrz':
      return frame(LETTER.inquire, text([0, 1, 2].map((at) => `${message.lines[at] ?? ''}\r`).join('')));
    case 'no-read':
      return frame(LETTER.inquire, text('\r\r\r'));
    case 'line':
      return frame(LETTER.inquireLine, text(message.text));
    case 'continuous':
      return frame(LETTER.continuous, [message.on ? 1 : 0]);
    case 'firmware-version':
      return frame(LETTER.firmware, text(message.text));
    case 'ocr-version':
      return frame(LETTER.ocr, text(message.text));
    case 'serial-number':
      return frame(LETTER.serial, text(message.text));
    case 'product-info':
      return frame(LETTER.product, text(message.text));
    case 'comm-mode':
      return frame(LETTER.mode, [message.value]);
    case 'comm-mode-set':
      return frame(LETTER.mode, modeSetting(message.value));
  }
}

function modeSetting(value: number): number[] {
  return [value, 0, value === 0x10 ? 0x10 : 0, 0];
}

function text(value: string): number[] {
  return [...value].slice(0, MAX_DATA_BYTES).map((char) => char.charCodeAt(0) & 0x7f);
}

function frame(letter: number, data: readonly number[]): Uint8Array {
  return Uint8Array.of(letter, data.length >> 8, data.length & 0xff, ...data);
}
