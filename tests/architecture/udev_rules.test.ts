import { execFileSync, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { UDEV_FILES } from '../../docs/udev_rules.ts';
import { DRIVERS } from '../../native/driver/catalogue.ts';
import { SHARED_NUMBERS } from '../../native/driver/shared_numbers.ts';
import { readRoot } from './source_files.ts';

const root = join(import.meta.dirname, '..', '..');

describe('the udev rules of the kiosk', () => {
  it.each(Object.entries(UDEV_FILES))(
    '%s is what the driver catalogue makes (npm run udev writes it)',
    (path, make) => {
      expect(readRoot(path)).toBe(make());
    },
  );

  const devices = readRoot('resources/kiosk/70-border-booth.rules');
  const numbers = ({ vendorId, productId }: { vendorId: string; productId: string }) =>
    `{idVendor}=="${vendorId}", ATTR{idProduct}=="${productId}"`;

  it('name every USB number of every driver, and every converter', () => {
    const known = [...DRIVERS.flatMap(({ usb }) => usb), ...SHARED_NUMBERS];
    expect(known.length).toBeGreaterThan(15);
    for (const one of known) {
      expect(devices).toContain(`ATTR${numbers(one)}, ENV{ID_MM_DEVICE_IGNORE}="1"`);
      expect(readRoot('resources/kiosk/91-border-booth-braille.rules')).toContain(`ATTR${numbers(one)}, ENV{BRLTTY`);
    }
  });

  it('open the HID devices of every HID driver to the booth', () => {
    for (const { vendorId, productId } of DRIVERS.flatMap(({ link, usb }) => (link === 'hid' ? usb : []))) {
      expect(devices).toContain(
        `SUBSYSTEM=="hidraw", ATTRS{idVendor}=="${vendorId}", ATTRS{idProduct}=="${productId}", GROUP="booth"`,
      );
    }
  });

  if (spawnSync('udevadm', ['verify', '--help']).status === 0) {
    it('are rules to udev', () => {
      const files = Object.keys(UDEV_FILES).map((path) => join(root, path));
      expect(() => execFileSync('udevadm', ['verify', '--no-style', ...files])).not.toThrow();
    });
  } else console.log('NOT RUN: the kiosk rules before udev itself (udevadm verify comes with systemd 254)');

  // A line that udev would not understand is left out by it without a word, so their form is held here on every machine.
  it.each(Object.keys(UDEV_FILES))('%s has lines of known keys only', (path) => {
    const key = /^(?:ACTION|SUBSYSTEM|GROUP|MODE|ENV\{[A-Z_]+\}|ATTRS?\{(?:idVendor|idProduct)\})(?:==|!=|=)"[^"]*"$/;
    const lines = readRoot(path)
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'));
    for (const part of lines.flatMap((line) => line.split(', '))) expect(part).toMatch(key);
  });
});
