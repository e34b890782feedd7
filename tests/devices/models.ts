import type { DeviceProblemCode } from '../../core/ports/device.ts';
import type { Rig } from './rig.ts';

/** One model of serial device and how it is put through every way of failing. Adding a model is one entry below. */
export interface Model {
  /** An id of the driver catalogue that has a serial simulator. */
  readonly driver: string;
  /** What it is called here, where a driver is tried in several ways. */
  readonly name?: string;
  /** Options of the driver, with waits short enough that failures show within a second. */
  readonly options?: Record<string, unknown>;
  /** Its frames carry a check value. */
  readonly checked: boolean;
  /** What a device that falls silent becomes; READY where it speaks only when it has something to say. */
  readonly silent?: DeviceProblemCode | 'READY';
  /** What another device on its port is called. */
  readonly wrong?: readonly DeviceProblemCode[];
  /** The size of parts for "one byte at a time", where a picture of many thousand bytes would take minutes. */
  readonly splitEvery?: number;
  /** What proves that it works, where the proof of its kind (`proof.ts`) will not do; true when the result came. */
  readonly prove?: (rig: Rig, limitMs: number) => Promise<boolean>;
}

/** Framed by STX and ETX, so that noise before a code is told from it. */
const ACCESS_IS = {
  format: { prefix: [2], suffix: [3] },
  responseTimeoutMs: 800,
  heartbeatMs: 300,
  modeEveryBeats: 2,
};

const MORPHOSMART = { responseTimeoutMs: 400, heartbeatMs: 300 };
/** An answer that is held back comes with that of the next heartbeat at the latest. */
const COMMANDED = { responseTimeoutMs: 800, heartbeatMs: 300, armEveryBeats: 2 };

export const MODELS: readonly Model[] = [
  {
    driver: 'elyctis-idbox',
    options: { responseTimeoutMs: 400, heartbeatMs: 300, armEveryBeats: 2 },
    checked: false,
  },
  { driver: 'framed-mrz', checked: false, silent: 'READY' },
  {
    driver: 'suprema-sfm',
    // A sensor of a few millimetres, so that a picture in small pieces takes a second.
    options: { width: 64, height: 64, responseTimeoutMs: 300, heartbeatMs: 300 },
    checked: true,
    splitEvery: 8,
  },
  {
    driver: 'framed-mrz',
    name: 'framed-mrz, check byte',
    options: { format: { checksum: { kind: 'lrc-xor' } } },
    checked: true,
    silent: 'READY',
  },
  {
    driver: 'framed-mrz',
    name: 'framed-mrz, RTE swipe',
    options: { preset: 'rte-native', bcc: 'xor' },
    checked: true,
    silent: 'READY',
  },
  { driver: 'framed-mrz', name: 'framed-mrz, Newland', options: { ...COMMANDED, commands: 'newland' }, checked: false },
  {
    driver: 'framed-mrz',
    name: 'framed-mrz, Honeywell',
    options: { ...COMMANDED, commands: 'honeywell' },
    checked: false,
  },
  {
    driver: 'framed-mrz',
    name: 'framed-mrz, Newland, lines by length',
    options: { ...COMMANDED, commands: 'newland', format: { stx: null, suffix: [] } },
    checked: false,
  },
  { driver: 'access-is', options: ACCESS_IS, checked: false },
  {
    driver: 'access-is',
    name: 'access-is, interactive',
    options: { ...ACCESS_IS, mode: 'interactive' },
    checked: false,
  },
  {
    driver: 'modbus-gate',
    options: {
      // Noise costs a silence of 100 ms an answer, and the relay is to be seen on while the pulse lasts.
      pulseMs: 500,
      pollMs: 50,
      gapMs: 20,
      responseTimeoutMs: 300,
      inputs: { doorClosed: { address: 0 }, passage: { address: 3, inverted: true } },
    },
    checked: true,
  },
  { driver: 'morphosmart', options: MORPHOSMART, checked: true, splitEvery: 1024 },
  {
    driver: 'morphosmart',
    name: 'morphosmart, sprs232',
    options: { ...MORPHOSMART, framing: 'sprs232' },
    checked: true,
    splitEvery: 1024,
  },
  {
    driver: 'zfm',
    options: { width: 64, height: 64, responseTimeoutMs: 300, heartbeatMs: 300, pollMs: 20 },
    checked: true,
    splitEvery: 8,
  },
];

/** What a model is called in the table of outcomes. */
export const nameOf = ({ name, driver }: Model): string => name ?? driver;
