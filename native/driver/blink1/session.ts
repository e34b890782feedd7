import { err, ok, type Result } from '../../../core/domain/result.ts';
import type { DeviceProblem } from '../../../core/ports/device.ts';
import type { Signal } from '../../../core/ports/signal_light.ts';
import type { LinkTransports } from '../../transport/transport.ts';
import { lampFor } from '../discreet_light.ts';
import type { SessionContext } from '../driver.ts';
import { floodGuard } from '../flood_guard.ts';
import { QUIET_REPORTS_MS, type QuietWait, waitForQuiet } from '../quiet.ts';
import type { DeviceIdentity, SelfTestStep, SignalLightSession } from '../session.ts';
import { blink1Lamp, DARK } from './lamp.ts';
import { type Blink1Settings, rgbOf } from './settings.ts';

/** It has no input reports: what sends so many is something else, or broken. */
const UNASKED_BYTES_A_SECOND = 1024;
/** The watchdog is fed this many times within its time. */
const FEEDINGS = 3;
/** The first model keeps its pattern in EEPROM, which is neither worn out nor changed here: it has no watchdog that goes dark. */
const WITHOUT_WATCHDOG = '1';

/** Speaks with a blink(1): asks for its version, feeds its watchdog, and says its colour again each time it feeds it. */
export function blink1Session(context: SessionContext<Blink1Settings, LinkTransports['hid']>): SignalLightSession {
  const { transport, clock, options } = context;
  const lamp = blink1Lamp(transport);
  const flooded = floodGuard(clock, UNASKED_BYTES_A_SECOND);
  let shown: Signal = 'OFF';
  let watched = true;
  let quiet: QuietWait | null = null;
  let stopped = false;
  let missed = 0;
  let cancelBeat = () => {};
  let turn: Promise<unknown> = Promise.resolve();

  const emit: typeof context.emit = (event) => {
    if (!stopped) context.emit(event);
  };
  const fail = (problem: DeviceProblem): void => emit({ kind: 'failed', problem });
  const ended: DeviceProblem = { code: 'DEVICE_UNPLUGGED', detail: 'the connection has ended' };

  /** One exchange at a time: an answer is fetched from where the last question left it. */
  const inTurn = <T>(act: () => Promise<Result<T, DeviceProblem>>): Promise<Result<T, DeviceProblem>> => {
    const mine = turn.then(() => (stopped ? err(ended) : act()));
    turn = mine;
    return mine;
  };
  const light = (): Promise<Result<void, DeviceProblem>> => {
    const colour = lampFor(shown, options.lamps);
    return lamp.fade(colour === null ? DARK : rgbOf(colour), options.fadeMs);
  };
  const feed = async (): Promise<Result<void, DeviceProblem>> =>
    watched ? lamp.tickle(options.watchdogMs) : ok(undefined);

  const release = transport.onReport((report) => {
    if (quiet !== null) quiet.noise(report.length);
    else if (flooded(report.length)) fail({ code: 'DEVICE_FLOOD', detail: 'reports that nobody asked for' });
  });

  const beat = async (): Promise<void> => {
    const from = clock.monotonic();
    const fed = await inTurn(feed);
    // A lamp that slept longer than its watchdog, or forgot everything, shows again what it should.
    const lit = fed.ok ? await inTurn(light) : fed;
    const heard = lit.ok ? await inTurn(lamp.version) : lit;
    if (stopped) return;
    missed = heard.ok ? 0 : missed + 1;
    if (heard.ok) emit({ kind: 'timed', act: 'heartbeat', ms: clock.monotonic() - from });
    else if (heard.error.code === 'DEVICE_FRAME') emit({ kind: 'fault', problem: heard.error, at: clock.now() });
    if (missed < options.missedBeats) return beatLater();
    const code = !heard.ok && heard.error.code === 'DEVICE_FRAME' ? 'DEVICE_WRONG' : 'DEVICE_SILENT';
    fail({ code, detail: `${missed} heartbeats unanswered` });
  };
  const beatLater = (): void => {
    cancelBeat = clock.after(options.watchdogMs / FEEDINGS, () => void beat());
  };

  const start = async (): Promise<Result<DeviceIdentity, DeviceProblem>> => {
    quiet = waitForQuiet(clock, QUIET_REPORTS_MS);
    const settled = await quiet.done;
    quiet = null;
    if (!settled.ok) return settled;
    const first = await inTurn(lamp.version);
    const version = first.ok || first.error.code !== 'DEVICE_FRAME' ? first : await inTurn(lamp.version);
    if (!version.ok) return err(startProblem(version.error));
    watched = version.value.model !== WITHOUT_WATCHDOG;
    const fed = await inTurn(feed);
    const dark = fed.ok ? await inTurn(light) : fed;
    if (!dark.ok) return dark;
    beatLater();
    return ok({ firmware: version.value.version });
  };

  const selfTest = async (): Promise<readonly SelfTestStep[]> => {
    const version = await inTurn(lamp.version);
    const line = await inTurn(lamp.darkLine);
    const dark = watched && line.ok && line.value;
    return [
      { step: 'version', ok: version.ok, detail: version.ok ? version.value.version : version.error.detail },
      { step: 'watchdog', ok: dark, detail: watched ? (line.ok ? `dark ${line.value}` : line.error.detail) : 'none' },
    ];
  };

  return {
    kind: 'SIGNAL_LIGHT',
    start,
    show: (signal) => {
      shown = signal;
      return inTurn(light);
    },
    selfTest,
    stop: () => {
      if (!stopped) void lamp.fade(DARK, 0);
      stopped = true;
      release();
      quiet?.stop();
      cancelBeat();
    },
  };
}

/** At the start a device that gives something else is another device, and one that gives nothing is silent. */
function startProblem(problem: DeviceProblem): DeviceProblem {
  if (problem.code === 'DEVICE_FRAME') return { ...problem, code: 'DEVICE_WRONG' };
  return problem.code === 'DEVICE_IO' ? { ...problem, code: 'DEVICE_SILENT' } : problem;
}
