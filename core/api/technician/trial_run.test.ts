import { beforeEach, describe, expect, it } from 'vitest';
import { err, ok } from '../../domain/result.ts';
import type { Clock } from '../../ports/clock.ts';
import type { DeviceHealth } from '../../ports/device.ts';
import { type DeviceSetting, type DeviceSigns, NO_WORKSHOP } from '../../ports/device_workshop.ts';
import { NO_DEVICES } from '../../ports/lane_devices.ts';
import type { JournalInput } from '../../ports/records.ts';
import type { Lane } from '../lane.ts';
import { TrialRun } from './trial_run.ts';

const OLD: DeviceSetting = { name: 'reader', driver: 'old', options: {} };
const NEW: DeviceSetting = { name: 'reader', driver: 'new', options: {} };

/** A lane whose time goes on only when it is told to, with one device that does what the test says. */
function bench() {
  let now = 1_000_000;
  let wall = 0;
  let due: { at: number; run: () => void }[] = [];
  const clock: Clock = {
    now: () => now + wall,
    monotonic: () => now,
    after: (delayMs, run) => {
      const one = { at: now + delayMs, run };
      due.push(one);
      return () => {
        due = due.filter((other) => other !== one);
      };
    },
  };
  const journal: JournalInput[] = [];
  const state = {
    inService: [OLD] as readonly DeviceSetting[],
    kept: [] as unknown[],
    held: false,
    open: false,
    full: false,
    broken: 'no' as 'no' | 'refuses' | 'throws',
  };
  let signs: DeviceSigns = { beats: 0, faults: 0, reads: 0, frames: 0, lastHeardAt: null, lastFaultAt: null };
  const lane = {
    hold: async () => {
      state.held = !state.open;
      return state.held;
    },
    release: () => {
      state.held = false;
    },
    context: {
      clock,
      ids: { uuid: () => 'trial-1' },
      settings: { lane: { id: 'A07' } },
      records: {
        commit: async ({ entries }: { entries: readonly JournalInput[] }) => {
          journal.push(...entries);
          return ok({ lastSeq: journal.length });
        },
      },
    },
  } as unknown as Lane;
  const health = { name: 'reader', state: 'ready', problem: null } as unknown as DeviceHealth;
  const trial = new TrialRun({
    lane,
    devices: { ...NO_DEVICES, health: () => [health] },
    workshop: {
      ...NO_WORKSHOP,
      settings: () => state.inService,
      signs: () => signs,
      check: (settings) => ok(settings as readonly DeviceSetting[]),
      apply: async (settings) => {
        if (state.broken === 'throws') throw new Error('a bug below');
        if (state.broken === 'refuses') return err({ device: 'reader', path: '', detail: 'not now' });
        state.inService = settings;
        return ok(undefined);
      },
    },
    keep: async (settings) => {
      if (state.full) return err({ code: 'STORE_FULL', detail: '' });
      state.kept.push(settings);
      return ok(undefined);
    },
    changed: () => {},
  });
  return {
    trial,
    state,
    events: () => journal.map(({ event }) => event),
    journal,
    says: (change: Partial<DeviceSigns>) => {
      signs = { ...signs, ...change };
    },
    /** Somebody sets the date. */
    sets: (ms: number) => {
      wall += ms;
    },
    async goes(ms: number): Promise<void> {
      now += ms;
      for (const { at, run } of [...due]) {
        if (at > now) continue;
        due = due.filter((other) => other.at !== at);
        run();
      }
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}

let b: ReturnType<typeof bench>;
beforeEach(() => {
  b = bench();
});

describe('settings on trial', () => {
  it('go back by themselves after 30 s, and not before', async () => {
    expect(await b.trial.try([NEW], '0901')).toEqual({ ok: true, value: 'trial-1' });
    expect([b.state.inService, b.state.held]).toEqual([[NEW], true]);
    await b.goes(29_999);
    expect(b.state.inService).toEqual([NEW]);
    await b.goes(1);
    expect([b.state.inService, b.state.held, b.trial.view()]).toEqual([[OLD], false, null]);
    expect(b.journal.at(-1)).toMatchObject({ event: 'SETTINGS_ROLLED_BACK', actor: 'system', data: { why: 'TIME' } });
    expect(b.state.kept).toEqual([]);
  });

  it('go back after 60 s where they were prolonged once; a second time is refused', async () => {
    await b.trial.try([NEW], '0901');
    await b.goes(20_000);
    expect((await b.trial.extend('0901')).ok).toBe(true);
    expect(await b.trial.extend('0901')).toEqual({ ok: false, error: { code: 'EXTENDED_ALREADY' } });
    await b.goes(39_999);
    expect(b.state.inService).toEqual([NEW]);
    await b.goes(1);
    expect(b.state.inService).toEqual([OLD]);
  });

  it('are kept only when they were heard and quiet, and then nothing goes back', async () => {
    await b.trial.try([NEW], '0901');
    // What the device did before the trial proves nothing; the driver of an unknown kind needs not speak.
    expect(b.trial.view()?.waitingFor).toBeNull();
    b.says({ faults: 1, lastFaultAt: 1_000_000 });
    expect(await b.trial.keep('0901')).toMatchObject({ ok: false, error: { waitingFor: 'FAULTS' } });
    await b.goes(6_000);
    expect((await b.trial.keep('0901')).ok).toBe(true);
    expect([b.state.kept, b.state.held]).toEqual([[[NEW]], false]);
    await b.goes(60_000);
    expect(b.state.inService).toEqual([NEW]);
    expect(b.events()).toEqual(['SETTINGS_TRIED', 'SETTINGS_KEPT']);
  });

  it('that cannot be written down stay on trial and go back', async () => {
    b.state.full = true;
    await b.trial.try([NEW], '0901');
    expect(await b.trial.keep('0901')).toMatchObject({ ok: false, error: { code: 'STORE_FAILED' } });
    expect(b.trial.underWay).toBe(true);
    await b.goes(30_000);
    expect(b.state.inService).toEqual([OLD]);
  });

  it('are refused under an open clearance and beside another trial', async () => {
    b.state.open = true;
    expect(await b.trial.try([NEW], '0901')).toEqual({ ok: false, error: { code: 'CLEARANCE_OPEN' } });
    b.state.open = false;
    await b.trial.try([NEW], '0901');
    expect(await b.trial.try([OLD], '0901')).toEqual({ ok: false, error: { code: 'TRIAL_UNDER_WAY' } });
    expect(b.state.inService).toEqual([NEW]);
  });

  it('are over with the booth, and nobody is asked twice', async () => {
    await b.trial.try([NEW], '0901');
    await b.trial.rollBack('system', 'STOP');
    expect(await b.trial.rollBack('0901', 'PERSON')).toEqual({ ok: false, error: { code: 'NO_TRIAL' } });
    expect(await b.trial.keep('0901')).toEqual({ ok: false, error: { code: 'NO_TRIAL' } });
    expect(b.state.kept).toEqual([]);
  });

  it('last no longer when the date is set back while they are tried', async () => {
    await b.trial.try([NEW], '0901');
    b.sets(-3_600_000);
    expect((await b.trial.extend('0901')).ok).toBe(true);
    await b.goes(60_000);
    expect([b.state.inService, b.state.held]).toEqual([[OLD], false]);
  });

  it.each(['refuses', 'throws'] as const)(
    'that cannot go back (%s) keep the lane shut until they can',
    async (broken) => {
      await b.trial.try([NEW], '0901');
      b.state.broken = broken;
      await b.goes(30_000);
      expect([b.state.inService, b.state.held, b.trial.view()?.id]).toEqual([[NEW], true, 'trial-1']);
      // Their time is over all the same.
      expect(await b.trial.keep('0901')).toEqual({ ok: false, error: { code: 'NO_TRIAL' } });
      expect(await b.trial.extend('0901')).toEqual({ ok: false, error: { code: 'NO_TRIAL' } });
      expect(await b.trial.rollBack('0901', 'PERSON')).toMatchObject({ ok: false, error: { code: 'SETTINGS_WRONG' } });
      b.state.broken = 'no';
      await b.goes(1_000);
      expect([b.state.inService, b.state.held, b.trial.view()]).toEqual([[OLD], false, null]);
    },
  );

  it('that cannot be put in service leave no hold on the lane', async () => {
    b.state.broken = 'throws';
    expect(await b.trial.try([NEW], '0901')).toMatchObject({ ok: false, error: { code: 'SETTINGS_WRONG' } });
    expect([b.state.inService, b.state.held, b.trial.view()]).toEqual([[OLD], false, null]);
  });

  it('do not begin when the booth is ending', async () => {
    await b.trial.try([NEW], '0901');
    const again = b.trial.rollBack('0901', 'PERSON').then(() => b.trial.try([NEW], '0901'));
    await b.trial.stop();
    expect(await again).toEqual({ ok: false, error: { code: 'TRIAL_UNDER_WAY' } });
    expect([b.trial.view(), b.state.held]).toEqual([null, false]);
    expect(await b.trial.try([NEW], '0901')).toEqual({ ok: false, error: { code: 'TRIAL_UNDER_WAY' } });
  });
});
