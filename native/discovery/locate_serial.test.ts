import { describe, expect, it } from 'vitest';
import { ok } from '../../core/domain/result.ts';
import type { SerialPortInfo } from '../transport/serial_ports.ts';
import { locate } from './locate_serial.ts';

const box = (path: string, serialNumber: string | null, productId = '0005'): SerialPortInfo => ({
  path,
  vendorId: '2b78',
  productId,
  serialNumber,
  manufacturer: null,
});
const KNOWN = [{ vendorId: '2b78', productId: '0005' }];
const ports =
  (...all: SerialPortInfo[]) =>
  async () =>
    ok(all);

describe('where a device is', () => {
  it('takes an explicit path as it is, without asking the system', async () => {
    const never = async () => Promise.reject(new Error('asked'));
    expect(await locate({ path: '/dev/ttyS0' }, KNOWN, never)).toEqual({ ok: true, value: '/dev/ttyS0' });
  });

  it('follows the serial number to whatever port it is on now', async () => {
    const wanted = { usb: { vendorId: '2b78', productId: '0005', serialNumber: 'B' } };
    expect(await locate(wanted, KNOWN, ports(box('/dev/ttyACM0', 'A'), box('/dev/ttyACM1', 'B')))).toMatchObject({
      value: '/dev/ttyACM1',
    });
    expect(await locate(wanted, KNOWN, ports(box('/dev/ttyACM0', 'B'), box('/dev/ttyACM1', 'A')))).toMatchObject({
      value: '/dev/ttyACM0',
    });
  });

  it('finds the one device which the driver knows', async () => {
    const found = await locate({}, KNOWN, ports(box('/dev/ttyACM0', 'X', '9999'), box('/dev/ttyACM1', null)));
    expect(found).toMatchObject({ value: '/dev/ttyACM1' });
  });

  it('takes the first of two ports of the same device', async () => {
    const found = await locate({}, KNOWN, ports(box('/dev/ttyACM0', 'A'), box('/dev/ttyACM1', 'A')));
    expect(found).toMatchObject({ value: '/dev/ttyACM0' });
  });

  it.each([
    ['of two serial numbers', 'A', 'B'],
    ['without serial numbers', null, null],
  ])('does not guess between two devices %s', async (_what, first, second) => {
    const found = await locate({}, KNOWN, ports(box('/dev/ttyACM0', first), box('/dev/ttyACM1', second)));
    expect(found).toMatchObject({ ok: false, error: { code: 'DEVICE_REFUSED' } });
  });

  it('says absent when there is none', async () => {
    expect(await locate({}, KNOWN, ports())).toMatchObject({ ok: false, error: { code: 'DEVICE_ABSENT' } });
  });

  it.each([
    ['10c4', 'ea60'],
    ['1a86', '7523'],
    ['0403', '6001'],
  ])('never takes a converter %s:%s for a device by its numbers alone', async (vendorId, productId) => {
    const usb = { vendorId, productId };
    const cable = { path: '/dev/ttyUSB0', ...usb, serialNumber: '0001', manufacturer: null };
    expect(await locate({}, [usb], ports(cable))).toMatchObject({ error: { code: 'DEVICE_ABSENT' } });
    expect(await locate({ usb }, [usb], ports(cable))).toMatchObject({ error: { code: 'DEVICE_REFUSED' } });
    expect(await locate({ usb: { ...usb, serialNumber: '0001' } }, [usb], ports(cable))).toMatchObject({
      value: '/dev/ttyUSB0',
    });
    expect(await locate({ path: '/dev/ttyUSB0' }, [usb], ports(cable))).toMatchObject({ value: '/dev/ttyUSB0' });
  });
});
