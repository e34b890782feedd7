import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROTOCOL_NAMES, protocolFor } from '../../native/codec/catalogue.ts';
import type { Protocol, WireDirection } from '../../native/codec/protocol.ts';
import { DRIVERS } from '../../native/driver/catalogue.ts';
import { MODELS, nameOf } from '../devices/models.ts';
import { madeTraffic } from './devices/made_traffic.ts';
import { recordedTraffic } from './devices/recorded_traffic.ts';
import { percentile, round, type Table } from './figures.ts';

/** So much arrives in one read from a busy USB port. */
const CHUNK_BYTES = 1024;
const ROUND_BYTES = 4 * 1024 * 1024;
const ROUNDS = 9;
const DATA = process.env.BOOTH_DATA ?? join(import.meta.dirname, '../../../shared/data');

interface Vector {
  readonly protocol: string;
  readonly direction: string;
  readonly hex: string;
  readonly valid: boolean;
}

interface Traffic {
  readonly what: string;
  readonly direction: WireDirection;
  readonly frames: readonly Uint8Array[];
}

/** These travel as whole reports or texts, one a read; their bytes alone do not tell where one ends. */
const WHOLE: readonly string[] = [
  'dcttech-hid-relay',
  'hid-pos-barcode',
  'status-light-hid',
  'patlite-usb',
  'iata-bcbp',
];

/** How many megabytes of its own traffic each codec cuts into frames and reads in a second. */
export async function run(): Promise<Table> {
  const rows: Record<string, string | number>[] = [];
  const recorded = new Set<string>();
  for (const model of MODELS) {
    const bound = DRIVERS.find(({ id }) => id === model.driver)?.bind(model.options ?? {});
    if (bound?.ok !== true) throw new Error(`no driver ${model.driver}`);
    const { name, options } = bound.value.protocol;
    const protocol = protocolFor(name, options);
    if (!protocol.ok) throw new Error(protocol.error);
    recorded.add(name);
    const frames = [await recordedTraffic(model)];
    const traffic = { what: `recorded from ${nameOf(model)}`, direction: 'device-to-host', frames } as const;
    rows.push(measured(protocol.value, traffic));
  }
  for (const name of PROTOCOL_NAMES.filter((one) => !recorded.has(one))) {
    const protocol = protocolFor(name);
    if (protocol.ok) rows.push(measured(protocol.value, collected(protocol.value)));
  }
  return {
    title: `Decoding in one thread, in reads of ${CHUNK_BYTES} bytes, median of ${ROUNDS} rounds of processor time`,
    rows,
  };
}

/** The frames collected from manuals, where there is no simulator to listen to; of the side that speaks more. */
function collected(protocol: Protocol): Traffic {
  const raw = JSON.parse(readFileSync(join(DATA, 'device-vectors/vectors.json'), 'utf8'));
  const vectors: Vector[] = (Array.isArray(raw) ? raw : raw.vectors).filter(
    (one: Vector) => one.protocol === protocol.name && one.valid,
  );
  const said = vectors.filter(({ direction }) => direction !== 'host->device');
  const direction = said.length > 0 ? 'device-to-host' : 'host-to-device';
  const frames = (said.length > 0 ? said : vectors).map(({ hex }) => new Uint8Array(Buffer.from(hex, 'hex')));
  const load = madeTraffic(protocol);
  const what = `${frames.length} collected frames${load.length > 0 ? ' and its codes or pictures' : ''}`;
  return { what, direction, frames: [...frames, ...load] };
}

/** The traffic again and again, as it comes out of the port. */
function reads(protocol: Protocol, { frames }: Traffic): readonly Uint8Array[] {
  const once = new Uint8Array(Buffer.concat(frames));
  const times = Math.max(1, Math.ceil(ROUND_BYTES / Math.max(once.length, 1)));
  if (WHOLE.includes(protocol.name)) return Array.from({ length: times }, () => frames).flat();
  const all = new Uint8Array(Buffer.concat(Array.from({ length: times }, () => once)));
  return Array.from({ length: Math.ceil(all.length / CHUNK_BYTES) }, (_, index) =>
    all.subarray(index * CHUNK_BYTES, (index + 1) * CHUNK_BYTES),
  );
}

function measured(protocol: Protocol, traffic: Traffic): Record<string, string | number> {
  const all = reads(protocol, traffic);
  const bytes = all.reduce((sum, { length }) => sum + length, 0);
  const speeds: number[] = [];
  let frames = 0;
  for (let turn = 0; turn < ROUNDS; turn += 1) {
    const stream = protocol.stream(traffic.direction);
    frames = 0;
    const from = process.threadCpuUsage();
    for (const read of all) for (const item of stream.push(read)) if (item.kind === 'frame') frames += 1;
    const { user, system } = process.threadCpuUsage(from);
    speeds.push(bytes / (user + system));
  }
  const speed = percentile(speeds, 0.5);
  return {
    protocol: protocol.name,
    traffic: traffic.what,
    'bytes a frame': round(bytes / Math.max(frames, 1), 0),
    'MB/s': round(speed, 0),
    'frames/s': Math.round((speed * 1e6 * frames) / bytes),
    target: '>= 50',
  };
}
