import { ok, type Result } from '../../../core/domain/result.ts';
import type { DeviceProblem } from '../../../core/ports/device.ts';
import type { Signal } from '../../../core/ports/signal_light.ts';
import type { LinkTransports } from '../../transport/transport.ts';
import { lampFor } from '../discreet_light.ts';
import type { SessionContext } from '../driver.ts';
import { floodGuard } from '../flood_guard.ts';
import { QUIET_REPORTS_MS, type QuietWait, waitForQuiet } from '../quiet.ts';
import type { SignalLightSession } from '../session.ts';
import { lampReport } from './frame.ts';
import type { PatliteSettings } from './settings.ts';

/** It has no input reports but for its touch sensor: what sends so many is something else, or broken. */
const UNASKED_BYTES_A_SECOND = 1024;

/**
 * Speaks with a Patlite light, which says nothing back: what it shows is told again and again, and a report that is not taken is
 * all that can be noticed. It has no watchdog: when the host dies it keeps its last colour until the next start darkens it.
 */
export function patliteSession(context: SessionContext<PatliteSettings, LinkTransports['hid']>): SignalLightSession {
  const { transport, clock, options } = context;
  const flooded = floodGuard(clock, UNASKED_BYTES_A_SECOND);
  let shown: Signal = 'OFF';
  let quiet: QuietWait | null = null;
  let stopped = false;
  let missed = 0;
  let cancelBeat = () => {};

  const emit: typeof context.emit = (event) => {
    if (!stopped) context.emit(event);
  };
  const light = (): Promise<Result<void, DeviceProblem>> =>
    transport.write(lampReport(options.model, lampFor(shown, options.lamps)));

  const release = transport.onReport((report) => {
    const problem: DeviceProblem = { code: 'DEVICE_FLOOD', detail: 'reports that nobody asked for' };
    if (quiet !== null) quiet.noise(report.length);
    else if (flooded(report.length)) emit({ kind: 'failed', problem });
  });

  const beat = async (): Promise<void> => {
    const from = clock.monotonic();
    const lit = await light();
    if (stopped) return;
    missed = lit.ok ? 0 : missed + 1;
    if (lit.ok) emit({ kind: 'timed', act: 'heartbeat', ms: clock.monotonic() - from });
    if (missed < options.missedBeats) return beatLater();
    emit({ kind: 'failed', problem: { code: 'DEVICE_SILENT', detail: `${missed} reports were not taken` } });
  };
  const beatLater = (): void => {
    cancelBeat = clock.after(options.heartbeatMs, () => void beat());
  };

  return {
    kind: 'SIGNAL_LIGHT',
    start: async () => {
      quiet = waitForQuiet(clock, QUIET_REPORTS_MS);
      const settled = await quiet.done;
      quiet = null;
      if (!settled.ok) return settled;
      const dark = await light();
      if (!dark.ok) return dark;
      beatLater();
      return ok({ firmware: null });
    },
    show: (signal) => {
      shown = signal;
      return light();
    },
    selfTest: async () => {
      const lit = await light();
      return [{ step: 'write', ok: lit.ok, detail: lit.ok ? options.model : lit.error.detail }];
    },
    stop: () => {
      if (!stopped) void transport.write(lampReport(options.model, null));
      stopped = true;
      release();
      quiet?.stop();
      cancelBeat();
    },
  };
}
