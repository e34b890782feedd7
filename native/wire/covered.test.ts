import { describe, expect, it } from 'vitest';
import { err, ok } from '../../core/domain/result.ts';
import type { Clock } from '../../core/ports/clock.ts';
import { PROTOCOL_NAMES, protocolFor } from '../codec/catalogue.ts';
import type { Protocol, WireDirection, WireMessage } from '../codec/protocol.ts';
import type { HidTransport, Transport } from '../transport/transport.ts';
import { type WireHappening, wireLog } from './device_wire.ts';
import { tapHid } from './tap_hid.ts';
import { tapSerial } from './tap_serial.ts';

const NAME = 'NGUYENTHIMAU';
const NUMBER = 'C01X00T47';
const BORN = '7408122';
/** Names, numbers and dates of an invented person, as text and as the bytes of a picture or a template. */
const TEXT = `${NAME}${NUMBER}${BORN}`;
const BYTES = new TextEncoder().encode(TEXT.repeat(8));
const filled = (length: number): Uint8Array => Uint8Array.from({ length }, (_, at) => BYTES[at % BYTES.length] ?? 0);
const LINES = [`P<UTO${NAME}<<AN`.padEnd(44, '<'), `${NUMBER}2UTO${BORN}F3204159`.padEnd(44, '<')];

interface Frame {
  /** What the device must have said before. */
  readonly announced?: WireMessage & Record<string, unknown>;
  readonly direction?: WireDirection;
  readonly message: WireMessage & Record<string, unknown>;
}
const scan: Frame = { message: { type: 'scan', text: TEXT } };
/** A code whose end was lost, and the answer to the next command behind it: its text stands as name and data. */
const runInto = (head: object, end: string): Frame => ({
  message: { type: 'reply', ...head, items: [{ name: 'NGUYEN', data: `${TEXT} AISFWV1.2`, status: 'ack', end }] },
});
const revision: Frame = {
  message: {
    type: 'reply',
    linesFirst: true,
    items: [{ name: 'REVINF', data: `Product Name: ${NAME}\r\n${NUMBER}\r\n`, status: 'ack', end: '.' }],
  },
};
/** Status, kind and counters stand before what is a traveller's. */
const VALUE = Uint8Array.from([...new Array<number>(16).fill(0), ...BYTES]);
const ilv = (id: number, from: WireDirection = 'device-to-host'): Frame => ({
  direction: from,
  message: { type: 'X', id, from, value: VALUE, wide: false },
});
const sprs = (id: number): Frame => ({
  message: {
    type: 'DATA',
    from: 'device-to-host',
    first: true,
    last: true,
    counter: 1,
    data: Uint8Array.from([id, VALUE.length & 0xff, VALUE.length >> 8, ...VALUE]),
  },
});
/** The invented person of a boarding pass, by the layout's own reading. */
const pass = protocolOf('iata-bcbp').decode(
  'device-to-host',
  new TextEncoder().encode(`M1${`${NAME}/AN`.padEnd(20)}EC01X00 HANSGNVN 0213 301Y014C0087 100`),
);

/** What a chip answers when a file is read. */
const chip = protocolOf('emrtd-apdu').decode('device-to-host', Uint8Array.from([...BYTES, 0x90, 0x00]));

