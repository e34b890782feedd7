import { err, ok, type Result } from '../../../core/domain/result.ts';
import type { DeviceProblem } from '../../../core/ports/device.ts';
import type { GateInputs } from '../../../core/ports/gate.ts';
import { MODBUS_INTER_BYTE_MS, modbusRtuProtocol } from '../../codec/modbus_rtu.ts';
import { encodeModbus } from '../../codec/modbus_rtu_encode.ts';
import type { ModbusAnswer, ModbusMessage } from '../../codec/modbus_rtu_message.ts';
import { type StreamItem, timedDecoder } from '../../codec/stream.ts';
import type { SessionContext } from '../driver.ts';
import { floodGuard } from '../flood_guard.ts';
import { type QuietWait, waitForQuiet } from '../quiet.ts';
import { releasePulse } from '../release_pulse.ts';
import type { DeviceIdentity, GateSession } from '../session.ts';
import { type ModbusClient, modbusClient } from './client.ts';
import { gateInputs, inputSpan, NO_INPUTS, sameInputs } from './contacts.ts';
import { modbusSelfTest } from './self_test.ts';
import type { ModbusGateSettings } from './settings.ts';

/** More garbage than this without one good frame is no disturbance any more. */
const GARBAGE_LIMIT_BYTES = 4096;
/** The coil is looked at with every so many looks at the contacts: a person is not kept waiting by it. */
const COIL_EVERY = 4;

/**
 * Speaks with a board of relays and inputs: makes the coil safe, then reads contacts and coil again and again. A coil found on
 * without a release of ours is switched off and reported.
 */
export function modbusGateSession(context: SessionContext<ModbusGateSettings>): GateSession {
  const { transport, clock, options } = context;
  const span = inputSpan(options.inputs);
  const flooded = floodGuard(clock);
  let client: ModbusClient | null = null;
  let quiet: QuietWait | null = null;
  let inputs: GateInputs = NO_INPUTS;
  let stopped = false;
  let missed = 0;
  let heard = 0;
  let polls = 0;
  let cancelPoll = () => {};

  const emit: typeof context.emit = (event) => {
    if (!stopped) context.emit(event);
  };
  const fail = (problem: DeviceProblem): void => emit({ kind: 'failed', problem });
  const notYet = async (): Promise<Result<never, DeviceProblem>> =>
    err({ code: 'DEVICE_ABSENT', detail: 'not started' });

  const off = encodeModbus({ type: 'write-coil', unit: options.unit, address: options.coil, on: false });
  const relay = {
    set: (on: boolean) => client?.writeCoil(options.coil, on) ?? notYet(),
    isOn: (withinMs?: number) => client?.readCoil(options.coil, withinMs) ?? notYet(),
    letGo: () => void transport.write(off),
    outlive: (held: boolean) => transport.lastWords?.(held ? off : null),
  };
  const pulse = releasePulse(relay, clock, options.pulseMs, fail);

  const decoder = timedDecoder(
    modbusRtuProtocol.stream('device-to-host'),
    clock,
    MODBUS_INTER_BYTE_MS,
    (item: StreamItem<ModbusMessage>) => {
      if (item.kind === 'garbage') return emit({ kind: 'garbage', bytes: item.bytes, at: clock.now() });
      // What nobody waits for is a late answer, or another unit's on the same line.
      client?.settle(item.message as ModbusAnswer);
    },
  );
  const release = transport.onBytes((bytes) => {
    heard += bytes.length;
    if (quiet !== null) return quiet.noise(bytes.length);
    decoder.push(bytes);
    if (flooded(bytes.length) || decoder.garbageRun() > GARBAGE_LIMIT_BYTES) {
      fail({ code: 'DEVICE_FLOOD', detail: `${decoder.garbageRun()} bytes without a frame` });
    }
  });

  const readInputs = async (): Promise<Result<void, DeviceProblem>> => {
    if (span === null || client === null) return ok(undefined);
    const read = await client.readInputs(span.address, span.count);
    if (!read.ok) return read;
    const now = gateInputs(options.inputs, span.address, read.value);
    if (!sameInputs(now, inputs)) {
      inputs = now;
      emit({ kind: 'inputs', inputs, at: clock.now() });
    }
    return ok(undefined);
  };

  /** A coil that is on although nobody was let go. */
  const watchCoil = async (): Promise<Result<void, DeviceProblem>> => {
    if (pulse.underWay()) return ok(undefined);
    const on = await relay.isOn();
    if (!on.ok) return on;
    if (!on.value || pulse.underWay()) return ok(undefined);
    const problem: DeviceProblem = { code: 'DEVICE_REFUSED', detail: 'the coil was on without a release' };
    emit({ kind: 'fault', problem, at: clock.now() });
    const safe = await pulse.makeSafe();
    return safe.ok ? ok(undefined) : safe;
  };

  const poll = async (): Promise<void> => {
    const from = clock.monotonic();
    const heardBefore = heard;
    const contacts = await readInputs();
    polls += 1;
    // Without contacts the coil is all there is to ask for.
    const due = span === null || polls % COIL_EVERY === 0;
    const coil = contacts.ok && due ? await watchCoil() : contacts;
    if (stopped) return;
    if (coil.ok) emit({ kind: 'timed', act: 'heartbeat', ms: clock.monotonic() - from });
    else if (coil.error.code !== 'DEVICE_SILENT') emit({ kind: 'fault', problem: coil.error, at: clock.now() });
    // A board that says no is there.
    missed = coil.ok || coil.error.code === 'DEVICE_REFUSED' ? 0 : missed + 1;
    if (missed < options.missedBeats) return pollLater();
    fail(noAnswer(heard - heardBefore, `${missed} requests unanswered`));
  };
  const pollLater = (): void => {
    cancelPoll = clock.after(options.pollMs, () => void poll());
  };

  const start = async (): Promise<Result<DeviceIdentity, DeviceProblem>> => {
    quiet = waitForQuiet(clock, options.quietMs);
    const settled = await quiet.done;
    quiet = null;
    if (!settled.ok) return settled;
    client = await modbusClient(transport, clock, options);
    if (stopped) return err({ code: 'DEVICE_UNPLUGGED', detail: 'ended at the start' });
    const before = heard;
    const safe = await pulse.makeSafe();
    const read = safe.ok ? await readInputs() : safe;
    if (!read.ok) {
      return read.error.code === 'DEVICE_SILENT' ? err(noAnswer(heard - before, 'no answer from the unit')) : read;
    }
    if (safe.ok && safe.value) {
      const problem: DeviceProblem = {
        code: 'DEVICE_REFUSED',
        detail: 'the coil was on at the start and was switched off',
      };
      emit({ kind: 'fault', problem, at: clock.now() });
    }
    pollLater();
    return ok({ firmware: null });
  };

  return {
    kind: 'GATE',
    start,
    inputs: () => inputs,
    release: async () => {
      const from = clock.monotonic();
      const result = await pulse.release();
      if (result.ok) emit({ kind: 'timed', act: 'release', ms: clock.monotonic() - from });
      return result;
    },
    selfTest: async () => (client === null ? [] : modbusSelfTest(client, options)),
    stop: () => {
      pulse.stop();
      stopped = true;
      release();
      decoder.stop();
      cancelPoll();
      quiet?.stop();
      client?.stop();
    },
  };
}

function noAnswer(bytesHeard: number, what: string): DeviceProblem {
  return bytesHeard === 0
    ? { code: 'DEVICE_SILENT', detail: what }
    : { code: 'DEVICE_WRONG', detail: `${what}; ${bytesHeard} bytes that are no answer` };
}
