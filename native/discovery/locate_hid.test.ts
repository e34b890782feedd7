import { describe, expect, it } from 'vitest';
import { ok } from '../../core/domain/result.ts';
import type { HidDeviceFound } from '../transport/hid_devices.ts';
import { locateHid } from './locate_hid.ts';

const board = (path: string, changes: Partial<HidDeviceFound> = {}): HidDeviceFound => ({
  path,
  vendorId: '16c0',
  productId: '05df',
  serialNumber: null,
  product: 'USBRelay2',
  usagePage: 0xff00,
  ...changes,
});
const RELAY = [{ vendorId: '16c0', productId: '05df', product: 'USBRelay' }];
const devices =
  (...all: HidDeviceFound[]) =>
  async () =>
    ok(all);

describe('where a HID device is', () => {
  it('takes an explicit path as it is, without asking the system', async () => {
    const never = async () => Promise.reject(new Error('asked'));
    expect(await locateHid({ path: '/dev/relay' }, RELAY, never)).toEqual({ ok: true, value: '/dev/relay' });
  });

  it('knows a device whose numbers many makers share by the beginning of its name', async () => {
    const found = devices(
      board('/dev/hidraw0', { product: 'Toy' }),
      board('/dev/hidraw1', { product: null }),
      board('/dev/hidraw2'),
    );
    expect(await locateHid({}, RELAY, found)).toMatchObject({ value: '/dev/hidraw2' });
  });

  it('follows the serial number to whatever node it has now', async () => {
    const wanted = { usb: { vendorId: '16c0', productId: '05df', serialNumber: 'B' } };
    const found = devices(
      board('/dev/hidraw0', { serialNumber: 'A' }),
      board('/dev/hidraw1', { serialNumber: 'B', product: null }),
    );
    expect(await locateHid(wanted, RELAY, found)).toMatchObject({ value: '/dev/hidraw1' });
  });

  it('picks the collection which the driver speaks to, also by numbers that were written down', async () => {
    const known = [{ vendorId: '0c2e', productId: '0b61', usagePage: 0x8c }];
    const parts = [0x01, 0x8c].map((usagePage, at) =>
      board(`/dev/hidraw${at}`, { vendorId: '0c2e', productId: '0b61', usagePage }),
    );
    expect(await locateHid({}, known, devices(...parts))).toMatchObject({ value: '/dev/hidraw1' });
    const usb = { vendorId: '0c2e', productId: '0b61' };
    expect(await locateHid({ usb }, known, devices(...parts))).toMatchObject({ value: '/dev/hidraw1' });
  });

  it('takes two collections behind one node, or of one serial number, as one device', async () => {
    const one = devices(board('/dev/hidraw0'), board('/dev/hidraw0', { usagePage: 1 }));
    expect(await locateHid({}, RELAY, one)).toMatchObject({ value: '/dev/hidraw0' });
    const same = devices(board('/dev/hidraw0', { serialNumber: 'A' }), board('/dev/hidraw1', { serialNumber: 'A' }));
    expect(await locateHid({}, RELAY, same)).toMatchObject({ value: '/dev/hidraw0' });
  });

  it.each([
    ['of two serial numbers', 'A', 'B'],
    ['without serial numbers', null, null],
  ])('does not guess between two devices %s', async (_what, first, second) => {
    const both = devices(
      board('/dev/hidraw0', { serialNumber: first }),
      board('/dev/hidraw1', { serialNumber: second }),
    );
    expect(await locateHid({}, RELAY, both)).toMatchObject({ ok: false, error: { code: 'DEVICE_REFUSED' } });
  });

  it('says absent when there is none', async () => {
    expect(await locateHid({}, RELAY, devices())).toMatchObject({ ok: false, error: { code: 'DEVICE_ABSENT' } });
  });
});
