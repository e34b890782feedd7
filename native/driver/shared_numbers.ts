/**
 * USB numbers that say what is in the cable, not what stands behind it: converters and ready-made USB stacks, bought by
 * makers of anything. A device is never taken for another model by these alone; a person must name it.
 */
const SHARED: readonly (readonly [vendorId: string, productId: string, chip: string])[] = [
  ['10c4', 'ea60', 'Silicon Labs CP210x'],
  ['10c4', 'ea70', 'Silicon Labs CP2105'],
  ['10c4', 'ea71', 'Silicon Labs CP2108'],
  ['1a86', '7523', 'WCH CH340'],
  ['1a86', '5523', 'WCH CH341'],
  ['1a86', '55d3', 'WCH CH343'],
  ['1a86', '55d4', 'WCH CH9102'],
  ['0403', '6001', 'FTDI FT232R'],
  ['0403', '6010', 'FTDI FT2232'],
  ['0403', '6011', 'FTDI FT4232'],
  ['0403', '6014', 'FTDI FT232H'],
  ['0403', '6015', 'FTDI FT-X'],
  ['067b', '2303', 'Prolific PL2303'],
  ['067b', '23a3', 'Prolific PL2303GC'],
  ['0483', '5740', 'STMicroelectronics virtual COM port'],
  ['04d8', '000a', 'Microchip CDC'],
  ['16c0', '05df', 'V-USB HID'],
  ['16c0', '05e1', 'V-USB CDC'],
];

/** The name of the chip behind these numbers (four lower-case hex digits each); null for numbers of one maker's device. */
export function sharedChip(vendorId: string | null, productId: string | null): string | null {
  return SHARED.find(([vendor, product]) => vendor === vendorId && product === productId)?.[2] ?? null;
}

/** All of them, for rules of the operating system. */
export const SHARED_NUMBERS: readonly {
  readonly vendorId: string;
  readonly productId: string;
  readonly chip: string;
}[] = SHARED.map(([vendorId, productId, chip]) => ({ vendorId, productId, chip }));
