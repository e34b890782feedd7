import { describe, expect, it } from 'vitest';
import { beginTrial, extendTrial, TRIAL_MS, type TrialEvidence, waitingFor } from './trial.ts';

const NOW = 1_000_000;
const trial = beginTrial(
  {
    id: 't',
    by: '0901',
    changes: [],
    tried: [
      { device: 'reader', speaks: true },
      { device: 'lamp', speaks: false },
    ],
  },
  NOW,
);
const sound: TrialEvidence = {
  ...{ device: 'reader', state: 'ready', problem: null, lastFaultAt: null },
  ...{ beats: 2, faults: 0, reads: 0, frames: 4 },
};
const lamp: TrialEvidence = { ...sound, device: 'lamp', beats: 0, frames: 0 };

describe('a trial of settings', () => {
  it('lasts 30 s, and may be prolonged by as much once', () => {
    expect(trial.until - trial.since).toBe(30_000);
    const longer = extendTrial(trial);
    expect(longer).toMatchObject({ until: NOW + 2 * TRIAL_MS, extended: true });
    expect(longer && extendTrial(longer)).toBeNull();
  });

  it.each<[string, readonly TrialEvidence[], string | null]>([
    ['all ready and heard', [sound, lamp], null],
    ['a busy device', [{ ...sound, state: 'busy' }, lamp], null],
    ['a device that is lost', [{ ...sound, state: 'lost' }, lamp], 'DEVICE_NOT_READY'],
    ['a lamp that is absent', [sound, { ...lamp, state: 'absent' }], 'DEVICE_NOT_READY'],
    ['a device that nobody knows of', [lamp], 'DEVICE_NOT_READY'],
    ['a fault just now', [{ ...sound, faults: 1, lastFaultAt: NOW + 6_000 }, lamp], 'FAULTS'],
    ['a fault some time ago', [{ ...sound, faults: 1, lastFaultAt: NOW + 1_000 }, lamp], null],
    ['a reader that never said anything', [{ ...sound, beats: 0, frames: 0 }, lamp], 'NOT_HEARD'],
    ['a one-way reader that read once', [{ ...sound, beats: 0, frames: 0, reads: 1 }, lamp], null],
  ])('%s', (_what, evidence, waiting) => {
    expect(waitingFor(trial, evidence, NOW + 10_000)).toBe(waiting);
  });

  it('that only takes devices away can be kept at once', () => {
    expect(waitingFor({ ...trial, tried: [] }, [], NOW)).toBeNull();
  });
});
