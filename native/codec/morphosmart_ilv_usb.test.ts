import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type IlvMessage, ilvBytes, ilvMessage, readIlvs } from './morphosmart_ilv.ts';
import { frameOf, morphosmartIlvUsbProtocol as protocol, usbStream } from './morphosmart_ilv_usb.ts';
import { imageHeader, readImage } from './morphosmart_image.ts';
import type { StreamItem } from './stream.ts';

const DEVICE = 'device-to-host';
const hex = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text.replaceAll(' ', ''), 'hex'));
const encode = (message: IlvMessage): Uint8Array => protocol.encode(message.from, message);
const message = fc
  .record({ id: fc.nat(255), value: fc.uint8Array({ maxLength: 300 }), wide: fc.boolean() })
  .map(({ id, value, wide }) => ilvMessage(DEVICE, id, value, wide));
/** Anything that holds no whole start. */
const garbage = fc.uint8Array({ maxLength: 60 }).map((bytes) => bytes.map((byte) => (byte === 0x59 ? 0 : byte)));

const plain = (item: StreamItem<IlvMessage>) =>
  item.kind === 'frame' ? { ...item.message, value: [...item.message.value] } : item;
/** The frames of these bytes, cut into pieces of these lengths. */
function cut(bytes: Uint8Array, pieces: readonly number[], damaged = () => {}) {
  const stream = usbStream(DEVICE, damaged);
  const items: StreamItem<IlvMessage>[] = [];
  let at = 0;
  for (let turn = 0; at < bytes.length; turn += 1) {
    const next = at + (pieces[turn % pieces.length] ?? 1);
    items.push(...stream.push(bytes.subarray(at, next)));
    at = next;
  }
  return [...items, ...stream.silence()].map(plain);
}
const pieces = fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 8 });

const enrollReply = (width: number, height: number): Uint8Array =>
  ilvBytes(0x21, [
    hex('0000ffffffff'),
    ilvBytes(0x3d, [
      imageHeader({ width, height, dpiX: 500, dpiY: 500, bits: 8 }),
      new Uint8Array(width * height).map((_, at) => 1 + (at % 255)),
    ]),
  ]);