/** What of a traveller each protocol can carry, in each way that it can. */
const CARRIES: Readonly<Record<string, readonly Frame[]>> = {
  'access-is': [scan, runInto({}, '.'), revision],
  'elyctis-idbox': [{ message: { type: 'mrz', lines: LINES } }, { message: { type: 'line', text: `${LINES[1]}\r` } }],
  'emrtd-apdu': chip.ok ? [{ message: { ...chip.value } }] : [],
  'framed-mrz': [{ message: { type: 'mrz', lines: LINES, unreadable: 0 } }],
  'gm65-zonebit': [scan],
  'hid-pos-barcode': [
    {
      message: {
        type: 'scanned',
        aim: ']L0',
        data: [...BYTES.slice(0, 40)],
        continued: false,
        shifted: null,
        rest: [],
        flags: 0,
      },
    },
  ],
  'honeywell-menu': [scan, runInto({}, '.'), revision],
  'newland-ucs': [scan, runInto({ store: '#' }, ';')],
  'rte-native': [{ message: { type: 'swipe', length: 100, flag: 0x30, text: `\r${LINES.join('\r')}\r`, check: 0 } }],
  'zebra-ssi': [{ message: { type: 'packet', opcode: 0xf3, status: 0, data: [...BYTES.slice(0, 60)] } }],
  'morphosmart-ilv-usb': [0x21, 0x22, 0x20, 0x3d, 0x71, 0x05].map((id) => ilv(id)).concat(ilv(0x20, 'host-to-device')),
  'morphosmart-sprs232': [0x21, 0x22, 0x3d, 0x71].map(sprs),
  'secugen-fms': [0x40, 0x43, 0x55, 0x56].map((command) => ({
    message: { type: 'X', command, first: 0, second: 0, error: 0, data: BYTES },
  })),
  'suprema-sfm': [
    {
      announced: { type: 'packet', terminal: null, command: 0x15, name: '', param: 0, size: 28 + 2 * 224, flag: 0x61 },
      message: {
        ...{ type: 'image', width: 16, height: 14, compressed: 0, encrypted: 0, format: 0 },
        ...{ pixels: BYTES.slice(0, 224), template: BYTES.slice(0, 224) },
      },
    },
  ],
  'zfm-ef01': [
    { message: { type: 'data', address: 0xffffffff, last: false, content: BYTES } },
    { direction: 'host-to-device', message: { type: 'data', address: 0xffffffff, last: true, content: BYTES } },
  ],
  gt521f: [{ message: { type: 'data', device: 1, parameter: 0, code: 0, data: filled(498) } }],
  'iata-bcbp': pass.ok ? [{ message: { ...pass.value } }] : [],
};

/** Nothing of a traveller goes over these: they move doors and light lamps. */
const NOTHING_OF_A_TRAVELLER = [
  'dcttech-hid-relay',
  'digicon-turnstile',
  'lcus-relay',
  'modbus-rtu',
  'numato-ascii',
  'patlite-usb',
  'status-light-hid',
  'tripod-eb-rs485',
];

const clock: Clock = { now: () => 1, monotonic: () => 1, after: () => () => {} };

function protocolOf(name: string): Protocol {
  const made = protocolFor(name);
  if (!made.ok) throw new Error(made.error);
  return made.value;
}

/** Everything that leaves the device layer when these bytes go over the wire. */
function toldOf(protocol: Protocol, frames: readonly { direction: WireDirection; bytes: Uint8Array }[], hid: boolean) {
  const log = wireLog(clock);
  const recorded: WireHappening[] = [];
  log.onHappening((happening) => recorded.push(happening));
  let hear: (bytes: Uint8Array) => void = () => {};
  const life = { path: '', onLost: () => () => {}, close: async () => {} };
  const onBytes = (listener: (bytes: Uint8Array) => void) => {
    hear = listener;
    return () => {};
  };
  const write = async () => ok(undefined);
  const nothing = async () => err({ code: 'DEVICE_IO', detail: '' } as const);
  const tapped = hid
    ? tapHid(
        { ...life, write, sendFeature: write, getFeature: nothing, onReport: onBytes } as HidTransport,
        protocol,
        log,
      )
    : tapSerial({ ...life, write, onBytes } as Transport, protocol, log, clock);
  if ('onReport' in tapped) tapped.onReport(() => {});
  else tapped.onBytes(() => {});
  for (const { direction, bytes } of frames) {
    if (direction === 'host-to-device') void tapped.write(bytes);
    else hear(bytes);
  }
  return { entries: log.entries(), recorded };
}

/** Pieces of the secret in what was told: its words, and any four of its bytes in a row in hexadecimal. */
function leaks(told: string): string[] {
  const pieces = new Set([NAME, NUMBER, BORN, 'NGUYEN', 'C01X']);
  const secret = Buffer.from(TEXT);
  for (let at = 0; at + 4 <= secret.length; at += 1) pieces.add(secret.subarray(at, at + 4).toString('hex'));
  for (const line of LINES) {
    const bytes = Buffer.from(line.replaceAll('<', ''));
    for (let at = 5; at + 4 <= bytes.length; at += 1) pieces.add(bytes.subarray(at, at + 4).toString('hex'));
  }
  return [...pieces].filter((piece) => told.includes(piece));
}

