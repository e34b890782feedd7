import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { waitingClock } from '../../core/system_ports.ts';
import { protocolFor } from '../../native/codec/catalogue.ts';
import { ilvBytes, readMessage } from '../../native/codec/morphosmart_ilv.ts';
import { frameOf } from '../../native/codec/morphosmart_ilv_usb.ts';
import { encodePacket, packetsOf } from '../../native/codec/morphosmart_sprs232.ts';
import { findDriver } from '../../native/driver/catalogue.ts';
import type { FingerprintSession } from '../../native/driver/session.ts';
import { openTransport } from '../../native/open_transport.ts';
import { fingerPicture } from '../../native/simulator/finger_picture.ts';
import type { Transport } from '../../native/transport/transport.ts';
import { percentile, round, type Table } from './figures.ts';

const BITS_A_BYTE = 10;
const TARGET = 1.3;

interface Line {
  readonly framing: 'cdc' | 'sprs232';
  readonly model: 'CBM' | 'MSO';
  readonly baud: number;
  readonly pictures: number;
}
/** A picture of a CBM has 102,400 dots, one of an MSO 173,056. A serial line carries 115200 at most (CBM manual). */
const LINES: readonly Line[] = [
  { framing: 'cdc', model: 'CBM', baud: 115_200, pictures: 5 },
  { framing: 'cdc', model: 'MSO', baud: 115_200, pictures: 3 },
  { framing: 'sprs232', model: 'CBM', baud: 115_200, pictures: 3 },
  { framing: 'cdc', model: 'CBM', baud: 460_800, pictures: 10 },
  { framing: 'cdc', model: 'MSO', baud: 460_800, pictures: 8 },
  { framing: 'cdc', model: 'CBM', baud: 921_600, pictures: 20 },
  { framing: 'cdc', model: 'MSO', baud: 921_600, pictures: 15 },
];

/**
 * The time from asking for a picture to having it, beside the time that the bytes both ways need on the line. The line is
 * opened as in earnest, with the serial library in a process of its own.
 */
async function measure({ framing, model, baud, pictures }: Line): Promise<Record<string, string | number>> {
  const directory = await mkdtemp(join(tmpdir(), 'booth-morpho-'));
  const path = join(directory, 'sensor');
  const device = spawn(
    process.execPath,
    [join(import.meta.dirname, 'morpho_device.ts'), path, JSON.stringify({ framing, model, paceBaud: baud })],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  );
  await once(device.stdout, 'data');
  const options = { framing, baudRate: baud, latentDetection: false, responseTimeoutMs: 3000 };
  const bound = findDriver('morphosmart')?.bind(options);
  if (!bound?.ok) throw new Error(bound?.error);
  const settings = { driver: 'morphosmart', name: 'finger', path, options };
  const opened = await openTransport(settings, bound.value, waitingClock);
  if (!opened.ok) throw new Error(opened.error.detail);
  const line = countingLine(opened.value as Transport);
  const session = bound.value.connect({
    transport: line.transport,
    clock: waitingClock,
    emit: () => {},
  }) as FingerprintSession;
  const started = await session.start();
  if (!started.ok) throw new Error(started.error.detail);

  const ratios: number[] = [];
  let bytes = 0;
  let cpuMs = 0;
  let tookMs = 0;
  // The first only warms both up.
  for (let picture = -1; picture < pictures; picture += 1) {
    const before = line.bytes();
    const cpu = process.cpuUsage();
    const began = performance.now();
    const taken = await session.capture({ finger: 2, purpose: 'ENROLMENT', timeoutMs: 60_000 });
    const ms = performance.now() - began;
    if (!taken.ok) throw new Error(`${taken.error.code}: ${taken.error.detail}`);
    if (picture < 0) continue;
    const { user, system } = process.cpuUsage(cpu);
    cpuMs += (user + system) / 1000;
    tookMs += ms;
    bytes = line.bytes() - before;
    ratios.push(ms / ((bytes * BITS_A_BYTE * 1000) / baud));
  }
  session.stop();
  await opened.value.close();
  const exited = once(device, 'exit');
  device.stdin.end();
  await exited;
  await rm(directory, { recursive: true, force: true });
  return {
    framing,
    sensor: model,
    baud,
    n: pictures,
    bytes,
    'line ms': Math.round((bytes * BITS_A_BYTE * 1000) / baud),
    'ratio p50': round(percentile(ratios, 0.5), 3),
    'ratio p95': round(percentile(ratios, 0.95), 3),
    'ratio max': round(Math.max(...ratios), 3),
    target: `<= ${TARGET}`,
    'CPU of the booth itself %': round((100 * cpuMs) / tookMs, 1),
  };
}

/** The same line, with a count of what went both ways. */
function countingLine(transport: Transport): { readonly transport: Transport; bytes(): number } {
  let bytes = 0;
  const counted: Transport = {
    ...transport,
    write: (piece) => {
      bytes += piece.length;
      return transport.write(piece);
    },
    onBytes: (listener) =>
      transport.onBytes((piece) => {
        bytes += piece.length;
        listener(piece);
      }),
  };
  return { transport: counted, bytes: () => bytes };
}

/** How quickly frames are found in pictures that arrive in pieces of this size, in time of the processor. */
function decoding(name: string, bytes: Uint8Array, piece: number): Record<string, string | number> {
  const protocol = protocolFor(name);
  if (!protocol.ok) throw new Error(protocol.error);
  const speeds: number[] = [];
  for (let turn = -2; turn < 10; turn += 1) {
    const stream = protocol.value.stream('device-to-host');
    const began = process.cpuUsage();
    let frames = 0;
    for (let at = 0; at < bytes.length; at += piece) frames += stream.push(bytes.subarray(at, at + piece)).length;
    if (frames === 0) throw new Error('no frame');
    const { user, system } = process.cpuUsage(began);
    // Bytes in a microsecond are megabytes in a second.
    if (turn >= 0) speeds.push(bytes.length / (user + system));
  }
  return { protocol: name, 'bytes a piece': piece, 'p50 MB/s': Math.round(percentile(speeds, 0.5)), target: '>= 50' };
}

function pictures(): { readonly usb: Uint8Array; readonly serial: Uint8Array } {
  const dots = fingerPicture(7, 416, 416, 500);
  const ilv = ilvBytes(0x21, [new Uint8Array(6), ilvBytes(0x3d, [new Uint8Array(12), dots])]);
  if (readMessage('device-to-host', ilv) === null) throw new Error('no ILV');
  const from = 'device-to-host';
  const packets = packetsOf(from, ilv, 0).map((packet) => encodePacket(from, packet));
  const many = Array.from({ length: 20 });
  return { usb: Buffer.concat(many.map(() => frameOf(ilv))), serial: Buffer.concat(many.flatMap(() => packets)) };
}

/** A simulated sensor in another process, which speaks as slowly as a real line, over a pseudo-terminal. */
export async function run(): Promise<readonly Table[]> {
  const rows: Record<string, string | number>[] = [];
  for (const line of LINES) rows.push(await measure(line));
  const { usb, serial } = pictures();
  const speeds = [64, 4096].flatMap((piece) => [
    decoding('morphosmart-ilv-usb', usb, piece),
    decoding('morphosmart-sprs232', serial, piece),
  ]);
  return [
    {
      title: 'MorphoSmart: a picture of 500 dpi over the pseudo-terminal, against the time its bytes need on the line',
      rows,
    },
    { title: 'MorphoSmart: frames found in pictures of 416 x 416', rows: speeds },
  ];
}
