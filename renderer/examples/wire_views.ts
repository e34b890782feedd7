import type { WireEntry } from '../../contract/technician_view.ts';
import { NOW } from './base_views.ts';

const frame = (seq: number, changed: Partial<WireEntry>): WireEntry => ({
  seq,
  at: NOW - 60_000 + seq * 317,
  direction: seq % 2 === 0 ? 'host-to-device' : 'device-to-host',
  kind: 'frame',
  bytes: 3,
  fields: [
    { name: 'command', bytes: 1, hex: '56', open: true },
    { name: 'length', bytes: 2, hex: '0000', open: true },
  ],
  message: 'get-firmware-version',
  values: '',
  problem: null,
  heartbeat: true,
  ...changed,
});
const MRZ_FRAME = frame(42, {
  direction: 'device-to-host',
  bytes: 94,
  fields: [
    { name: 'command', bytes: 1, hex: '49', open: true },
    { name: 'length', bytes: 2, hex: '005B', open: true },
    { name: 'line 1', bytes: 44, hex: '', open: false },
    { name: 'end of line', bytes: 1, hex: '0D', open: true },
    { name: 'line 2', bytes: 44, hex: '', open: false },
    { name: 'end', bytes: 2, hex: '0D0D', open: true },
  ],
  message: 'mrz',
  values: '2 lines, check digits 5 of 5',
  heartbeat: false,
});
const BROKEN = frame(51, {
  direction: 'device-to-host',
  bytes: 2,
  fields: [{ name: 'rest', bytes: 2, hex: '4300', open: true }],
  message: null,
  problem: 'half a frame, 200 ms',
  heartbeat: false,
});
const MARK = frame(57, { kind: 'mark', fields: [], bytes: 0, message: null, values: '#1', heartbeat: false });
const LONG_FRAME = frame(58, {
  direction: 'device-to-host',
  bytes: 2_048,
  fields: [
    { name: 'header', bytes: 40, hex: 'EF01FFFFFFFF02'.repeat(6).slice(0, 80), open: true },
    { name: 'image', bytes: 2_008, hex: '', open: false },
  ],
  message: 'image-data-packet-of-a-fingerprint-sensor',
  values: 'package 12 of 288, checksum as computed, more to follow',
  heartbeat: false,
});
/** Sixty frames, among them a covered one, a broken one, a mark and a long one. */
export const WIRE: readonly WireEntry[] = Array.from(
  { length: 60 },
  (_, seq) => ({ 42: MRZ_FRAME, 51: BROKEN, 57: MARK, 58: LONG_FRAME })[seq] ?? frame(seq, {}),
);
