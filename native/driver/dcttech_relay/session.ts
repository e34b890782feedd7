import { err, ok, type Result } from '../../../core/domain/result.ts';
import type { DeviceProblem } from '../../../core/ports/device.ts';
import type { GateInputs } from '../../../core/ports/gate.ts';
import type { LinkTransports } from '../../transport/transport.ts';
import type { SessionContext } from '../driver.ts';
import { floodGuard } from '../flood_guard.ts';
import { QUIET_REPORTS_MS, type QuietWait, waitForQuiet } from '../quiet.ts';
import { releasePulse } from '../release_pulse.ts';
import type { DeviceIdentity, GateSession, SelfTestStep } from '../session.ts';
import { relayBoard } from './board.ts';
import type { DcttechRelaySettings } from './settings.ts';

/** The board has no contacts. */
const NO_INPUTS: GateInputs = { doorClosed: null, presence: null, passage: null, alarm: null };
/** It has no input reports either: what sends so many is something else, or broken. */
const UNASKED_BYTES_A_SECOND = 1024;

/**
 * Speaks with a relay board: makes its relay safe, then looks at it again and again. A relay found on without a release of ours
 * is switched off and reported. Other relays of the board are left alone.
 */
export function dcttechRelaySession(context: SessionContext<DcttechRelaySettings, LinkTransports['hid']>): GateSession {
  const { transport, clock, options } = context;
  const flooded = floodGuard(clock, UNASKED_BYTES_A_SECOND);
  let quiet: QuietWait | null = null;
  let stopped = false;
  let missed = 0;
  let cancelBeat = () => {};

  const emit: typeof context.emit = (event) => {
    if (!stopped) context.emit(event);
  };
  const fail = (problem: DeviceProblem): void => emit({ kind: 'failed', problem });
  const fault = (problem: DeviceProblem): void => emit({ kind: 'fault', problem, at: clock.now() });

  const board = relayBoard(transport, () => fault({ code: 'DEVICE_FRAME', detail: 'a report that is no state' }));
  const relay = {
    set: (on: boolean) => board.set(options.relay, on),
    isOn: async (): Promise<Result<boolean, DeviceProblem>> => {
      const state = await board.state();
      return state.ok ? ok((state.value.relays & (1 << (options.relay - 1))) !== 0) : state;
    },
    letGo: () => void board.set(options.relay, false),
    outlive: (held: boolean) => transport.lastWords?.(held ? board.off(options.relay) : null),
  };
  const pulse = releasePulse(relay, clock, options.pulseMs, fail);

  const release = transport.onReport((report) => {
    if (quiet !== null) quiet.noise(report.length);
    else if (flooded(report.length)) fail({ code: 'DEVICE_FLOOD', detail: 'reports that nobody asked for' });
  });

  const beat = async (): Promise<void> => {
    const from = clock.monotonic();
    const idle = !pulse.underWay();
    const on = await relay.isOn();
    if (stopped) return;
    missed = on.ok ? 0 : missed + 1;
    if (on.ok) emit({ kind: 'timed', act: 'heartbeat', ms: clock.monotonic() - from });
    if (missed >= options.missedBeats) {
      const code = !on.ok && on.error.code === 'DEVICE_FRAME' ? 'DEVICE_WRONG' : 'DEVICE_SILENT';
      return fail({ code, detail: `${missed} questions for its state unanswered` });
    }
    if (on.ok && on.value && idle && !pulse.underWay()) {
      fault({ code: 'DEVICE_REFUSED', detail: 'the relay was on without a release' });
      await pulse.makeSafe();
    }
    beatLater();
  };
  const beatLater = (): void => {
    if (!stopped) cancelBeat = clock.after(options.heartbeatMs, () => void beat());
  };

  const start = async (): Promise<Result<DeviceIdentity, DeviceProblem>> => {
    quiet = waitForQuiet(clock, QUIET_REPORTS_MS);
    const settled = await quiet.done;
    quiet = null;
    if (!settled.ok) return settled;
    const state = await board.state();
    if (!state.ok) return err(startProblem(state.error));
    const { id } = state.value;
    if (options.boardId !== null && id !== options.boardId) {
      return err({ code: 'DEVICE_WRONG', detail: `the board is ${id}, not ${options.boardId}` });
    }
    const safe = await pulse.makeSafe();
    if (!safe.ok) return safe;
    if (safe.value) fault({ code: 'DEVICE_REFUSED', detail: 'the relay was on at the start and was switched off' });
    beatLater();
    return ok({ firmware: null, serialNumber: id });
  };

  const selfTest = async (): Promise<readonly SelfTestStep[]> => {
    const state = await board.state();
    if (!state.ok) return [{ step: 'state', ok: false, detail: state.error.detail }];
    const { id, relays } = state.value;
    const off = (relays & (1 << (options.relay - 1))) === 0;
    return [
      { step: 'state', ok: true, detail: id },
      { step: 'relay-off', ok: off, detail: relays.toString(2).padStart(8, '0') },
    ];
  };

  return {
    kind: 'GATE',
    start,
    inputs: () => NO_INPUTS,
    release: async () => {
      const from = clock.monotonic();
      const result = await pulse.release();
      if (result.ok) emit({ kind: 'timed', act: 'release', ms: clock.monotonic() - from });
      return result;
    },
    selfTest,
    stop: () => {
      pulse.stop();
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
