import { describe, expect, it } from 'vitest';
import { err, ok } from '../../core/domain/result.ts';
import type { DeviceHealth } from '../../core/ports/device.ts';
import { DRIVERS } from '../driver/catalogue.ts';
import { matchingDrivers } from '../driver/match.ts';
import type { SerialPortInfo } from '../transport/serial_ports.ts';
import { discover, type Lists } from './discover.ts';

const port = (path: string, vendorId: string | null, productId: string | null): SerialPortInfo => ({
  path,
  vendorId,
  productId,
  serialNumber: 'S1',
  manufacturer: 'A maker',
});
const lists = (...ports: SerialPortInfo[]): Lists => ({ serial: async () => ok(ports), hid: async () => ok([]) });
const [box] = DRIVERS.filter(({ id }) => id === 'elyctis-idbox');
const withNumbers = (usb: NonNullable<typeof box>['usb']) => (box === undefined ? [] : [{ ...box, usb }]);

describe('what is plugged in', () => {
  it('fits a driver exactly by numbers of its own, weakly or not at all by those of a chip in the cable', async () => {
    const { found } = await discover(
      [],
      lists(port('/dev/ttyACM0', '2b78', '0005'), port('/dev/ttyUSB0', '10c4', 'ea60'), port('/dev/ttyS0', null, null)),
    );
    expect(found.map((one) => [one.port, one.chip])).toEqual([
      ['/dev/ttyACM0', null],
      ['/dev/ttyUSB0', 'Silicon Labs CP210x'],
      ['/dev/ttyS0', null],
    ]);
    expect(found[0]?.matches).toEqual([{ driver: 'elyctis-idbox', strength: 'EXACT' }]);
    expect(found[1]?.matches.filter(({ strength }) => strength === 'EXACT')).toEqual([]);
    expect(found[2]?.matches).toEqual([]);
  });

  it('says which device of the lane is there now', async () => {
    const health = [{ name: 'reader', port: '/dev/ttyACM0', state: 'ready' }] as DeviceHealth[];
    const gone = [{ name: 'reader', port: '/dev/ttyACM0', state: 'lost' }] as DeviceHealth[];
    const here = lists(port('/dev/ttyACM0', '2b78', '0005'));
    expect((await discover(health, here)).found[0]?.usedBy).toBe('reader');
    expect((await discover(gone, here)).found[0]?.usedBy).toBeNull();
  });

  it('shows the rest where one kind of link cannot be asked, and says why', async () => {
    const problem = { code: 'DEVICE_IO', detail: 'no library' } as const;
    const told = await discover([], { ...lists(port('/dev/ttyS0', null, null)), hid: async () => err(problem) });
    expect(told).toMatchObject({ found: [{ port: '/dev/ttyS0' }], problems: [{ link: 'hid', problem }] });
  });

  it('shows a HID device once, and readers of chips by their names', async () => {
    const collection = { path: '/dev/hidraw1', vendorId: '1209', productId: '0001', serialNumber: null, product: null };
    const { found } = await discover([], {
      ...lists(),
      hid: async () => ok([1, 6, 12].map((usagePage) => ({ ...collection, usagePage }))),
      pcsc: async () => ok(['Virtual PCD 00 00']),
    });
    expect(found.map((one) => [one.link, one.port])).toEqual([
      ['hid', '/dev/hidraw1'],
      ['pcsc', 'Virtual PCD 00 00'],
    ]);
  });
});

describe('the strength of a match', () => {
  const plugged = { link: 'serial', vendorId: '16c0', productId: '05df', product: 'USBRelay4' } as const;

  it('is exact for shared numbers only where the name of the product says it', () => {
    const named = withNumbers([{ vendorId: '16c0', productId: '05df', product: 'USBRelay' }]);
    expect(matchingDrivers(plugged, named)[0]?.strength).toBe('EXACT');
    expect(matchingDrivers({ ...plugged, product: 'Thermometer' }, named)[0]?.strength).toBe('WEAK');
    expect(matchingDrivers({ ...plugged, product: null }, named)[0]?.strength).toBe('WEAK');
    expect(matchingDrivers(plugged, withNumbers([{ vendorId: '16c0', productId: '05df' }]))[0]?.strength).toBe('WEAK');
  });

  it('is none for other numbers or another link', () => {
    const own = withNumbers([{ vendorId: '16c0', productId: '05df' }]);
    expect(matchingDrivers({ ...plugged, productId: '05e0' }, own)).toEqual([]);
    expect(matchingDrivers({ ...plugged, link: 'hid' }, own)).toEqual([]);
  });
});
