import { describe, expect, it } from 'vitest';
import { ilvBytes, ilvMessage, readMessage } from '../../codec/morphosmart_ilv.ts';
import { imageHeader } from '../../codec/morphosmart_image.ts';
import { readDescriptor, sensorOf, serialNumberIn } from './descriptor.ts';
import { morphosmartDriver } from './driver.ts';
import { enrollCommand } from './enroll.ts';
import { HINTS, noteOf, outcomeOf, timeoutAfter } from './outcome.ts';
import { morphosmartSettings } from './settings.ts';

const hex = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text.replaceAll(' ', ''), 'hex'));
const toHex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const reply = (text: string) => ilvMessage('device-to-host', 0x21, hex(text));
const async = (text: string) => ilvMessage('device-to-host', 0x71, hex(text));

describe('the command to capture', () => {
  const command = (seconds: number, options = {}) => toHex(enrollCommand(seconds, morphosmartSettings.parse(options)));

  it('asks for one raw picture, stores nothing and exports no template', () => {
    // base 0, 7 s, quality 0, one capture, one finger, save 0, minutiae 0; events, raw picture, latent detection.
    expect(command(7)).toBe(
      toHex(hex('21 1c00 00 0700 00 01 01 00 00 34 0400 41000000 3d 0600 00 3e 0200 2c 00 39 0100 01')),
    );
  });

  it('says how strict, how long and what else as it is set', () => {
    expect(command(300, { codeQuality: false, latentDetection: false, fakeFingerLevel: 'high' })).toBe(
      toHex(
        hex('21 2300 00 2c01 00 01 01 00 00 34 0400 01000000 3d 0600 00 3e 0200 2c 00 39 0100 00 42 0400 02000000'),
      ),
    );
  });
});

describe('what a device says of itself', () => {
  const said = (product: string) => {
    const text = (id: number, words: string) => ilvBytes(id, [Buffer.from(`${words}\0`, 'latin1')]);
    const bytes = ilvBytes(0x05, [
      hex('00'),
      text(0x29, product),
      text(0x2b, 'SerialNumber:\t0000'),
      text(0x2a, 'MSO Version: 09.00.c-C'),
    ]);
    const message = readMessage('device-to-host', bytes);
    const descriptor = message === null ? null : readDescriptor(message);
    if (descriptor === null) throw new Error('no descriptor');
    return descriptor;
  };
  const CBM =
    'Product Name:\t\tCBM\r\nMobi5 Serial Number:\t1009C7\r\nMSO OEM Serial Number:\t1014N0\r\nMSO OEM Product ID:\t2516\r\n';

  it('gives firmware, the number of the whole device, and the size of its pictures', () => {
    const descriptor = said(CBM);
    expect(descriptor.software).toBe('MSO Version: 09.00.c-C');
    expect(serialNumberIn(descriptor)).toBe('1014N0');
    expect(sensorOf(descriptor)).toMatchObject({ width: 256, height: 400, resolutionDpi: 500, depthBits: 8 });
  });

  it('says nothing that is not there', () => {
    expect(serialNumberIn(said('Product Name: MSO 300\r\n'))).toBeNull();
    expect(serialNumberIn(said('Serial Number: 77'))).toBe('77');
    expect(sensorOf(said('Product Name: MSO 300'))).toMatchObject({ width: 416, height: 416 });
    expect(readDescriptor(ilvMessage('device-to-host', 0x05, hex('f400000000')))).toBeNull();
    expect(readDescriptor(ilvMessage('device-to-host', 0x05, hex('00 29 ff00 41')))).toBeNull();
  });
});

describe('what comes of a capture', () => {
  it.each([
    ['fa 00000000', 'CAPTURE_TIMEOUT'],
    ['e5 00000000', 'CAPTURE_CANCELLED'],
    ['db 00000000', 'FAKE_FINGER'],
    ['da 00000000', 'SENSOR_DIRTY'],
    ['f4 b2feffff', 'CAPTURE_BUSY'],
    ['f5 00000000', 'CAPTURE_BUSY'],
    ['bc 00000000', 'DEVICE_REFUSED'],
    ['fe 00000000', 'DEVICE_REFUSED'],
    ['ff 00000000', 'DEVICE_REFUSED'],
    ['', 'DEVICE_REFUSED'],
    ['00 03', 'LATENT_PRINT'],
    ['00 06', 'QUALITY_LOW'],
    ['00 22', 'FAKE_FINGER'],
    ['00 23', 'SENSOR_DIRTY'],
    ['00 04', 'DEVICE_REFUSED'],
    ['00 00 ffffffff', 'IMAGE_BROKEN'],
    ['00 00 ffffffff 3d 0100 00', 'IMAGE_BROKEN'],
  ])('%s is %s', (value, code) => {
    expect(outcomeOf(reply(value))).toMatchObject({ ok: false, error: { code } });
  });

  it('is a picture with its true resolution, or none where that cannot be', () => {
    const answer = (dpiX: number, dpiY: number) => {
      const image = ilvBytes(0x3d, [imageHeader({ width: 3, height: 2, dpiX, dpiY, bits: 8 }), hex('010203040506')]);
      return outcomeOf(reply(`0000ffffffff${toHex(image)}`));
    };
    expect(answer(500, 498)).toMatchObject({ ok: true, value: { width: 3, height: 2, dpiX: 500, dpiY: 498, bits: 8 } });
    expect(answer(500, 0)).toMatchObject({ ok: false, error: { code: 'IMAGE_BROKEN', detail: '500 x 0 dpi' } });
    expect(outcomeOf(ilvMessage('device-to-host', 0x50, hex('')))).toMatchObject({ error: { code: 'DEVICE_REFUSED' } });
  });

  it('says why time ran out from what the finger was told last', () => {
    const codes = [null, 0, 1, 2, 3, 4, 5, 6, 7, 8].map((command) => timeoutAfter(command).code);
    expect(codes).toEqual([
      'CAPTURE_TIMEOUT',
      'CAPTURE_TIMEOUT',
      'FINGER_MOVED',
      'FINGER_MOVED',
      'FINGER_MOVED',
      'FINGER_MOVED',
      'QUALITY_LOW',
      'LATENT_PRINT',
      'LATENT_PRINT',
      'CAPTURE_TIMEOUT',
    ]);
  });
});

it('takes finger commands and quality from asynchronous messages, and nothing from the others', () => {
  expect(noteOf(async('00 01 0400 05000000'))).toEqual({ kind: 'command', value: 5 });
  expect(noteOf(async('00 40 0100 b4'))).toEqual({ kind: 'quality', value: 180 });
  for (const other of ['', '00', 'ff 01 0400 05000000', '00 04 0400 01010203', '00 06 0000', '00 01 0900 05']) {
    expect(noteOf(async(other))).toBeNull();
  }
  expect([1, 2, 3, 4].map((command) => HINTS.get(command))).toEqual([
    'MOVE_UP',
    'MOVE_DOWN',
    'MOVE_LEFT',
    'MOVE_RIGHT',
  ]);
});

it('opens at the speed that is set, and probes the usual ones', () => {
  const bauds = (options: object) =>
    morphosmartDriver.lines(morphosmartSettings.parse(options)).map((line) => line.baudRate);
  expect(bauds({})).toEqual([38400, 9600, 115200]);
  expect(bauds({ baudRate: 115200 })).toEqual([115200, 38400, 9600]);
  expect(morphosmartSettings.safeParse({ baudRate: 1234 }).success).toBe(false);
  expect(morphosmartDriver.protocol(morphosmartSettings.parse({ framing: 'sprs232' })).name).toBe(
    'morphosmart-sprs232',
  );
});
