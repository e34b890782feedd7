import { expect, it } from 'vitest';
import { parseDeviceSettings } from './settings.ts';

it('fills in what was left out and writes USB numbers in lower case', () => {
  const settings = parseDeviceSettings([
    { driver: 'elyctis-idbox', name: 'mrz', usb: { vendorId: '2B78', productId: '0005' } },
  ]);
  expect(settings).toMatchObject({ ok: true, value: [{ usb: { vendorId: '2b78' }, options: {} }] });
});

it.each([
  ['a driver there is not', [{ driver: 'none', name: 'a' }], 'device a: no driver none'],
  ['an option the driver has not', [{ driver: 'elyctis-idbox', name: 'a', options: { colour: 1 } }], /^device a: /],
  [
    'an option out of its range',
    [{ driver: 'framed-mrz', name: 'a', options: { format: { suffix: [300] } } }],
    /format\.suffix/,
  ],
  [
    'two devices of one name',
    [
      { driver: 'framed-mrz', name: 'a' },
      { driver: 'framed-mrz', name: 'a' },
    ],
    /unique/,
  ],
  [
    'both path and usb',
    [{ driver: 'framed-mrz', name: 'a', path: '/x', usb: { vendorId: '0001', productId: '0002' } }],
    /not both/,
  ],
  ['no list', {}, /^devices\./],
])('refuses %s in one line', (_what, raw, why) => {
  const settings = parseDeviceSettings(raw);
  expect(settings.ok).toBe(false);
  if (!settings.ok) expect(settings.error).toMatch(why);
});

it('takes a place on the network as a port, and nothing that only looks like one', () => {
  const at = (path: string) => parseDeviceSettings([{ driver: 'elyctis-idbox', name: 'a', path }]);
  expect(at('tcp://10.7.0.2:3001').ok).toBe(true);
  expect(at('tcp://10.7.0.2')).toEqual({ ok: false, error: 'device a: path: tcp://host:port' });
});
