import { err, ok, type Result } from '../../../core/domain/result.ts';
import type { DeviceProblem } from '../../../core/ports/device.ts';
import type { IlvMessage } from '../../codec/morphosmart_ilv.ts';
import type { SessionContext } from '../driver.ts';
import { floodGuard, PICTURES_BYTES_A_SECOND } from '../flood_guard.ts';
import { type QuietWait, waitForQuiet } from '../quiet.ts';
import type { DeviceIdentity, FingerprintSession } from '../session.ts';
import { captures } from './capture.ts';
import { CANCEL, commands, GET_DESCRIPTOR, isBusy } from './commands.ts';
import { type Descriptor, readDescriptor, sensorOf, serialNumberIn } from './descriptor.ts';
import { heartbeat } from './heartbeat.ts';
import { ilvLink } from './link.ts';
import { morphosmartSelfTest } from './self_test.ts';
import type { MorphosmartSettings } from './settings.ts';

/** More than the largest picture whose frame may be lost. */
const GARBAGE_LIMIT_BYTES = 300_000;
const START_TRIES = 4;
/** A device that was at something needs this after a CANCEL (BRL4528/bio-pdv, tried on a CBM). */
const AFTER_CANCEL_MS = 400;

/**
 * Speaks with a MorphoSmart: ends what an earlier host left running, asks who it is, takes pictures without storing
 * anything, and asks again who it is while nothing else goes on. It never touches the base of records inside the device.
 */
export function morphosmartSession(context: SessionContext<MorphosmartSettings>): FingerprintSession {
  const { transport, clock, options } = context;
  const flooded = floodGuard(clock, PICTURES_BYTES_A_SECOND);
  let quiet: QuietWait | null = null;
  let sensor = sensorOf({ product: '', sensor: '', software: '' });
  let stopped = false;
  let started = false;
  let heard = 0;
  let endPause = () => {};

  const emit: typeof context.emit = (event) => {
    if (!stopped) context.emit(event);
  };
  const fail = (problem: DeviceProblem): void => emit({ kind: 'failed', problem });

  const link = ilvLink(options.framing, {
    transport,
    clock,
    onMessage: (message) => onMessage(message),
    onGarbage: (bytes) => emit({ kind: 'garbage', bytes, at: clock.now() }),
    onDamaged: () => {
      const problem: DeviceProblem = { code: 'DEVICE_FRAME', detail: 'a frame whose check is wrong' };
      emit({ kind: 'fault', problem, at: clock.now() });
    },
    onLost: () => capturing.onLost(),
  });
  const asked = commands(link, clock);
  const capturing = captures({ link, asked, clock, options, emit, sensor: () => sensor });

  const beats = heartbeat({
    link,
    asked,
    clock,
    options,
    capturing: () => capturing.active(),
    onBeat: (ms) => emit({ kind: 'timed', act: 'heartbeat', ms }),
    onSilent: fail,
  });

  const onMessage = (message: IlvMessage): void => {
    beats.alive();
    if (!capturing.onMessage(message)) asked.settle(message);
  };

  const release = transport.onBytes((bytes) => {
    heard += bytes.length;
    if (quiet !== null) return quiet.noise(bytes.length);
    capturing.heard();
    link.receive(bytes);
    if (flooded(bytes.length) || link.garbageRun() > GARBAGE_LIMIT_BYTES) {
      fail({ code: 'DEVICE_FLOOD', detail: `${link.garbageRun()} bytes without a frame` });
    } else if (started) beats.later();
  });

  const pause = (delayMs: number): Promise<void> =>
    new Promise((resolve) => {
      const cancel = clock.after(delayMs, resolve);
      endPause = () => {
        cancel();
        resolve();
      };
    });

  /** Asks until the device is free. Null: it never answered. */
  const firstAnswer = async (): Promise<IlvMessage | null> => {
    let answer: IlvMessage | null = null;
    for (let tries = 0; tries < START_TRIES && !stopped; tries += 1) {
      void link.send(CANCEL);
      // A device that was at something may not hear what comes at once after it.
      if (tries > 0) await pause(AFTER_CANCEL_MS);
      answer = (await asked.ask(GET_DESCRIPTOR, options.responseTimeoutMs)) ?? answer;
      if (answer !== null && !isBusy(answer)) return answer;
      if (answer === null && tries > 0) return null;
    }
    return answer;
  };

  const start = async (): Promise<Result<DeviceIdentity, DeviceProblem>> => {
    quiet = waitForQuiet(clock, options.quietMs);
    const settled = await quiet.done;
    quiet = null;
    if (!settled.ok) return settled;
    const before = heard;
    const answer = await firstAnswer();
    const descriptor = answer === null ? null : readDescriptor(answer);
    if (descriptor === null) return err(noDescriptor(answer, heard - before));
    sensor = sensorOf(descriptor);
    started = true;
    beats.later();
    return ok(identityIn(descriptor));
  };

  return {
    kind: 'FINGERPRINT_READER',
    start,
    sensor: () => sensor,
    capture: async (request) => {
      const taken = await capturing.take(request);
      if (taken.ok) sensor = taken.value.sensor;
      return taken;
    },
    cancel: capturing.cancel,
    selfTest: () => morphosmartSelfTest(asked, options.responseTimeoutMs, () => capturing.active()),
    stop: () => {
      stopped = true;
      release();
      beats.stop();
      endPause();
      quiet?.stop();
      capturing.stop();
      asked.stop();
      link.stop();
    },
  };
}

function identityIn(descriptor: Descriptor): DeviceIdentity {
  return { firmware: descriptor.software || null, serialNumber: serialNumberIn(descriptor) };
}

function noDescriptor(answer: IlvMessage | null, bytesHeard: number): DeviceProblem {
  if (answer !== null) {
    const status = (answer.value[0] ?? 0).toString(16).padStart(2, '0').toUpperCase();
    return { code: 'DEVICE_REFUSED', detail: `status ${status} when asked who it is` };
  }
  return bytesHeard === 0
    ? { code: 'DEVICE_SILENT', detail: 'no answer when asked who it is' }
    : { code: 'DEVICE_WRONG', detail: `${bytesHeard} bytes that are no answer when asked who it is` };
}
