import fc from 'fast-check';
import { expect, test } from 'vitest';
import { forgetSettled } from './forget_settled.ts';

test('however long a lane runs: every open file stays, of the settled ones only the newest of late and what is needed', () => {
  const closings = fc.array(fc.option(fc.nat(1000)), { maxLength: 60 });
  fc.assert(
    fc.property(closings, fc.nat(1000), fc.nat(8), (closed, since, most) => {
      const files = new Map(closed.map((closedAt, n) => [`f${n}`, { file: { id: `f${n}`, closedAt } }]));
      forgetSettled(files, { since, most, needed: ({ file }) => file.id === 'f0' });
      const left = [...files.values()].map(({ file }) => file);
      expect(left.filter(({ closedAt }) => closedAt === null)).toHaveLength(closed.filter((at) => at === null).length);
      const settled = left.filter(({ id, closedAt }) => closedAt !== null && id !== 'f0');
      expect(settled.length).toBeLessThanOrEqual(most);
      for (const { closedAt } of settled) expect(closedAt).toBeGreaterThanOrEqual(since);
      if (closed.length > 0) expect(files.has('f0')).toBe(true);
      const gone = closed.flatMap((at, n) => (at !== null && at >= since && !files.has(`f${n}`) ? [at] : []));
      for (const at of gone) for (const { closedAt } of settled) expect(closedAt).toBeGreaterThanOrEqual(at);
    }),
  );
});
