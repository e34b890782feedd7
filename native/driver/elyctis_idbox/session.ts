import { err, ok, type Result } from '../../../core/domain/result.ts';
import type { DeviceProblem } from '../../../core/ports/device.ts';
import { deviceStream, INTER_BYTE_TIMEOUT_MS } from '../../codec/elyctis_idbox.ts';
import type { DeviceMessage } from '../../codec/elyctis_idbox_message.ts';
import { type StreamItem, timedDecoder } from '../../codec/stream.ts';
import type { SessionContext } from '../driver.ts';
import { floodGuard } from '../flood_guard.ts';
import { type QuietWait, waitForQuiet } from '../quiet.ts';
import { repeatFilter } from '../repeat_filter.ts';
import type { DeviceIdentity, MrzReaderSession } from '../session.ts';
import { type Requests, requests } from './requests.ts';
import { elyctisSelfTest } from './self_test.ts';
import type { ElyctisIdboxSettings } from './settings.ts';

/** More garbage than this without one good frame is no disturbance any more. */
const GARBAGE_LIMIT_BYTES = 4096;

/**
 * Speaks with an ID BOX: asks for its version, keeps it in continuous reading (which is one-shot: it ends with each
 * successful read), reports each laying of a document once, and asks for the version again whenever the line is quiet.
 */
