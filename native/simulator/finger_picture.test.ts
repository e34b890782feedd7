import { describe, expect, it } from 'vitest';
import { fingerPicture } from './finger_picture.ts';

const WIDTH = 276;
const HEIGHT = 433;

/** How alike two pictures are: 1 the same, 0 nothing in common. */
function likeness(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const mean = (one: ArrayLike<number>) => Array.from(one).reduce((sum, value) => sum + value, 0) / one.length;
  const [meanA, meanB] = [mean(a), mean(b)];
  let [both, onlyA, onlyB] = [0, 0, 0];
  for (let at = 0; at < a.length; at += 1) {
    const [x, y] = [(a[at] ?? 0) - meanA, (b[at] ?? 0) - meanB];
    both += x * y;
    onlyA += x * x;
    onlyB += y * y;
  }
  return both / Math.sqrt(onlyA * onlyB);
}

const SIDE = 156;

/** The middle 8 x 8 mm of a picture of `WIDTH` x `HEIGHT`, where skin always lies. */
function middle(picture: Uint8Array): number[] {
  const [left, top] = [(WIDTH - SIDE) / 2, Math.floor((HEIGHT - SIDE) / 2)];
  return Array.from({ length: SIDE * SIDE }, (_, at) => {
    return picture[(top + Math.floor(at / SIDE)) * WIDTH + left + (at % SIDE)] ?? 0;
  });
}

describe('the picture of an invented finger', () => {
  it('is the same for the same seed, and another finger for another', () => {
    const one = fingerPicture(7, WIDTH, HEIGHT, 500);
    expect(fingerPicture(7, WIDTH, HEIGHT, 500)).toEqual(one);
    const middleOf = (seed: number) => middle(fingerPicture(seed, WIDTH, HEIGHT, 500));
    for (const other of [0, 6, 8, 1_000_000])
      expect(Math.abs(likeness(middleOf(7), middleOf(other)))).toBeLessThan(0.3);
  });

  it('shows the same finger at twice the resolution', () => {
    const coarse = fingerPicture(3, 101, 101, 250);
    const fine = fingerPicture(3, 201, 201, 500);
    const sampled = coarse.map((_, at) => fine[Math.floor(at / 101) * 2 * 201 + (at % 101) * 2] ?? 0);
    expect(likeness(coarse, sampled)).toBeGreaterThan(0.99);
  });

  it('has dark ridges half a millimetre apart on a light ground', () => {
    for (const seed of [1, 2, 3, 4, 5]) {
      const picture = fingerPicture(seed, WIDTH, HEIGHT, 500);
      expect([picture[0], picture[WIDTH - 1], picture.at(-1)]).toEqual([240, 240, 240]);
      const dots = middle(picture);
      expect(dots.filter((dot) => dot < 90).length / dots.length).toBeGreaterThan(0.2);
      expect(dots.filter((dot) => dot > 190).length / dots.length).toBeGreaterThan(0.2);
      // Across the ridges there is one about each 9 dots, with two edges; along them none.
      const changes = dots.filter((dot, at) => at % SIDE > 0 && dot < 140 !== (dots[at - 1] ?? 0) < 140).length;
      const down = dots.filter((dot, at) => at >= SIDE && dot < 140 !== (dots[at - SIDE] ?? 0) < 140).length;
      const perDot = Math.hypot(changes, down) / dots.length;
      expect(perDot).toBeGreaterThan(2 / 14);
      expect(perDot).toBeLessThan(2 / 6);
    }
  });

  it('fills any size', () => {
    expect(fingerPicture(1, 0, 5, 500).length).toBe(0);
    expect(fingerPicture(1, 1, 1, 500).length).toBe(1);
    expect(fingerPicture(1, 192, 256, 508).length).toBe(192 * 256);
  });
});
