import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeDevice, decodeHost, deviceStream, hostStream } from './elyctis_idbox.ts';
import { encodeDevice, encodeHost } from './elyctis_idbox_encode.ts';
import type { DeviceMessage, HostMessage } from './elyctis_idbox_message.ts';
import type { StreamDecoder } from './stream.ts';

const hex = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'hex'));
const toHex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

const mrzChar = fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789<');
const line = fc.string({ unit: mrzChar, minLength: 1, maxLength: 44 });
const text = fc.string({ unit: fc.constantFrom(...'IDBOX 1.23-vV'), minLength: 1, maxLength: 40 });
const mode = fc.constantFrom(
  { mode: 'cdc' as const, value: 0 },
  { mode: 'uart-9600' as const, value: 1 },
  { mode: 'uart-115200' as const, value: 3 },
  { mode: 'hid-cdc' as const, value: 16 },
);
const deviceMessage: fc.Arbitrary<DeviceMessage> = fc.oneof(
  fc.array(line, { minLength: 1, maxLength: 3 }).map((lines) => ({ type: 'mrz' as const, lines })),
  fc.constant({ type: 'no-read' as const }),
  fc.boolean().map((on) => ({ type: 'continuous' as const, on })),
  text.map((said) => ({ type: 'firmware-version' as const, text: said })),
  text.map((said) => ({ type: 'ocr-version' as const, text: said })),
  text.map((said) => ({ type: 'serial-number' as const, text: said })),
  text.map((said) => ({ type: 'product-info' as const, text: said })),
  mode.map((value) => ({ type: 'comm-mode' as const, ...value })),
  mode.map((value) => ({ type: 'comm-mode-set' as const, ...value })),
);

/** Bytes cut at arbitrary places. */
function pieces(bytes: Uint8Array, cuts: readonly number[]): Uint8Array[] {
  const places = [...new Set(cuts.map((cut) => cut % (bytes.length + 1)))].sort((a, b) => a - b);
  return [0, ...places].map((from, at) => bytes.slice(from, places[at] ?? bytes.length));
}

function messages<M>(decoder: StreamDecoder<M>, chunks: readonly Uint8Array[]): M[] {
  return chunks
    .flatMap((chunk) => decoder.push(chunk))
    .flatMap((item) => (item.kind === 'frame' ? [item.message] : []));
}

describe('what the manual prints', () => {
  const td3 = ['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C36UTO7408122F1204159ZE184226B<<<<<10'];
  const td1 = ['I<UTOD231458907<<<<<<<<<<<<<<<', '7408122F1204159UTO<<<<<<<<<<<6', 'ERIKSSON<<ANNA<MARIA<<<<<<<<<<'];

  it.each<[string, HostMessage]>([
    ['490000', { type: 'inquire' }],
    ['4c0000', { type: 'inquire-line' }],
    ['43000101', { type: 'continuous', on: true }],
    ['43000100', { type: 'continuous', on: false }],
    ['560000', { type: 'get-firmware-version' }],
    ['570000', { type: 'get-ocr-version' }],
    ['520000', { type: 'get-serial-number' }],
    ['540000', { type: 'get-product-info' }],
    ['4d0000', { type: 'get-comm-mode' }],
    ['4d000400000000', { type: 'set-comm-mode', mode: 'cdc', value: 0 }],
    ['4d000403000000', { type: 'set-comm-mode', mode: 'uart-115200', value: 3 }],
    ['4d000410001000', { type: 'set-comm-mode', mode: 'hid-cdc', value: 16 }],
    ['00', { type: 'flush' }],
  ])('host %s', (frame, message) => {
    expect(decodeHost(hex(frame))).toEqual({ ok: true, value: message });
    expect(toHex(encodeHost(message))).toBe(frame);
  });

  it('reads three empty lines as "no document"', () => {
    expect(decodeDevice(hex('4900030d0d0d'))).toEqual({ ok: true, value: { type: 'no-read' } });
  });

  it('closes a missing third line with its CR all the same', () => {
    const bytes = encodeDevice({ type: 'mrz', lines: td3 });
    expect([bytes.length, toHex(bytes.subarray(0, 3)), toHex(bytes.subarray(-2))]).toEqual([94, '49005b', '0d0d']);
    expect(decodeDevice(bytes)).toEqual({ ok: true, value: { type: 'mrz', lines: td3 } });
  });

  it('reads the three lines of an identity card', () => {
    expect(decodeDevice(encodeDevice({ type: 'mrz', lines: td1 }))).toEqual({
      ok: true,
      value: { type: 'mrz', lines: td1 },
    });
  });
});