describe('what goes over a wire', () => {
  it('is judged here for every protocol there is', () => {
    expect([...Object.keys(CARRIES), ...NOTHING_OF_A_TRAVELLER].sort()).toEqual([...PROTOCOL_NAMES].sort());
    expect(Object.entries(CARRIES).filter(([, frames]) => frames.length === 0)).toEqual([]);
  });

  const all = Object.entries(CARRIES).flatMap(([name, frames]) => frames.map((frame, at) => ({ name, frame, at })));
  it.each(all)('$name $at is covered: no name, number or picture leaves', ({ name, frame }) => {
    const protocol = protocolOf(name);
    const direction = frame.direction ?? 'device-to-host';
    const bytes = protocol.encode(direction, frame.message);
    // The secret really is on the wire.
    expect(leaks(`${Buffer.from(bytes).toString('latin1')} ${Buffer.from(bytes).toString('hex')}`)).not.toEqual([]);
    const before =
      frame.announced === undefined ? [] : [{ direction, bytes: protocol.encode(direction, frame.announced) }];
    const told = toldOf(protocol, [...before, { direction, bytes }], name === 'hid-pos-barcode');
    const [entries, recorded] = [told.entries.slice(before.length), told.recorded.slice(before.length)];
    expect(entries.map(({ kind }) => kind).slice(-1)).toEqual(['frame']);
    expect(entries.at(-1)?.bytes).toBe(bytes.length);
    expect(leaks(JSON.stringify(told.entries))).toEqual([]);
    expect(recorded).toHaveLength(1);
    const kept = recorded[0]?.frame ?? new Uint8Array();
    expect(leaks(`${Buffer.from(kept).toString('latin1')} ${Buffer.from(kept).toString('hex')}`)).toEqual([]);
    // A recorded frame still decodes, as a frame of the same length.
    expect(protocol.decode(direction, kept).ok).toBe(true);
    expect(kept.length).toBe(bytes.length);
  });

  it.each(['honeywell', 'newland'])(
    'framed-mrz with %s commands: lines that run into an answer are covered',
    (family) => {
      const made = protocolFor('framed-mrz', { commands: family });
      if (!made.ok) throw new Error(made.error);
      const { message } = family === 'newland' ? runInto({ store: '#' }, ';') : runInto({}, '.');
      const bytes = made.value.encode('device-to-host', message);
      const told = toldOf(made.value, [{ direction: 'device-to-host', bytes }], false);
      expect(told.entries.at(-1)).toMatchObject({ message: 'reply', bytes: bytes.length });
      const kept = Buffer.from(told.recorded[0]?.frame ?? new Uint8Array());
      expect(leaks(`${JSON.stringify(told.entries)} ${kept.toString('latin1')} ${kept.toString('hex')}`)).toEqual([]);
    },
  );

  it('shows nothing more of a connection when showing fails, also where a timer tells of the end of a frame', () => {
    let due = () => {};
    const waiting: Clock = {
      ...clock,
      after: (_delay, run) => {
        due = run;
        return () => {};
      },
    };
    const sound = protocolOf('elyctis-idbox');
    const broken: Protocol = {
      ...sound,
      fields: () => {
        throw new Error('a bug');
      },
      // A frame that is found only when the line falls silent.
      stream: () => ({
        push: () => [],
        silence: () => [{ kind: 'frame', message: { type: 'no-read' } }],
        waiting: () => true,
        garbageRun: () => 0,
      }),
    };
    const log = wireLog(waiting);
    let hear: (bytes: Uint8Array) => void = () => {};
    const line = {
      path: '',
      write: async () => ok(undefined),
      onBytes: (listener: (bytes: Uint8Array) => void) => {
        hear = listener;
        return () => {};
      },
      onLost: () => () => {},
      close: async () => {},
    } as Transport;
    const heard: number[] = [];
    tapSerial(line, broken, log, waiting).onBytes(({ length }) => heard.push(length));
    hear(Uint8Array.of(0x49));
    due();
    expect(due).not.toThrow();
    expect(heard).toEqual([1]);
    expect(log.entries().at(-1)).toMatchObject({ kind: 'garbage', problem: 'DEVICE_UNSUPPORTED' });
  });

  it.each(PROTOCOL_NAMES)('%s: what is no frame is only counted', (name) => {
    const told = toldOf(
      protocolOf(name),
      [{ direction: 'device-to-host', bytes: new TextEncoder().encode(`\u0000\u0000${TEXT}\u0000`) }],
      false,
    );
    expect(leaks(JSON.stringify(told.entries))).toEqual([]);
    for (const { frame } of told.recorded) {
      const kept = Buffer.from(frame ?? new Uint8Array());
      expect(leaks(`${kept.toString('latin1')} ${kept.toString('hex')}`)).toEqual([]);
    }
  });
});
