import { describe, expect, it } from 'vitest';
import { err, ok, type Result } from '../../core/domain/result.ts';
import type { Clock } from '../../core/ports/clock.ts';
import type { DeviceProblem } from '../../core/ports/device.ts';
import { type Relay, releasePulse } from './release_pulse.ts';

/** A clock that is moved by hand. */
function handClock(): Clock & { move(ms: number): Promise<void> } {
  let at = 0;
  const timers = new Set<{ due: number; run: () => void }>();
  return {
    now: () => at,
    monotonic: () => at,
    after: (delayMs, run) => {
      const timer = { due: at + delayMs, run };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    move: async (ms) => {
      await settled();
      at += ms;
      for (const timer of [...timers]) {
        if (timer.due > at) continue;
        timers.delete(timer);
        timer.run();
      }
      await settled();
    },
  };
}

/** Until every promise that can settle without time has settled. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 30; turn += 1) await Promise.resolve();
}

interface Board extends Relay {
  on: boolean;
  readonly log: string[];
  broken: 'no' | 'stuck-on' | 'stuck-off' | 'deaf' | 'unreadable';
}

const DEAF: DeviceProblem = { code: 'DEVICE_IO', detail: 'no answer' };

function board(): Board {
  const self: Board = {
    on: false,
    log: [],
    broken: 'no',
    set: async (on): Promise<Result<void, DeviceProblem>> => {
      self.log.push(on ? 'on' : 'off');
      if (self.broken === 'deaf') return err(DEAF);
      if (!(on ? self.broken === 'stuck-off' : self.broken === 'stuck-on')) self.on = on;
      return ok(undefined);
    },
    isOn: async () => (self.broken === 'unreadable' ? err(DEAF) : ok(self.on)),
    outlive: (held) => void self.log.push(held ? 'outlive' : 'no more'),
    letGo: () => {
      self.log.push('let go');
      self.on = false;
    },
  };
  return self;
}

function pulseOf(relay: Board) {
  const clock = handClock();
  const stuck: DeviceProblem[] = [];
  const pulse = releasePulse(relay, clock, 500, (problem) => stuck.push(problem));
  return { clock, stuck, pulse };
}

describe('a release', () => {
  it('is one pulse: on, off after its time, seen off', async () => {
    const relay = board();
    const { clock, pulse } = pulseOf(relay);
    const result = pulse.release();
    await clock.move(499);
    expect([relay.on, pulse.underWay()]).toEqual([true, true]);
    await clock.move(1);
    expect(await result).toEqual(ok(undefined));
    expect([relay.on, pulse.underWay()]).toEqual([false, false]);
    expect(relay.log).toEqual(['outlive', 'on', 'off', 'no more']);
  });

  it('is not made longer by a read-back that hangs', async () => {
    const relay = board();
    const { clock, pulse } = pulseOf(relay);
    const { isOn } = relay;
    let reads = 0;
    relay.isOn = () => (++reads === 2 ? new Promise(() => {}) : isOn());
    void pulse.release();
    await clock.move(500);
    expect(relay.on).toBe(false);
    pulse.stop();
  });

  it('is refused while another is under way, which it does not lengthen', async () => {
    const relay = board();
    const { clock, pulse } = pulseOf(relay);
    const first = pulse.release();
    await clock.move(300);
    expect(await pulse.release()).toMatchObject({ ok: false, error: { code: 'DEVICE_REFUSED' } });
    await clock.move(200);
    expect([(await first).ok, relay.on]).toEqual([true, false]);
  });

  it('is refused when the relay is on already, which is switched off', async () => {
    const relay = board();
    relay.on = true;
    const { pulse } = pulseOf(relay);
    expect(await pulse.release()).toMatchObject({ ok: false, error: { code: 'DEVICE_REFUSED' } });
    expect([relay.on, relay.log]).toEqual([false, ['off']]);
  });

  it('says so when the relay does not switch on', async () => {
    const relay = board();
    relay.broken = 'stuck-off';
    const { clock, pulse } = pulseOf(relay);
    const result = pulse.release();
    await clock.move(500);
    expect(await result).toMatchObject({ ok: false, error: { code: 'DEVICE_REFUSED' } });
  });

  it('tries three times to end, then reports the relay as stuck', async () => {
    const relay = board();
    const { clock, pulse, stuck } = pulseOf(relay);
    const result = pulse.release();
    await clock.move(10);
    relay.broken = 'stuck-on';
    await clock.move(490);
    expect((await result).ok).toBe(false);
    expect(relay.log).toEqual(['outlive', 'on', 'off', 'off', 'off']);
    expect(stuck).toHaveLength(1);
  });

  it('that could not be ordered is ended all the same: the order may have arrived', async () => {
    const relay = board();
    const { pulse } = pulseOf(relay);
    relay.broken = 'deaf';
    expect((await pulse.release()).ok).toBe(false);
    expect(relay.log).toEqual(['outlive', 'on', 'off', 'off', 'off']);
  });

  it('does not begin where the relay cannot be read', async () => {
    const relay = board();
    relay.broken = 'unreadable';
    const { pulse } = pulseOf(relay);
    expect((await pulse.release()).ok).toBe(false);
    expect(relay.log).toEqual([]);
  });

  it('is ended at once when the connection ends, and answers', async () => {
    const relay = board();
    const { clock, pulse } = pulseOf(relay);
    const result = pulse.release();
    await clock.move(100);
    expect(relay.on).toBe(true);
    pulse.stop();
    expect(await result).toMatchObject({ ok: false, error: { code: 'DEVICE_UNPLUGGED' } });
    expect([relay.on, relay.log]).toEqual([false, ['outlive', 'on', 'let go']]);
    expect(await pulse.release()).toMatchObject({ ok: false, error: { code: 'DEVICE_UNPLUGGED' } });
  });
});

describe('making safe', () => {
  it('switches off what is on, and touches nothing that is off', async () => {
    const relay = board();
    const { pulse } = pulseOf(relay);
    expect(await pulse.makeSafe()).toEqual(ok(false));
    expect(relay.log).toEqual([]);
    relay.on = true;
    expect(await pulse.makeSafe()).toEqual(ok(true));
    expect([relay.on, relay.log]).toEqual([false, ['off']]);
  });
});