describe('what is no frame', () => {
  it.each([
    ['', 'EMPTY'],
    ['5a0000', 'UNKNOWN_COMMAND'],
    ['49ffff', 'LENGTH_LIMIT'],
    ['490101', 'LENGTH_LIMIT'],
    ['56000a4944', 'TRUNCATED'],
    ['4300010101', 'TRAILING_BYTES'],
    ['43000107', 'PAYLOAD'],
    ['490003000000', 'PAYLOAD'],
    ['560000', 'PAYLOAD'],
  ])('device %s -> %s', (frame, code) => {
    expect(decodeDevice(hex(frame))).toEqual({ ok: false, error: code });
  });
});

describe('stream', () => {
  const good = encodeDevice({ type: 'firmware-version', text: 'IDBOX 1.23' });

  it('gives the same frames however the bytes are cut', () => {
    fc.assert(
      fc.property(fc.array(deviceMessage, { maxLength: 6 }), fc.array(fc.nat(), { maxLength: 12 }), (all, cuts) => {
        const bytes = Uint8Array.from(all.flatMap((message) => [...encodeDevice(message)]));
        expect(messages(deviceStream(), pieces(bytes, cuts))).toEqual(all);
      }),
    );
  });

  it('never throws on any bytes, keeps count of each, and is in step after silence', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 5 }), (chunks) => {
        const decoder = deviceStream();
        for (const chunk of chunks) decoder.push(chunk);
        decoder.silence();
        expect(decoder.waiting()).toBe(false);
        expect(messages(decoder, [good])).toEqual([{ type: 'firmware-version', text: 'IDBOX 1.23' }]);
      }),
    );
  });

  it('cuts any garbage the same way in one piece or byte by byte', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (noise) => {
        const bytes = Uint8Array.from([...noise, ...good]);
        const single = [...bytes].map((byte) => Uint8Array.of(byte));
        expect(messages(deviceStream(), single)).toEqual(messages(deviceStream(), [bytes]));
      }),
    );
  });

  it('counts garbage between frames and reads on', () => {
    const items = deviceStream().push(Uint8Array.from([...good, 0xff, 0x00, 0x7f, ...good]));
    expect(items.map((item) => (item.kind === 'garbage' ? item.bytes : item.message.type))).toEqual([
      'firmware-version',
      3,
      'firmware-version',
    ]);
  });

  it('finds the good frame that follows half a frame at once, without waiting for silence', () => {
    const decoder = deviceStream();
    const half = encodeDevice({ type: 'mrz', lines: ['A'.repeat(44), 'B'.repeat(44)] }).slice(0, 40);
    expect(messages(decoder, [half, good])).toEqual([{ type: 'firmware-version', text: 'IDBOX 1.23' }]);
  });

  it('gives up half a frame on silence', () => {
    const decoder = deviceStream();
    expect(decoder.push(hex('49005b5041'))).toEqual([]);
    expect(decoder.silence()).toEqual([{ kind: 'garbage', bytes: 5 }]);
  });

  it('reads a lone zero from the host as a flush', () => {
    expect(messages(hostStream(), [hex('00560000')])).toEqual([{ type: 'flush' }, { type: 'get-firmware-version' }]);
  });
});

const data = join(
  process.env.BOOTH_DATA ?? join(import.meta.dirname, '../../../shared/data'),
  'device-vectors/vectors.json',
);

if (existsSync(data)) {
  const vectors: { id: string; protocol: string; direction: string; hex: string; valid: boolean }[] = JSON.parse(
    readFileSync(data, 'utf8'),
  );
  describe('published frames', () => {
    it.each(vectors.filter(({ protocol }) => protocol === 'elyctis-idbox'))(
      '$id',
      ({ direction, hex: frame, valid }) => {
        const fromHost = direction === 'host->device';
        const again = fromHost ? reencodedHost(hex(frame)) : reencodedDevice(hex(frame));
        expect(again).toBe(valid ? frame : 'rejected');
      },
    );
  });
} else {
  console.warn('not run: published frames (no device-vectors under BOOTH_DATA)');
}

function reencodedHost(bytes: Uint8Array): string {
  const read = decodeHost(bytes);
  return read.ok ? toHex(encodeHost(read.value)) : 'rejected';
}

function reencodedDevice(bytes: Uint8Array): string {
  const read = decodeDevice(bytes);
  return read.ok ? toHex(encodeDevice(read.value)) : 'rejected';
}
