import { err, ok, type Result } from '../../../core/domain/result.ts';
import type { DeviceProblem } from '../../../core/ports/device.ts';
import type { CaptureFailure, SensorFacts } from '../../../core/ports/fingerprint_reader.ts';
import { ZFM_INTER_BYTE_MS, zfmStream } from '../../codec/zfm.ts';
import { ZFM_COMMAND, type ZfmMessage } from '../../codec/zfm_message.ts';
import type { SessionContext } from '../driver.ts';
import { heartbeat } from '../heartbeat.ts';
import { noAnswer, packetInput } from '../packet_input.ts';
import type { DeviceIdentity, FingerprintSession } from '../session.ts';
import { startCapture, type ZfmCapture } from './capture.ts';
import { packetContentBytes, productInfo, verifyPassword } from './identity.ts';
import { shine } from './light.ts';
import { zfmLine } from './line.ts';
import { zfmSelfTest } from './self_test.ts';
import type { ZfmSettings } from './settings.ts';
import { fetchTemplate, type MatchOnDevice, matchTemplate, type ZfmBuffer } from './template.ts';

const VERIFY_TRIES = 2;
const DEPTH_BITS = 4;

/** What these modules can do beyond a picture. Both work on the image that was captured last. */
export interface ZfmSession extends FingerprintSession {
  /** Features of the maker's own form; of no use to any other make. */
  template(buffer: ZfmBuffer): Promise<Result<Uint8Array, CaptureFailure>>;
  matchOnDevice(template: Uint8Array): Promise<Result<MatchOnDevice, CaptureFailure>>;
}

/** Speaks with a ZFM module: shows the password, asks what it is, looks for fingers; asks again whenever nothing is done. */
export function zfmSession(context: SessionContext<ZfmSettings>): ZfmSession {
  const { transport, clock, options } = context;
  const line = zfmLine(transport, clock, options.address, options.responseTimeoutMs);
  let stopped = false;
  let started = false;
  let busy = false;
  let packetBytes = 0;
  let current: ZfmCapture | null = null;
  const { width, height, resolutionDpi } = options;
  let facts: SensorFacts = { width, height, resolutionDpi, depthBits: DEPTH_BITS, livenessCheck: false };

  const emit: typeof context.emit = (event) => {
    if (!stopped) context.emit(event);
  };
  const fail = (problem: DeviceProblem): void => emit({ kind: 'failed', problem });
  const beats = heartbeat({
    clock,
    everyMs: options.heartbeatMs,
    missedBeats: options.missedBeats,
    // Clones answer it with less, or with a refusal: any answer is one.
    ask: async () => (await line.ask(ZFM_COMMAND.READ_SYS_PARA, undefined, { dataBytes: null })) !== null,
    emit,
  });

  const onMessage = (message: ZfmMessage): void => {
    if (message.type === 'ready') {
      void onRestarted();
    } else if (message.address === options.address) {
      beats.heard();
      line.onMessage(message);
    }
  };
  const input = packetInput({
    transport,
    clock,
    decoder: zfmStream('device-to-host'),
    interByteMs: ZFM_INTER_BYTE_MS,
    emit,
    onMessage,
    onGarbage: () => {
      if (line.waiting()) beats.damaged();
      line.onGarbage();
    },
    onBytes: line.onBytes,
    awaiting: line.waiting,
    picture: () => busy,
  });

  const unlock = async (): Promise<boolean> => (await verifyPassword(line, options.password, 1))?.ok === true;
  /** A module that lost its power behind a serial converter wants the password again. */
  const onRestarted = async (): Promise<void> => {
    if (!started || stopped) return;
    const verified = await verifyPassword(line, options.password, VERIFY_TRIES);
    if (verified?.ok === false) fail(verified.error);
  };

  const start = async (): Promise<Result<DeviceIdentity, DeviceProblem>> => {
    const settled = await input.settle(options.quietMs);
    if (!settled.ok) return settled;
    const before = input.heard();
    const verified = await verifyPassword(line, options.password, VERIFY_TRIES);
    if (verified === null) return err(noAnswer('the password check', input.heard() - before));
    if (!verified.ok) return verified;
    packetBytes = await packetContentBytes(line);
    const product = options.productInfo ? await productInfo(line) : null;
    if (product !== null) facts = { ...facts, width: product.width, height: product.height };
    started = true;
    beats.later();
    return ok({ firmware: product?.firmware ?? null, serialNumber: product?.serialNumber ?? null });
  };

  /** One act at a time; no heartbeat meanwhile. */
  const alone = async <T>(act: () => Promise<Result<T, CaptureFailure>>): Promise<Result<T, CaptureFailure>> => {
    if (busy) return err({ code: 'CAPTURE_BUSY', detail: 'another act is under way' });
    if (stopped) return err({ code: 'DEVICE_UNPLUGGED', detail: 'the connection has ended' });
    busy = true;
    beats.pause();
    const outcome = await act();
    busy = false;
    if (!stopped) beats.later();
    return outcome;
  };

  const capture: FingerprintSession['capture'] = (request) =>
    alone(async () => {
      const hint: Parameters<typeof startCapture>[0]['hint'] = (said) =>
        emit({ kind: 'finger', hint: said, at: clock.now() });
      if (options.light) void shine(line, 'waiting');
      current = startCapture({ line, clock, request, size: facts, pollMs: options.pollMs, hint, unlock });
      const captured = await current.done;
      current = null;
      const calm = captured.ok || captured.error.code === 'CAPTURE_CANCELLED';
      if (options.light && !stopped) void shine(line, calm ? 'off' : 'failed');
      if (!captured.ok) return captured;
      hint('REMOVE');
      emit({ kind: 'timed', act: 'capture', ms: captured.value.ms });
      const picture = { width: facts.width, height: facts.height, pixels: captured.value.pixels };
      return ok({ ...picture, sensor: facts, finger: request.finger, quality: null, at: clock.now() });
    });

  return {
    kind: 'FINGERPRINT_READER',
    start,
    sensor: () => facts,
    capture,
    cancel: async () => current?.abort({ code: 'CAPTURE_CANCELLED', detail: 'cancelled' }),
    template: (buffer) => alone(() => fetchTemplate(line, buffer)),
    matchOnDevice: (template) => alone(() => matchTemplate(line, template, packetBytes)),
    selfTest: () => zfmSelfTest(line, options),
    stop: () => {
      stopped = true;
      input.stop();
      beats.pause();
      current?.abort({ code: 'DEVICE_UNPLUGGED', detail: 'the connection ended during the capture' });
      line.stop();
    },
  };
}
