import { describe, expect, test } from 'vitest';
import { f1 } from './counts.ts';
import { scriptFigures } from './cross_script.ts';
import { groupFigures, screenAll } from './listed_persons.ts';
import { allPairs, comparePairs } from './name_pairs.ts';
import { arabicWords, publishedNames, wholeNames, wordsOf } from './published_data.ts';

/** Floors a little below docs/accuracy.md: accuracy cannot fall without being seen. `npm run accuracy` measures everything. */
const FLOORS = {
  allPairs: 0.81,
  ranking: 0.82,
  screeningRecall: 0.95,
  alarmsInAThousandStrangers: 1,
} as const;

/** The share of words whose Latin partner is among the ten nearest, by script. */
const AMONG_TEN: Readonly<Record<string, number>> = {
  russian: 0.78,
  arabic: 0.82,
  hebrew: 0.8,
  korean: 0.55,
  katakana: 0.7,
  chinese: 0.45,
};

if (publishedNames) {
  describe('accuracy on published names', () => {
    const { groups, boothThreshold, peerThreshold } = comparePairs(allPairs());
    const thresholds = { booth: boothThreshold, peer: peerThreshold };

    test('pairs of names: not below the floor', () => {
      const all = groups.at(-1);
      expect(all?.group).toBe('all');
      expect(all?.booth.ranking).toBeGreaterThanOrEqual(FLOORS.ranking);
      expect(all && f1(all.booth.counts)).toBeGreaterThanOrEqual(FLOORS.allPairs);
    });

    test.each(groups.filter((group) => group.pairs >= 30))('$group: better than Jaro-Winkler', ({ booth, peer }) => {
      expect(booth.ranking).toBeGreaterThan(peer.ranking);
      expect(f1(booth.counts)).toBeGreaterThan(f1(peer.counts));
    });

    test('a listed person is found, also as a damaged query; invented strangers are not', () => {
      const figures = screenAll(25);
      const { sought, boothFound, boothAlarms } = groupFigures(figures, null);
      expect(sought).toBe(1366);
      expect(boothFound / sought).toBeGreaterThanOrEqual(FLOORS.screeningRecall);
      const strangers = [...figures.strangers.values()].reduce((sum, some) => sum + some, 0);
      expect((1000 * boothAlarms) / strangers).toBeLessThanOrEqual(FLOORS.alarmsInAThousandStrangers);
    }, 60_000);

    test.each(Object.entries(AMONG_TEN))('%s names are found by their Latin form', (script, floor) => {
      const { amongTen, words } = scriptFigures(script, wordsOf(script), 29, thresholds);
      expect(words).toBeGreaterThan(200);
      expect(amongTen / words).toBeGreaterThanOrEqual(floor);
    });

    test('Arabic words of the second source, and whole names in ten scripts', () => {
      const arabic = scriptFigures('arabic', arabicWords(), 5, thresholds);
      expect(arabic.amongTen / arabic.words).toBeGreaterThanOrEqual(0.76);
      const whole = scriptFigures('whole', wholeNames(), 1, thresholds);
      expect(whole.alike).toBeGreaterThanOrEqual(15);
      expect(whole.peerAlike).toBe(0);
    });
  });
} else {
  test('NOT RUN: published names (BOOTH_DATA) are absent', () => {
    expect(publishedNames).toBe(false);
  });
}