describe('MorphoSmart ILV over USB', () => {
  it('reads what it writes, and writes what it read', () => {
    fc.assert(
      fc.property(message, (one) => {
        const decoded = protocol.decode(DEVICE, encode(one));
        expect(decoded).toEqual({ ok: true, value: one });
      }),
    );
  });

  it('finds the same frames in any pieces, with garbage between', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(garbage, message), { maxLength: 5 }), pieces, (parts, lengths) => {
        const bytes = Uint8Array.from(parts.flatMap(([noise, one]) => [...noise, ...encode(one)]));
        const frames = cut(bytes, lengths).filter((item) => !('kind' in item));
        expect(frames).toEqual(parts.map(([, one]) => ({ ...one, value: [...one.value] })));
        expect(cut(bytes, lengths)).toEqual(cut(bytes, [bytes.length]));
      }),
    );
  });

  it('reads on behind a frame whose end, complement or length is wrong, and says that it was damaged', () => {
    const good = frameOf(hex('0501002f'));
    for (const place of [5, 8, 13, good.length - 1]) {
      let damaged = 0;
      const bad = good.map((byte, at) => (at === place ? byte ^ 0x40 : byte));
      const items = cut(Uint8Array.from([...bad, ...good]), [7], () => {
        damaged += 1;
      });
      expect(items).toEqual([
        { kind: 'garbage', bytes: good.length },
        plain({ kind: 'frame', message: ilvMessage(DEVICE, 5, hex('2f')) }),
      ]);
      expect([place, damaged]).toEqual([place, 1]);
      expect(protocol.decode(DEVICE, bad).ok).toBe(false);
    }
  });

  it('says why bytes are no frame', () => {
    const good = frameOf(hex('0501002f'));
    const error = (bytes: Uint8Array) => {
      const decoded = protocol.decode(DEVICE, bytes);
      return decoded.ok ? 'ok' : decoded.error;
    };
    expect(error(new Uint8Array(0))).toBe('EMPTY');
    expect(error(good.subarray(1))).toBe('FRAMING');
    expect(error(good.subarray(0, 9))).toBe('TRUNCATED');
    expect(error(good.subarray(0, -1))).toBe('TRUNCATED');
    expect(error(Uint8Array.from([...good, 0]))).toBe('TRAILING_BYTES');
    expect(error(frameOf(hex('05020000')))).toBe('PAYLOAD');
    expect(error(frameOf(new Uint8Array(500_000)))).toBe('CHECKSUM');
  });

  it('takes a picture of more than 64 KB, whose lengths stand in six bytes', () => {
    const frame = frameOf(enrollReply(416, 416));
    expect(Buffer.from(frame.subarray(12, 19)).toString('hex')).toBe('21ffff19a40200');
    const [item] = cut(frame, [61]);
    if (item === undefined || 'kind' in item) throw new Error('no frame');
    const nested = readIlvs(Uint8Array.from(item.value), 6);
    expect(nested?.map(({ id, wide }) => [id, wide])).toEqual([[0x3d, true]]);
    const image = readImage(nested?.[0]?.value ?? new Uint8Array(0));
    expect(image).toMatchObject({ width: 416, height: 416, dpiX: 500, bits: 8 });
  });

  it('covers the dots of a picture and nothing else of its frame', () => {
    const frame = frameOf(enrollReply(40, 30));
    const decoded = protocol.decode(DEVICE, frame);
    if (!decoded.ok) throw new Error(decoded.error);
    const masked = encode(protocol.mask(decoded.value));
    expect(masked.length).toBe(frame.length);
    const changed = [...masked.keys()].filter((at) => masked[at] !== frame[at]);
    const image = protocol.fields(DEVICE, frame).find(({ name }) => name === 'image');
    expect(image).toMatchObject({ to: frame.length - 2, open: false });
    expect(image && image.to - image.from).toBe(1200);
    // The database index is covered as well.
    expect(changed.filter((at) => at < (image?.from ?? 0))).toEqual([17, 18, 19, 20]);
    expect(changed.filter((at) => at >= (image?.from ?? 0)).length).toBe(1200);
  });

  it('covers user ids, templates, hits and all that is not known', () => {
    const closed = (from: 'host-to-device' | 'device-to-host', text: string): number[] => {
      const ilv = hex(text);
      const frame = frameOf(ilv);
      return protocol.fields(from, frame).flatMap((part) => (part.open ? [] : [part.from - 12, part.to - 12]));
    };
    // ENROLL with a user id; ADD_BASE_RECORD; IDENTIFY answered by a hit; an exported template; a text of no known kind.
    expect(closed('host-to-device', '21 0f00 00 0700 00 01 01 01 00 04 0400 41424300')).toEqual([14, 18]);
    expect(closed('host-to-device', '35 0300 00 4142')).toEqual([3, 6]);
    expect(closed(DEVICE, '22 0a00 00 01 05000000 04 0100 41')).toEqual([4, 13]);
    expect(closed(DEVICE, '21 0b00 00 00 00000000 02 0200 4142')).toEqual([5, 9, 12, 14]);
    expect(closed(DEVICE, '05 0500 00 77 0100 41')).toEqual([7, 8]);
    // Nothing of anybody: asking, being asked to move, failing.
    expect(closed('host-to-device', '05 0100 2f')).toEqual([]);
    expect(closed(DEVICE, '71 0800 00 01 0400 05000000')).toEqual([]);
    expect(closed(DEVICE, '21 0500 fa 00000000')).toEqual([]);
  });
});

describe('a picture of a MorphoSmart', () => {
  it('is refused when header, compression or number of dots is wrong', () => {
    const dots = new Uint8Array(6);
    const header = imageHeader({ width: 3, height: 2, dpiX: 500, dpiY: 498, bits: 8 });
    const value = Uint8Array.from([...header, ...dots]);
    expect(readImage(value)).toMatchObject({ width: 3, height: 2, dpiX: 500, dpiY: 498, bits: 8, pixels: dots });
    expect(readImage(header.subarray(0, 11))).toMatch(/shorter/);
    expect(readImage(value.subarray(0, -1))).toBe('5 dots for 3 x 2');
    expect(readImage(value.map((byte, at) => (at === 10 ? 51 : byte)))).toBe('compressed in way 51');
    expect(readImage(value.map((byte, at) => (at === 1 ? 12 : byte)))).toBe('header of 12 bytes');
    expect(readImage(imageHeader({ width: 0, height: 2, dpiX: 500, dpiY: 500, bits: 8 }))).toBe('0 dots for 0 x 2');
  });
});
