import { err, ok, type Result } from '../../../core/domain/result.ts';
import type { DeviceProblem } from '../../../core/ports/device.ts';
import type { MenuReply } from '../../codec/menu_item.ts';
import type { SessionContext } from '../driver.ts';
import { heartbeat } from '../heartbeat.ts';
import { menuRequests } from '../menu_requests.ts';
import type { DeviceIdentity } from '../session.ts';
import type { BackEnd } from './back_end.ts';
import { askIdentity } from './identity.ts';
import type { FramedMrzSettings } from './settings.ts';

/** The commanding half of a session with a reader that takes commands. */
export interface Commanded {
  /** Asks who is there, sets it up until power goes, and triggers it. `bytesHeard` tells a silent device from a wrong one. */
  start(bytesHeard: () => number): Promise<Result<DeviceIdentity, DeviceProblem>>;
  /** Makes it look for a document now. */
  arm(): Promise<Result<void, DeviceProblem>>;
  /** After a read: the reader rests until it is triggered again. */
  armLater(delayMs: number): void;
  /** Bytes came. */
  heard(): void;
  settle(reply: MenuReply): void;
  ask: (command: BackEnd['query']) => Promise<MenuReply | null>;
  stop(): void;
}

export function commanded(context: SessionContext<FramedMrzSettings>, backEnd: BackEnd): Commanded {
  const { transport, clock, options, emit } = context;
  const asked = menuRequests(transport, clock, options.responseTimeoutMs);
  let stopped = false;
  let started = false;
  let armOnceStarted = false;
  let beating = false;
  let beats = 0;
  let cancelArm = () => {};

  const trigger = async (): Promise<Result<void, DeviceProblem>> => {
    const { bytes, name } = backEnd.trigger;
    if (name === null) {
      return (await asked.send(bytes)) ? ok(undefined) : err({ code: 'DEVICE_IO', detail: 'the trigger was not sent' });
    }
    const reply = await asked.ask({ bytes, name });
    if (reply === null) return err({ code: 'DEVICE_SILENT', detail: 'the trigger is not acknowledged' });
    if (done(reply)) return ok(undefined);
    return err({ code: 'DEVICE_REFUSED', detail: `${name} is ${reply.items[0]?.status}` });
  };
  const prepare = async (): Promise<DeviceProblem | null> => {
    for (const setting of backEnd.prepare) {
      const reply = await asked.ask(setting);
      if (reply === null) return { code: 'DEVICE_SILENT', detail: `${setting.name} is not acknowledged` };
      if (reply.items.some(({ status }) => status === 'refused')) {
        return { code: 'DEVICE_REFUSED', detail: `${setting.name} is refused` };
      }
    }
    return null;
  };
  const armAgain = async (): Promise<void> => {
    if (stopped || !options.keepArmed) return;
    const first = await trigger();
    // One answer may get lost in a disturbance.
    const armed = first.ok || stopped ? first : await trigger();
    if (!armed.ok && !stopped) emit({ kind: 'failed', problem: armed.error });
  };
  const armLater = (delayMs: number): void => {
    // A document that lies there already is read before the start is over, after which the reader rests.
    if (!started) armOnceStarted = true;
    if (!started) return;
    cancelArm();
    cancelArm = clock.after(delayMs, () => void armAgain());
  };
  const setUpAgain = async (): Promise<void> => {
    if ((await prepare()) === null) await armAgain();
  };
  const beat = heartbeat({
    clock,
    everyMs: options.heartbeatMs,
    missedBeats: options.missedBeats,
    ask: async () => {
      beating = true;
      const answered = (await asked.ask(backEnd.query)) !== null;
      beating = false;
      beats += answered ? 1 : 0;
      if (answered && beats % options.armEveryBeats === 0) void setUpAgain();
      return answered;
    },
    emit: (event) => {
      if (!stopped) emit(event);
    },
  });

  return {
    start: async (bytesHeard) => {
      const known = (await asked.ask(backEnd.query)) ?? (stopped ? null : await asked.ask(backEnd.query));
      if (known === null) return err(noAnswer(bytesHeard()));
      const identity = await askIdentity(backEnd, asked.ask);
      const problem = await prepare();
      if (problem !== null) return err(problem);
      const armed = options.keepArmed ? await trigger() : ok(undefined);
      if (!armed.ok) return armed;
      started = true;
      if (armOnceStarted) armLater(0);
      beat.later();
      return ok(identity);
    },
    arm: trigger,
    armLater,
    heard: () => {
      // The answer to a beat must not put off the beat that waits for it.
      if (started && !beating) beat.later();
    },
    settle: (reply) => {
      beat.heard();
      asked.settle(reply);
    },
    ask: asked.ask,
    stop: () => {
      stopped = true;
      beat.pause();
      cancelArm();
      asked.stop();
    },
  };
}

export function done(reply: MenuReply): boolean {
  return reply.items.every(({ status }) => status === 'ack');
}

function noAnswer(bytesHeard: number): DeviceProblem {
  return bytesHeard === 0
    ? { code: 'DEVICE_SILENT', detail: 'no answer to a question of its family' }
    : { code: 'DEVICE_WRONG', detail: `${bytesHeard} bytes that are no answer to a question of its family` };
}
