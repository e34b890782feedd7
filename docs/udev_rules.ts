import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { DRIVERS } from '../native/driver/catalogue.ts';
import { SHARED_NUMBERS } from '../native/driver/shared_numbers.ts';

/** The group whose members may open the devices of a lane. */
const GROUP = 'GROUP="booth", MODE="0660"';
const NO_MODEM = 'ENV{ID_MM_DEVICE_IGNORE}="1", ENV{ID_MM_PORT_IGNORE}="1"';

interface Numbers {
  readonly vendorId: string;
  readonly productId: string;
  readonly what: readonly string[];
  readonly hid: boolean;
}

/** Every USB number the booth may meet, once each, sorted, with the drivers that know it. */
function numbers(): readonly Numbers[] {
  const known = new Map<string, Numbers>();
  const note = (vendorId: string, productId: string, what: string, hid: boolean): void => {
    const key = `${vendorId}:${productId}`;
    const before = known.get(key);
    const all = [...new Set([...(before?.what ?? []), what])];
    known.set(key, { vendorId, productId, what: all, hid: hid || before?.hid === true });
  };
  for (const { id, link, usb } of DRIVERS)
    for (const { vendorId, productId } of usb) note(vendorId, productId, id, link === 'hid');
  for (const { vendorId, productId, chip } of SHARED_NUMBERS) note(vendorId, productId, chip, false);
  return [...known].sort(([a], [b]) => a.localeCompare(b)).map(([, one]) => one);
}

/** Who may open the devices, and that ModemManager writes to none of them. Read before ModemManager's own rules (77). */
export function deviceRules(): string {
  const rules = numbers().map(({ vendorId, productId, what, hid }) => {
    const of = (attribute: 'ATTR' | 'ATTRS'): string =>
      `${attribute}{idVendor}=="${vendorId}", ${attribute}{idProduct}=="${productId}"`;
    return [
      `# ${what.join(', ')}`,
      `ACTION!="remove", SUBSYSTEM=="usb", ENV{DEVTYPE}=="usb_device", ${of('ATTR')}, ${NO_MODEM}`,
      `ACTION!="remove", SUBSYSTEM=="tty", ${of('ATTRS')}, ${NO_MODEM}, ${GROUP}`,
      ...(hid ? [`ACTION!="remove", SUBSYSTEM=="hidraw", ${of('ATTRS')}, ${GROUP}`] : []),
    ].join('\n');
  });
  return [
    '# Made by `npm run udev` from the driver catalogue. The ports of these devices belong to the group "booth".',
    '# Document readers look like modems: ModemManager would open their ports and write to them.',
    '',
    `${rules.join('\n\n')}\n`,
  ].join('\n');
}

/**
 * That brltty takes none of them for a braille display: it knows some readers' and most converters' numbers. Its own rules
 * (85 or 90) set what these take back, so they are read after them.
 */
export function brailleRules(): string {
  const rules = numbers().map(
    ({ vendorId, productId }) =>
      `ACTION!="remove", SUBSYSTEM=="usb", ENV{BRLTTY_BRAILLE_DRIVER}=="?*", ATTR{idVendor}=="${vendorId}", ATTR{idProduct}=="${productId}", ENV{BRLTTY_BRAILLE_DRIVER}="", ENV{SYSTEMD_WANTS}=""`,
  );
  return [
    "# Made by `npm run udev` from the driver catalogue. Read after brltty's own rules, which would start it for these.",
    '',
    `${rules.join('\n')}\n`,
  ].join('\n');
}

export const UDEV_FILES = {
  'resources/kiosk/70-border-booth.rules': deviceRules,
  'resources/kiosk/91-border-booth-braille.rules': brailleRules,
} as const;

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [path, make] of Object.entries(UDEV_FILES)) writeFileSync(new URL(`../${path}`, import.meta.url), make());
}
