import { err, ok, type Result } from '../../../core/domain/result.ts';
import type { DeviceProblem, DeviceProblemCode } from '../../../core/ports/device.ts';
import { hidPosBarcodeProtocol, SCANNED, type ScannedPiece } from '../../codec/hid_pos_barcode.ts';
import type { LinkTransports } from '../../transport/transport.ts';
import type { SessionContext } from '../driver.ts';
import { floodGuard } from '../flood_guard.ts';
import { QUIET_REPORTS_MS, type QuietWait, waitForQuiet } from '../quiet.ts';
import type { CodeScannerSession, DeviceIdentity } from '../session.ts';
import { pieces } from './pieces.ts';
import type { HidPosScannerSettings } from './settings.ts';

/** Four of the longest codes in a second: no hand is so quick. */
const REPORTS_BYTES_A_SECOND = 16_384;
/** More garbage than this, for longer than a stuck key would give it, without one report of a scanner is another device. */
const GARBAGE_LIMIT_BYTES = 256;
const GARBAGE_LIMIT_MS = 1000;

/** Listens to a scanner of HID usage page 8C. It cannot be asked: silence means that nobody scans. */
export function hidPosScannerSession(
  context: SessionContext<HidPosScannerSettings, LinkTransports['hid']>,
): CodeScannerSession {
  const { transport, clock, options } = context;
  const stream = hidPosBarcodeProtocol.stream('device-to-host');
  const flooded = floodGuard(clock, REPORTS_BYTES_A_SECOND);
  const code = pieces();
  let quiet: QuietWait | null = null;
  let stopped = false;
  let began = 0;
  let garbageSince: number | null = null;
  let cancelWait = () => {};

  const emit: typeof context.emit = (event) => {
    if (!stopped) context.emit(event);
  };
  const fail = (problem: DeviceProblem): void => emit({ kind: 'failed', problem });

  const lose = (bytes: number): void => {
    if (bytes > 0) emit({ kind: 'garbage', bytes, at: clock.now() });
  };

  const onReport = (report: Uint8Array): void => {
    if (quiet !== null) {
      quiet.noise(report.length);
      return;
    }
    if (flooded(report.length)) fail({ code: 'DEVICE_FLOOD', detail: 'reports without a pause' });
    cancelWait();
    for (const item of stream.push(report)) {
      if (item.kind === 'garbage') onGarbage(report);
      else if (item.message.type === 'scanned') onPiece(item.message);
    }
    if (code.waiting()) cancelWait = clock.after(options.interByteMs, () => lose(code.pause()));
  };
  const onGarbage = (report: Uint8Array): void => {
    lose(report.length);
    garbageSince ??= clock.monotonic();
    // Another report of the device (a battery, a button) stands between codes; a spoilt one of a code spoils the code.
    if (report[0] === SCANNED) lose(code.spoil());
    if (stream.garbageRun() > GARBAGE_LIMIT_BYTES && clock.monotonic() - garbageSince > GARBAGE_LIMIT_MS) {
      fail({ code: 'DEVICE_WRONG', detail: `${stream.garbageRun()} bytes without a report of a scanner` });
    }
  };
  const onPiece = (piece: ScannedPiece): void => {
    garbageSince = null;
    if (!code.waiting()) began = clock.monotonic();
    const added = code.add(piece);
    if (added === 'too-long') {
      emit({ kind: 'fault', problem: { code: 'DEVICE_FRAME', detail: 'a code without end' }, at: clock.now() });
    } else if (added !== 'nothing' && added !== 'more') {
      emit({ kind: 'timed', act: 'read', ms: clock.monotonic() - began });
      emit({ kind: 'scan', ...added, at: clock.now() });
    }
  };

  const release = transport.onReport(onReport);

  const start = async (): Promise<Result<DeviceIdentity, DeviceProblem>> => {
    quiet = waitForQuiet(clock, QUIET_REPORTS_MS);
    const settled = await quiet.done;
    quiet = null;
    if (!settled.ok) return settled;
    if (options.switchDelivery) {
      const command = { type: 'delivery', hidPos: true } as const;
      const switched = await transport.sendFeature(hidPosBarcodeProtocol.encode('host-to-device', command));
      if (!switched.ok) return err({ ...switched.error, code: refusedOr(switched.error.code) });
    }
    return ok({ firmware: null });
  };

  return {
    kind: 'CODE_SCANNER',
    start,
    // It looks for codes by itself, or by its trigger, and has no lights that obey.
    arm: async () => ok(undefined),
    verdict: async () => ok(undefined),
    selfTest: async () => [{ step: 'open', ok: !stopped, detail: transport.path }],
    stop: () => {
      stopped = true;
      release();
      quiet?.stop();
      cancelWait();
    },
  };
}

/** A scanner that is there and does not take the switch has none. */
function refusedOr(code: DeviceProblemCode): DeviceProblemCode {
  return code === 'DEVICE_IO' ? 'DEVICE_REFUSED' : code;
}