export function elyctisSession(context: SessionContext<ElyctisIdboxSettings>): MrzReaderSession {
  const { transport, clock, options } = context;
  const asked: Requests = requests(transport, clock, options.responseTimeoutMs);
  const repeats = repeatFilter(options.sameDocumentMs);
  const flooded = floodGuard(clock);
  let quiet: QuietWait | null = null;
  let stopped = false;
  let started = false;
  let arming = false;
  let armOnceStarted = false;
  let missed = 0;
  let beats = 0;
  let heard = 0;
  let arrivedAt = 0;
  let frameBegan: number | null = null;
  let cancelBeat = () => {};
  let cancelArm = () => {};

  const emit: typeof context.emit = (event) => {
    if (!stopped) context.emit(event);
  };
  const fail = (problem: DeviceProblem): void => emit({ kind: 'failed', problem });

  const onItem = (item: StreamItem<DeviceMessage>): void => {
    const took = clock.monotonic() - (frameBegan ?? clock.monotonic());
    frameBegan = null;
    if (item.kind === 'garbage') {
      emit({ kind: 'garbage', bytes: item.bytes, at: arrivedAt });
      // What was lost may have been a read, after which the device no longer looks for documents.
      armLater(0);
      return;
    }
    missed = 0;
    onMessage(item.message, took);
  };

  const onMessage = (message: DeviceMessage, tookMs: number): void => {
    if (message.type === 'mrz') onLines(message.lines, tookMs);
    else if (message.type === 'no-read') onLines([], tookMs);
    else asked.settle(message);
  };

  const onLines = (lines: readonly string[], tookMs: number): void => {
    // Since its first byte: since arming would tell how long people take to lay their documents.
    if (lines.length > 0) emit({ kind: 'timed', act: 'read', ms: tookMs });
    const fresh = repeats.isNew(lines.join('\r'), clock.monotonic());
    if (fresh) emit(lines.length === 0 ? { kind: 'no-read', at: arrivedAt } : { kind: 'read', lines, at: arrivedAt });
    armLater(fresh && lines.length > 0 ? 0 : options.repeatArmMs);
  };

  const decoder = timedDecoder(deviceStream(), clock, INTER_BYTE_TIMEOUT_MS, onItem);

  const release = transport.onBytes((bytes) => {
    arrivedAt = clock.now();
    heard += bytes.length;
    if (quiet !== null) return quiet.noise(bytes.length);
    frameBegan ??= clock.monotonic();
    decoder.push(bytes);
    if (flooded(bytes.length) || decoder.garbageRun() > GARBAGE_LIMIT_BYTES) {
      fail({ code: 'DEVICE_FLOOD', detail: `${decoder.garbageRun()} bytes without a frame` });
    } else if (started) beatLater();
  });

  const armLater = (delayMs: number): void => {
    // A document that lies there already is read before the start is over, which ends continuous reading.
    if (!started) armOnceStarted = true;
    if (!started) return;
    cancelArm();
    cancelArm = clock.after(delayMs, () => void keepArmed());
  };

  /** Arms and makes sure of it: an echo that got lost is asked for once more, then the device counts as silent. */
  const keepArmed = async (): Promise<void> => {
    if (stopped) return;
    if (arming) return armLater(options.repeatArmMs);
    arming = true;
    const echoed = (await askArm()) || stopped || (await askArm());
    arming = false;
    if (!echoed && !stopped) fail({ code: 'DEVICE_SILENT', detail: 'continuous reading is not acknowledged' });
  };

  const askArm = async (): Promise<boolean> =>
    (await asked.ask({ type: 'continuous', on: true }, 'continuous'))?.on === true;

  const beatLater = (): void => {
    cancelBeat();
    cancelBeat = clock.after(options.heartbeatMs, () => void beat());
  };

  const beat = async (): Promise<void> => {
    if (stopped) return;
    const askedAt = clock.monotonic();
    const answer = await asked.ask({ type: 'get-firmware-version' }, 'firmware-version');
    if (stopped) return;
    if (answer !== null) emit({ kind: 'timed', act: 'heartbeat', ms: clock.monotonic() - askedAt });
    missed = answer === null ? missed + 1 : 0;
    beats += 1;
    // A device that restarted behind a serial converter answers, but looks for no documents any more.
    if (answer !== null && beats % options.armEveryBeats === 0) armLater(0);
    if (missed < options.missedBeats) return beatLater();
    fail({ code: 'DEVICE_SILENT', detail: `${missed} heartbeats unanswered` });
  };

  const askVersion = async (): Promise<string | null> => {
    const first = await asked.ask({ type: 'get-firmware-version' }, 'firmware-version');
    if (first !== null || stopped) return first?.text ?? null;
    // A host that died in mid-command leaves the device waiting for the rest; the flush byte ends that.
    await asked.send({ type: 'flush' });
    return (await asked.ask({ type: 'get-firmware-version' }, 'firmware-version'))?.text ?? null;
  };

  const start = async (): Promise<Result<DeviceIdentity, DeviceProblem>> => {
    quiet = waitForQuiet(clock, options.quietMs);
    const settled = await quiet.done;
    quiet = null;
    if (!settled.ok) return settled;
    const before = heard;
    const version = await askVersion();
    if (version === null) return err(noVersion(heard - before));
    // Asked before arming, while nothing else is being said; a reader without one serves all the same.
    const serialNumber = (await asked.ask({ type: 'get-serial-number' }, 'serial-number'))?.text.trim() ?? null;
    if (!((await askArm()) || (await askArm()))) {
      return err({ code: 'DEVICE_REFUSED', detail: 'continuous reading is not acknowledged' });
    }
    started = true;
    if (armOnceStarted) armLater(0);
    beatLater();
    return ok({ firmware: version.trim(), serialNumber });
  };

  return {
    kind: 'MRZ_READER',
    start,
    arm: async () => {
      repeats.forget();
      return (await askArm()) ? ok(undefined) : err({ code: 'DEVICE_SILENT', detail: 'no answer to arming' });
    },
    selfTest: () => elyctisSelfTest(asked),
    stop: () => {
      stopped = true;
      release();
      decoder.stop();
      cancelBeat();
      cancelArm();
      quiet?.stop();
      asked.stop();
    },
  };
}

function noVersion(bytesHeard: number): DeviceProblem {
  return bytesHeard === 0
    ? { code: 'DEVICE_SILENT', detail: 'no answer to the version query' }
    : { code: 'DEVICE_WRONG', detail: `${bytesHeard} bytes that are no answer to the version query` };
}
