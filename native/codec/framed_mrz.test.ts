import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeFramed, encodeFramed, framedStream } from './framed_mrz.ts';
import { type FramedMrzFormat, framedMrzFormat } from './framed_mrz_format.ts';

const plain = framedMrzFormat.parse({});
const mrzChar = fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789<');
const lines = fc.array(fc.string({ unit: mrzChar, minLength: 7, maxLength: 44 }), { minLength: 2, maxLength: 3 });

const format: fc.Arbitrary<FramedMrzFormat> = fc
  .record({
    prefix: fc.constantFrom([], [0x01], [0xf0, 0x4f], [0x53, 0x4f, 0x44, 0x4f]),
    stx: fc.constantFrom(null, 0x02),
    lineSep: fc.constantFrom('CR', 'LF', 'CRLF'),
    thirdLineCr: fc.constantFrom('always', 'ifPresent'),
    suffix: fc.constantFrom([0x03], [0x0d, 0x03], [0x03, 0xf1, 0x4f]),
    checksum: fc.constantFrom(
      { kind: 'none' },
      { kind: 'lrc-xor' },
      { kind: 'sum8', position: 'before-suffix', range: ['prefix', 'stx', 'data'] },
    ),
  })
  .filter(({ prefix, stx }) => prefix.length > 0 || stx !== null)
  .map((raw) => framedMrzFormat.parse(raw));

function read(stream: ReturnType<typeof framedStream>, chunks: readonly Uint8Array[]): (readonly string[])[] {
  return chunks
    .flatMap((chunk) => stream.push(chunk))
    .flatMap((item) => (item.kind === 'frame' ? [item.message.type === 'mrz' ? item.message.lines : []] : []));
}

describe('any format', () => {
  it('reads back what it writes, merged and byte by byte', () => {
    fc.assert(
      fc.property(format, fc.array(lines, { minLength: 1, maxLength: 3 }), (how, documents) => {
        const bytes = Uint8Array.from(documents.flatMap((document) => [...encodeFramed(document, how)]));
        expect(read(framedStream(how), [bytes])).toEqual(documents);
        const single = [...bytes].map((byte) => Uint8Array.of(byte));
        expect(read(framedStream(how), single)).toEqual(documents);
      }),
    );
  });

  it('never throws on any bytes and is in step after silence', () => {
    fc.assert(
      fc.property(format, fc.uint8Array({ maxLength: 600 }), lines, (how, noise, document) => {
        const stream = framedStream(how);
        stream.push(noise);
        stream.silence();
        expect(stream.waiting()).toBe(false);
        expect(read(stream, [encodeFramed(document, how)])).toEqual([document]);
      }),
    );
  });

  it('cuts garbage the same way in one piece or byte by byte', () => {
    fc.assert(
      fc.property(format, fc.uint8Array({ maxLength: 200 }), lines, (how, noise, document) => {
        const bytes = Uint8Array.from([...noise, ...encodeFramed(document, how)]);
        const single = [...bytes].map((byte) => Uint8Array.of(byte));
        expect(read(framedStream(how), single)).toEqual(read(framedStream(how), [bytes]));
      }),
    );
  });
});

describe('one frame', () => {
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

  it('reads with or without the break of a missing third line', () => {
    for (const text of ['\x02AAAAAAA\rBBBBBBB\r\x03', '\x02AAAAAAA\rBBBBBBB\r\r\x03']) {
      const message = { type: 'mrz', lines: ['AAAAAAA', 'BBBBBBB'], unreadable: 0 };
      expect(decodeFramed(bytes(text), plain)).toEqual({ ok: true, value: message });
    }
  });

  it.each([
    ['', 'EMPTY'],
    ['\x02AAAAAAA\r', 'TRUNCATED'],
    ['AAAAAAA\r\x03', 'FRAMING'],
    ['\x02AAAAAAA\r\x03\x02', 'TRAILING_BYTES'],
    [`\x02${'A'.repeat(1100)}\x03`, 'FRAMING'],
    ['\x02A\rB\rC\rD\r\x03', 'FRAMING'],
  ])('%j -> %s', (text, code) => {
    expect(decodeFramed(bytes(text), plain)).toEqual({ ok: false, error: code });
  });

  it('takes an empty frame for "nothing could be read"', () => {
    expect(decodeFramed(bytes('\x02\x03'), plain)).toEqual({ ok: true, value: { type: 'no-read' } });
  });

  it('cuts an 88-character piece into two lines', () => {
    const found = decodeFramed(bytes(`\x02${'A'.repeat(44)}${'B'.repeat(44)}\x03`), plain);
    expect(found).toMatchObject({ ok: true, value: { lines: ['A'.repeat(44), 'B'.repeat(44)] } });
  });

  it('takes padding away, turns inner padding into fillers and leaves out the AIM identifier', () => {
    const how = framedMrzFormat.parse({ pad: '_', aimId: true });
    expect(decodeFramed(bytes('\x02]o1AB_C___\rD______\r\x03'), how)).toMatchObject({
      value: { lines: ['AB<C', 'D'] },
    });
  });

  it('counts characters which the reader marked as unreadable', () => {
    const how = framedMrzFormat.parse({ charErrorMarker: '?' });
    expect(decodeFramed(bytes('\x02AB?D?\r\x03'), how)).toMatchObject({ value: { unreadable: 2 } });
  });

  it('checks the LRC: XOR of text and ETX', () => {
    const how = framedMrzFormat.parse({ checksum: { kind: 'lrc-xor' } });
    const frame = encodeFramed(['AB'], how);
    expect(Buffer.from(frame).toString('hex')).toBe('0241420d030d');
    frame[1] = 0x43;
    expect(decodeFramed(frame, how)).toEqual({ ok: false, error: 'FRAMING' });
  });

  it('finds the good frame that follows half a frame at once', () => {
    const half = bytes('\x02AAAA\rBBB');
    expect(read(framedStream(plain), [half, encodeFramed(['CC', 'DD'], plain)])).toEqual([['CC', 'DD']]);
  });
});
