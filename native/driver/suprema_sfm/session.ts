import { err, ok, type Result } from '../../../core/domain/result.ts';
import type { DeviceProblem } from '../../../core/ports/device.ts';
import type { SensorFacts } from '../../../core/ports/fingerprint_reader.ts';
import { type StreamItem, timedDecoder } from '../../codec/stream.ts';
import { SFM_INTER_BYTE_MS, sfmStream } from '../../codec/suprema_sfm.ts';
import { SFM_COMMAND, type SfmMessage } from '../../codec/suprema_sfm_message.ts';
import type { SessionContext } from '../driver.ts';
import { floodGuard, PICTURES_BYTES_A_SECOND } from '../flood_guard.ts';
import { heartbeat } from '../heartbeat.ts';
import { type QuietWait, waitForQuiet } from '../quiet.ts';
import type { DeviceIdentity, FingerprintSession } from '../session.ts';
import { sfmCapturing } from './capturing.ts';
import { setGrey, sfmIdentity, sfmIsAlive } from './identity.ts';
import { sfmRequests } from './requests.ts';
import { sfmSelfTest } from './self_test.ts';
import { type SupremaSfmSettings, terminalOf } from './settings.ts';

/** More garbage than this without one good packet is no disturbance any more. */
const GARBAGE_LIMIT_BYTES = 4096;
/** A whole picture becomes garbage when the answer before it was damaged. */
const PICTURE_LIMIT_BYTES = 1024 * 1024;
const ALIVE_TRIES = 3;

/** Speaks with a UniFinger module: is it well, who is it; scans grey pictures; asks again whenever nothing is scanned. */
export function sfmSession(context: SessionContext<SupremaSfmSettings>): FingerprintSession {
  const { transport, clock, options } = context;
  const terminal = terminalOf(options);
  const asked = sfmRequests(transport, clock, terminal, options.responseTimeoutMs);
  const flooded = floodGuard(clock, PICTURES_BYTES_A_SECOND);
  let quiet: QuietWait | null = null;
  let stopped = false;
  let busy = false;
  let heard = 0;
  const { width, height, resolutionDpi } = options;
  let facts: SensorFacts = { width, height, resolutionDpi, depthBits: 8, livenessCheck: null };

  const emit: typeof context.emit = (event) => {
    if (!stopped) context.emit(event);
  };
  const beats = heartbeat({
    clock,
    everyMs: options.heartbeatMs,
    missedBeats: options.missedBeats,
    ask: async () => (await asked.ask(SFM_COMMAND.SS)) !== null,
    emit,
  });
  const capturing = sfmCapturing({
    asked,
    clock,
    silenceMs: options.responseTimeoutMs,
    emit,
    sensorOf: (seenWidth, seenHeight) => {
      facts = { ...facts, width: seenWidth, height: seenHeight };
      return facts;
    },
  });

  const onItem = (item: StreamItem<SfmMessage>): void => {
    if (item.kind === 'garbage') onGarbage(item.bytes);
    else onMessage(item.message);
  };
  const onMessage = (message: SfmMessage): void => {
    // Other modules on the same line answer their own hosts.
    if (message.type === 'packet' && message.terminal !== terminal) return;
    beats.heard();
    if (message.type === 'packet' && asked.settle(message)) return;
    capturing.onMessage(message);
  };
  const onGarbage = (bytes: number): void => {
    const at = clock.now();
    emit({ kind: 'garbage', bytes, at });
    // Nothing is said unasked: what arrives broken while an answer is awaited was that answer.
    if (asked.waiting() || capturing.busy()) {
      beats.damaged();
      const detail = `${bytes} bytes that are no packet where an answer was awaited`;
      emit({ kind: 'fault', problem: { code: 'DEVICE_FRAME', detail }, at });
    }
    capturing.onGarbage(bytes);
  };
  const decoder = timedDecoder(sfmStream('device-to-host'), clock, SFM_INTER_BYTE_MS, onItem);

  const release = transport.onBytes((bytes) => {
    heard += bytes.length;
    if (quiet !== null) return quiet.noise(bytes.length);
    capturing.onBytes();
    decoder.push(bytes);
    const limit = capturing.busy() ? PICTURE_LIMIT_BYTES : GARBAGE_LIMIT_BYTES;
    if (!flooded(bytes.length) && decoder.garbageRun() <= limit) return;
    const detail = `${decoder.garbageRun()} bytes without a packet`;
    emit({ kind: 'failed', problem: { code: 'DEVICE_FLOOD', detail } });
  });

  const start = async (): Promise<Result<DeviceIdentity, DeviceProblem>> => {
    quiet = waitForQuiet(clock, options.quietMs);
    const settled = await quiet.done;
    quiet = null;
    if (!settled.ok) return settled;
    const before = heard;
    const alive = await sfmIsAlive(asked, ALIVE_TRIES);
    if (alive === null) return err(noStatus(heard - before));
    if (!alive.ok) return alive;
    const { livenessCheck, ...identity } = await sfmIdentity(asked);
    const grey = await setGrey(asked);
    if (!grey.ok) return grey;
    facts = { ...facts, livenessCheck };
    beats.later();
    return ok(identity);
  };

  const capture: FingerprintSession['capture'] = async (request) => {
    if (busy) return err({ code: 'CAPTURE_BUSY', detail: 'a capture is under way' });
    busy = true;
    beats.pause();
    const outcome = await capturing.capture(request);
    busy = false;
    if (!stopped) beats.later();
    return outcome;
  };

  return {
    kind: 'FINGERPRINT_READER',
    start,
    sensor: () => facts,
    capture,
    cancel: async () => {
      if (busy) capturing.cancel();
    },
    selfTest: () => sfmSelfTest(asked),
    stop: () => {
      stopped = true;
      release();
      decoder.stop();
      beats.pause();
      quiet?.stop();
      capturing.stop();
      asked.stop();
    },
  };
}

function noStatus(bytesHeard: number): DeviceProblem {
  return bytesHeard === 0
    ? { code: 'DEVICE_SILENT', detail: 'no answer to the system status' }
    : { code: 'DEVICE_WRONG', detail: `${bytesHeard} bytes that are no answer to the system status` };
}
