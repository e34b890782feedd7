import type { HIDAsync } from 'node-hid';
import { err, ok, type Result } from '../../core/domain/result.ts';
import type { Clock } from '../../core/ports/clock.ts';
import type { DeviceProblem } from '../../core/ports/device.ts';
import { within } from './bounded.ts';
import { featureReport } from './hid_feature.ts';
import { numbersReports, watchHidPresence } from './hid_presence.ts';
import { hidIoProblem, hidOpenProblem } from './hid_problem.ts';
import type { HidTransport, Holdable } from './transport.ts';

const OPEN_LIMIT_MS = 3000;
const REPORT_LIMIT_MS = 2000;
const CLOSE_LIMIT_MS = 1000;
const PRESENCE_EVERY_MS = 500;

/** The devices this process has open. The system lets anyone open a hidraw node any number of times. */
const taken = new Set<string>();

/**
 * Opens a HID device for this process alone. Fails with DEVICE_ABSENT, DEVICE_BUSY_ELSEWHERE, DEVICE_PERMISSION, DEVICE_IO, or
 * DEVICE_UNSUPPORTED where the native library does not load.
 */
export async function openHid(path: string, clock: Clock): Promise<Result<HidTransport & Holdable, DeviceProblem>> {
  if (taken.has(path)) return err({ code: 'DEVICE_BUSY_ELSEWHERE', detail: 'this booth has it open already' });
  taken.add(path);
  const opened = await openDevice(path, clock);
  if (!opened.ok) {
    taken.delete(path);
    return opened;
  }
  return ok(connection(opened.value, path, await numbersReports(path), clock));
}

async function openDevice(path: string, clock: Clock): Promise<Result<HIDAsync, DeviceProblem>> {
  // Loaded at the first opening, its native part a step later: either may fail where something is not installed.
  const opening = import('node-hid').then(({ HIDAsync }) => HIDAsync.open(path));
  try {
    const device = await within(clock, OPEN_LIMIT_MS, opening);
    if (device !== null) return ok(device);
    // One that opens too late is closed again, so that no handle is lost.
    opening.then((late) => late.close()).catch(() => {});
    return err({ code: 'DEVICE_IO', detail: 'the device did not open in time' });
  } catch (error) {
    return err(hidOpenProblem(error));
  }
}

function connection(device: HIDAsync, path: string, numbered: boolean, clock: Clock): HidTransport & Holdable {
  let reader: ((report: Uint8Array) => void) | null = null;
  let lostListener: ((problem: DeviceProblem) => void) | null = null;
  let loss: DeviceProblem | null = null;
  let closing: Promise<void> | null = null;
  let held = false;

  const lose = (problem: DeviceProblem): void => {
    if (loss !== null || closing !== null) return;
    loss = problem;
    lostListener?.(problem);
  };
  // Always read: a device nobody reads from does not tell that it was unplugged.
  device.on('data', (report: Uint8Array) => {
    if (!held) reader?.(numbered ? report : Uint8Array.of(0, ...report));
  });
  device.on('error', (error: unknown) => lose({ ...hidIoProblem(error), code: 'DEVICE_UNPLUGGED' }));
  const stopWatching = watchHidPresence(path, clock, PRESENCE_EVERY_MS, () =>
    lose({ code: 'DEVICE_UNPLUGGED', detail: 'the device is no longer there' }),
  );

  const exchange = async <T>(act: () => Promise<T>): Promise<Result<T, DeviceProblem>> => {
    if (loss !== null) return err(loss);
    if (closing !== null) return err({ code: 'DEVICE_UNPLUGGED', detail: 'the device is closed' });
    try {
      const done = await within(clock, REPORT_LIMIT_MS, act());
      return done === null ? err({ code: 'DEVICE_IO', detail: 'a report hangs' }) : ok(done);
    } catch (error) {
      const problem = hidIoProblem(error);
      if (problem.code === 'DEVICE_UNPLUGGED') lose(problem);
      return err(problem);
    }
  };
  const sent = (done: Result<number, DeviceProblem>): Result<void, DeviceProblem> => (done.ok ? ok(undefined) : done);

  return {
    path,
    write: async (report) => sent(await exchange(() => device.write(Buffer.from(report)))),
    sendFeature: async (report) => sent(await exchange(() => device.sendFeatureReport(Buffer.from(report)))),
    getFeature: async (id, length) => {
      const got = await exchange(() => device.getFeatureReport(id, length + 1));
      return got.ok ? ok(featureReport(id, length, got.value)) : got;
    },
    onReport: (listener) => {
      reader = listener;
      return () => {
        if (reader === listener) reader = null;
      };
    },
    onLost: (listener) => {
      lostListener = listener;
      if (loss !== null) listener(loss);
      return () => {
        if (lostListener === listener) lostListener = null;
      };
    },
    // The library's own pause starts a second reader when it is taken back at once, and reports overtake one another.
    hold: (next) => {
      held = next;
    },
    close: () => {
      closing ??= shut(device, path, clock, stopWatching);
      return closing;
    },
  };
}

/** Stops reading and closes; a close that hangs is left behind after a second, and its device stays taken until it is over. */
async function shut(device: HIDAsync, path: string, clock: Clock, stopWatching: () => void): Promise<void> {
  stopWatching();
  const closed = device
    .close()
    .catch(() => {})
    .then(() => {
      taken.delete(path);
      return true;
    });
  await within(clock, CLOSE_LIMIT_MS, closed);
}
