import { err, ok, type Result } from '../../../core/domain/result.ts';
import type { DeviceProblem } from '../../../core/ports/device.ts';
import { type AccessIsDeviceMessage, accessIsStream } from '../../codec/access_is_protocol.ts';
import { type MenuReply, replyText } from '../../codec/menu_item.ts';
import type { SessionContext } from '../driver.ts';
import { heartbeat } from '../heartbeat.ts';
import { listening } from '../listening.ts';
import { menuRequests } from '../menu_requests.ts';
import type { CodeScannerSession, DeviceIdentity } from '../session.ts';
import { codeText } from './code_text.ts';
import { FIRMWARE, SET_MODE, TRIGGER, VERDICT } from './commands.ts';
import { accessIsSelfTest } from './self_test.ts';
import type { AccessIsSettings } from './settings.ts';

/**
 * Speaks with an Access-IS reader: asks for its firmware, sets its mode until power goes, tells what is laid and read,
 * and shows the person the verdict.
 */
export function accessIsSession(context: SessionContext<AccessIsSettings>): CodeScannerSession {
  const { transport, clock, options } = context;
  const asked = menuRequests(transport, clock, options.responseTimeoutMs);
  let stopped = false;
  let started = false;
  let beats = 0;
  let beating = false;

  const emit: typeof context.emit = (event) => {
    if (!stopped) context.emit(event);
  };
  const onMessage = (message: AccessIsDeviceMessage, at: number, tookMs: number): void => {
    beat.heard();
    if (message.type === 'reply') asked.settle(message);
    else if (message.type === 'media') onMedia(message.present, at);
    else onCode(message.text, at, tookMs);
  };
  const onMedia = (present: boolean, at: number): void => {
    emit({ kind: 'media', present, at });
    // In interactive mode the reader says that something lies there and waits to be told to read it.
    if (present && options.mode === 'interactive') void asked.send(TRIGGER);
  };
  const onCode = (raw: string, at: number, tookMs: number): void => {
    emit({ kind: 'timed', act: 'read', ms: tookMs });
    const { text, symbology } = codeText(raw, options.aimId);
    if (text.length > 0) emit({ kind: 'scan', text, symbology, at });
  };
  const line = listening({
    transport,
    clock,
    stream: accessIsStream(options.format),
    quietMs: options.quietMs,
    interByteMs: options.interByteMs,
    wrongAfterBytes: null,
    emit,
    onMessage,
    onBytes: () => {
      // The answer to a beat must not put off the beat that waits for it.
      if (started && !beating) beat.later();
    },
  });
  const beat = heartbeat({
    clock,
    everyMs: options.heartbeatMs,
    missedBeats: options.missedBeats,
    ask: async () => {
      beating = true;
      const answered = (await asked.ask(FIRMWARE)) !== null;
      beating = false;
      beats += answered ? 1 : 0;
      if (answered && beats % options.modeEveryBeats === 0) void setMode();
      return answered;
    },
    emit,
  });

  const setMode = async (): Promise<MenuReply | 'left' | null> =>
    options.mode === 'leave' ? 'left' : asked.ask(SET_MODE[options.mode]);

  const start = async (): Promise<Result<DeviceIdentity, DeviceProblem>> => {
    const settled = await line.settle();
    if (!settled.ok) return settled;
    const firmware = (await asked.ask(FIRMWARE)) ?? (stopped ? null : await asked.ask(FIRMWARE));
    if (firmware === null) return err(noFirmware(line.bytesHeard()));
    if (!done(firmware))
      return err({ code: 'DEVICE_WRONG', detail: 'answers menu commands, but is no Access-IS reader' });
    const mode = (await setMode()) ?? (await setMode());
    if (mode === null) return err({ code: 'DEVICE_SILENT', detail: 'no answer to setting the mode' });
    if (mode !== 'left' && !done(mode))
      return err({ code: 'DEVICE_REFUSED', detail: `mode ${options.mode} is refused` });
    started = true;
    beat.later();
    return ok({ firmware: replyText(firmware) });
  };

  return {
    kind: 'CODE_SCANNER',
    start,
    // In every mode but the interactive one the reader looks for a code by itself.
    arm: async () => {
      if (options.mode !== 'interactive') return ok(undefined);
      return (await asked.send(TRIGGER))
        ? ok(undefined)
        : err({ code: 'DEVICE_IO', detail: 'the trigger was not sent' });
    },
    verdict: async (verdict) => {
      // By itself it has shown its own verdict already.
      if (options.mode === 'dumb') return ok(undefined);
      const from = clock.monotonic();
      const reply = await asked.ask(VERDICT[verdict]);
      if (reply === null) return err({ code: 'DEVICE_SILENT', detail: 'no answer to the verdict' });
      emit({ kind: 'timed', act: 'verdict', ms: clock.monotonic() - from });
      // "Nothing" is younger than the other two (firmware 1.0.21); a reader without it goes dark by itself.
      if (done(reply) || verdict === 'NONE') return ok(undefined);
      return err({ code: 'DEVICE_REFUSED', detail: 'the verdict is refused; the stored mode may be "dumb"' });
    },
    selfTest: () => accessIsSelfTest(asked),
    stop: () => {
      stopped = true;
      line.stop();
      beat.pause();
      asked.stop();
    },
  };
}

function done(reply: MenuReply): boolean {
  return reply.items.every(({ status }) => status === 'ack');
}

function noFirmware(bytesHeard: number): DeviceProblem {
  return bytesHeard === 0
    ? { code: 'DEVICE_SILENT', detail: 'no answer to the firmware query' }
    : { code: 'DEVICE_WRONG', detail: `${bytesHeard} bytes that are no answer to the firmware query` };
}
