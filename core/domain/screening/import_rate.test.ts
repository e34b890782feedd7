import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ImportSample, rateAndTimeLeft, withSample } from './import_rate.ts';

const sample = (at: number, read: number, bytes: number, totalBytes: number | null = 1000): ImportSample => ({
  at,
  read,
  bytes,
  totalBytes,
});

describe('rate and time left', () => {
  test.each([
    ['nothing yet', [], null, null],
    ['one sample', [sample(0, 0, 0)], null, null],
    ['no time between', [sample(5, 0, 0), sample(5, 9, 9)], null, null],
    ['half way', [sample(0, 0, 0), sample(2000, 50, 500)], 25, 2],
    ['nothing moves', [sample(0, 10, 500), sample(1000, 10, 500)], 0, null],
    ['size not known', [sample(0, 0, 0, null), sample(1000, 50, 500, null)], 50, null],
    ['at the end', [sample(0, 0, 0), sample(1000, 50, 1000), sample(2000, 50, 1000)], 25, 0],
    ['read on beyond the known size', [sample(0, 0, 0), sample(1000, 50, 1200)], 50, 0],
  ])('%s', (_what, samples, rowsPerSecond, secondsLeft) => {
    expect(rateAndTimeLeft(samples)).toEqual({ rowsPerSecond, secondsLeft });
  });

  test('only the last ten seconds count, and a long silence is not forgotten', () => {
    let samples: readonly ImportSample[] = [];
    for (let second = 0; second <= 60; second++) {
      const read = second < 30 ? second * 1000 : 30_000 + (second - 30) * 10;
      samples = withSample(samples, sample(second * 1000, read, read, 100_000));
      expect(samples.length).toBeLessThanOrEqual(12);
    }
    expect(rateAndTimeLeft(samples).rowsPerSecond).toBeCloseTo(10);
    samples = withSample(samples, sample(160_000, 30_300, 30_300, 100_000));
    expect(rateAndTimeLeft(samples)).toEqual({ rowsPerSecond: 0, secondsLeft: null });
  });

  test('an even reading ends when it says', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: 2, max: 1e4 }), (rate, seconds) => {
        let samples: readonly ImportSample[] = [];
        for (let at = 0; at < Math.min(seconds, 40); at++) {
          samples = withSample(samples, sample(at * 1000, at * 7, at * rate, seconds * rate));
        }
        const { secondsLeft } = rateAndTimeLeft(samples);
        expect(secondsLeft).toBeCloseTo(seconds - Math.min(seconds, 40) + 1, 3);
      }),
    );
  });
});
