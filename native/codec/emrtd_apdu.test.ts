import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emrtdApduProtocol as protocol } from './emrtd_apdu.ts';

const hex = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text.replaceAll(' ', ''), 'hex'));
const command = (text: string) => {
  const decoded = protocol.decode('host-to-device', hex(text));
  if (!decoded.ok) throw new Error(decoded.error);
  return decoded.value;
};

describe('a command', () => {
  it.each([
    ['without anything', '00A40004', { type: 'select', data: hex(''), le: null, extended: false }],
    ['with an expected length', '0084000008', { type: 'get-challenge', le: 8, extended: false }],
    ['with the greatest short length', '00B0000000', { type: 'read-binary', le: 256 }],
    ['with data', '00A4020C02011E', { type: 'select', data: hex('011E'), le: null }],
    ['with both', '0082000002AABB28', { data: hex('AABB'), le: 40, extended: false }],
    ['with an extended length', '00B00000000800', { data: hex(''), le: 2048, extended: true }],
    ['with the greatest length', '00B00000000000', { le: 65_536, extended: true }],
    ['with extended data', '00A4020C000002011E', { data: hex('011E'), le: null, extended: true }],
    ['with both extended', '0CB00000000003AABBCC0000', { data: hex('AABBCC'), le: 65_536, extended: true }],
  ])('%s', (_what, text, wanted) => {
    expect(command(text)).toMatchObject(wanted);
    expect(protocol.encode('host-to-device', command(text))).toEqual(hex(text));
  });

  it.each([
    ['too short for a header', '00A400', 'TRUNCATED'],
    ['shorter than its data', '00A4020C0301', 'TRUNCATED'],
    ['longer than its data and length', '00A4020C02011E0000', 'TRAILING_BYTES'],
    ['with half an extended length', '00B000000008', 'TRUNCATED'],
    ['with an extended field of nothing', '00A4020C00000001', 'PAYLOAD'],
  ])('%s is refused', (_what, text, code) => {
    expect(protocol.decode('host-to-device', hex(text))).toEqual({ ok: false, error: code });
  });

  it('comes back byte for byte, whatever decodes', () => {
    const frame = fc.oneof(
      fc.uint8Array({ maxLength: 40 }),
      fc
        .uint8Array({ minLength: 1, maxLength: 255 })
        .map((data) => Uint8Array.of(0x0c, 0xa4, 4, 12, data.length, ...data)),
      fc
        .uint8Array({ minLength: 1, maxLength: 700 })
        .map((data) => Uint8Array.of(0, 0x86, 0, 0, 0, data.length >> 8, data.length & 255, ...data, 0, 0)),
    );
    fc.assert(
      fc.property(frame, fc.constantFrom('host-to-device' as const, 'device-to-host' as const), (bytes, direction) => {
        const decoded = protocol.decode(direction, bytes);
        if (!decoded.ok) return;
        expect(protocol.encode(direction, decoded.value)).toEqual(bytes);
        expect(protocol.fields(direction, bytes).reduce((sum, { from, to }) => sum + to - from, 0)).toBe(bytes.length);
        expect(protocol.encode(direction, protocol.mask(decoded.value)).length).toBe(bytes.length);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('a response', () => {
  it.each([
    ['6A82', { status: 0x6a82, data: hex('') }],
    ['60145F019000', { status: 0x9000, data: hex('60145F01') }],
    ['AABB61FF', { status: 0x61ff, data: hex('AABB') }],
  ])('%s', (text, wanted) => {
    expect(protocol.decode('device-to-host', hex(text))).toMatchObject({ ok: true, value: wanted });
  });

  it.each([
    ['', 'EMPTY'],
    ['90', 'TRUNCATED'],
    ['AABB', 'PAYLOAD'],
    ['6000', 'PAYLOAD'],
  ])('%j is none', (text, code) => {
    expect(protocol.decode('device-to-host', hex(text))).toEqual({ ok: false, error: code });
  });
});

describe('what may be seen', () => {
  it.each([
    ['which application is selected', '00A4040C07A0000002471001', true],
    ['how PACE is set up', '0022C1A40F800A04007F00070202040202830101', true],
    ['a selection under secure messaging', '0CA4020C158709016375432908C044F68E08BF8B92D635FF24F800', false],
    ['an authentication', '008200000401020304', false],
    ['a number that is proved', '002000000431323334', false],
    ['a step of PACE', '10860000067C048002AABB00', false],
    ['a command nobody knows', '00CA000002AABB', false],
  ])('%s: %s', (_what, text, open) => {
    const masked = protocol.encode('host-to-device', protocol.mask(command(text)));
    expect(Buffer.from(masked).equals(hex(text))).toBe(open);
    const data = protocol.fields('host-to-device', hex(text)).find(({ name }) => name === 'data');
    expect(data?.open).toBe(open);
  });

  it('of what a chip answers: how much it was and its status', () => {
    const frame = hex('615B5F1F58503C55544F4552494B53534F4E9000');
    const decoded = protocol.decode('device-to-host', frame);
    if (!decoded.ok) throw new Error(decoded.error);
    const masked = protocol.encode('device-to-host', protocol.mask(decoded.value));
    expect(Buffer.from(masked).toString('hex')).toBe(`${'00'.repeat(frame.length - 2)}9000`);
    expect(protocol.fields('device-to-host', frame).map(({ open }) => open)).toEqual([false, true]);
  });
});
