import { err, ok, type Result } from '../../../core/domain/result.ts';
import type { DeviceProblem } from '../../../core/ports/device.ts';
import type { SensorFacts } from '../../../core/ports/fingerprint_reader.ts';
import { SFM_INTER_BYTE_MS, sfmStream } from '../../codec/suprema_sfm.ts';
import { SFM_COMMAND, type SfmMessage } from '../../codec/suprema_sfm_message.ts';
import type { SessionContext } from '../driver.ts';
import { heartbeat } from '../heartbeat.ts';
import { noAnswer, packetInput } from '../packet_input.ts';
import type { DeviceIdentity, FingerprintSession } from '../session.ts';
import { sfmCapturing } from './capturing.ts';
import { setGrey, sfmIdentity, sfmIsAlive } from './identity.ts';
import { sfmRequests } from './requests.ts';
import { sfmSelfTest } from './self_test.ts';
import { type SupremaSfmSettings, terminalOf } from './settings.ts';

const ALIVE_TRIES = 3;

/** Speaks with a UniFinger module: is it well, who is it; scans grey pictures; asks again whenever nothing is scanned. */
export function sfmSession(context: SessionContext<SupremaSfmSettings>): FingerprintSession {
  const { transport, clock, options } = context;
  const terminal = terminalOf(options);
  const asked = sfmRequests(transport, clock, terminal, options.responseTimeoutMs);
  let stopped = false;
  let busy = false;
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
    // Longer than the decoder waits: it must have given up a torn picture before the next answer comes.
    silenceMs: Math.max(options.responseTimeoutMs, SFM_INTER_BYTE_MS + 100),
    emit,
    sensorOf: (seenWidth, seenHeight) => {
      facts = { ...facts, width: seenWidth, height: seenHeight };
      return facts;
    },
  });

  const onMessage = (message: SfmMessage): void => {
    // Other modules on the same line answer their own hosts.
    if (message.type === 'packet' && message.terminal !== terminal) return;
    beats.heard();
    if (message.type === 'packet' && asked.settle(message)) return;
    capturing.onMessage(message);
  };
  const awaiting = (): boolean => asked.waiting() || capturing.busy();
  const input = packetInput({
    transport,
    clock,
    decoder: sfmStream('device-to-host'),
    interByteMs: SFM_INTER_BYTE_MS,
    emit,
    onMessage,
    onGarbage: (bytes) => {
      if (awaiting()) beats.damaged();
      capturing.onGarbage(bytes);
    },
    onBytes: capturing.onBytes,
    awaiting,
    picture: capturing.busy,
  });

  const start = async (): Promise<Result<DeviceIdentity, DeviceProblem>> => {
    const settled = await input.settle(options.quietMs);
    if (!settled.ok) return settled;
    const before = input.heard();
    const alive = await sfmIsAlive(asked, ALIVE_TRIES);
    if (alive === null) return err(noAnswer('the system status', input.heard() - before));
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
    // While the rest of a picture is on its way, the module answers nothing else.
    void capturing.rested().then(() => {
      if (!busy && !stopped) beats.later();
    });
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
      input.stop();
      beats.pause();
      capturing.stop();
      asked.stop();
    },
  };
}
