import { readFile, readlink, realpath } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Clock } from '../../core/ports/clock.ts';
import { watchBehind } from './presence.ts';
import { foldersOf } from './serial_presence.ts';

const HIDRAW = /^hidraw\d+$/;

/** The hidraw name behind a path (a udev rule may have given the device another); null where there is no such thing. */
async function hidrawName(path: string): Promise<string | null> {
  const name = basename(path);
  if (HIDRAW.test(name)) return name;
  const behind = basename(await realpath(path).catch(() => ''));
  return HIDRAW.test(behind) ? behind : null;
}

/** The folder of the system that describes the device behind a hidraw node. Null on a system without hidraw. */
async function sysFolder(path: string): Promise<string | null> {
  const name = await hidrawName(path);
  return name === null ? null : `/sys/class/hidraw/${name}/device`;
}

/**
 * The kernel's own name of the device behind a hidraw node, `bus:vendor:product.instance`; the instance is another after
 * each replugging. Null where there is none.
 */
async function deviceBehind(path: string): Promise<string | null> {
  const folder = await sysFolder(path);
  return folder === null ? null : readlink(folder).catch(() => null);
}

/**
 * Watches that the device which was opened is still there: an open handle reports its loss only while it is read from.
 * Calls `gone` once. Does nothing on a system without hidraw.
 */
export function watchHidPresence(path: string, clock: Clock, everyMs: number, gone: () => void): () => void {
  return watchBehind(() => deviceBehind(path), foldersOf(path), clock, everyMs, gone);
}

/**
 * Whether the device numbers its reports, by its report descriptor (Device Class Definition for HID 1.11, 6.2.2.7). Where the
 * system does not show the descriptor (Windows, macOS) the answer is yes, and reports are passed on as they come.
 */
export async function numbersReports(path: string): Promise<boolean> {
  const folder = await sysFolder(path);
  const descriptor = folder === null ? null : await readFile(`${folder}/report_descriptor`).catch(() => null);
  return descriptor === null || hasReportId(descriptor);
}

/** Whether a report descriptor holds a Report ID item. */
export function hasReportId(descriptor: Uint8Array): boolean {
  let at = 0;
  while (at < descriptor.length) {
    const prefix = descriptor[at] ?? 0;
    if ((prefix & 0xfc) === 0x84) return true;
    // 0xFE begins a long item, whose size stands in the next byte; a short item says 0, 1, 2 or 4 bytes in its two low bits.
    const size = prefix === 0xfe ? 2 + (descriptor[at + 1] ?? 0) : ([0, 1, 2, 4][prefix & 0x03] ?? 0);
    at += 1 + size;
  }
  return false;
}
