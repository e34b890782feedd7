import { describe, expect, it } from 'vitest';
import { sourceFiles } from './source_files.ts';

/** Time, randomness and output that the domain must not reach for; ports bring them. */
const IMPURE = [
  /\bDate\.now\b/,
  /\bnew Date\(\s*\)/,
  /\bMath\.random\b/,
  /\bperformance\.now\b/,
  /\bsetTimeout\b/,
  /\bconsole\./,
  /\bprocess\./,
  /\bfetch\(/,
];

function impurities(text: string): string[] {
  return IMPURE.filter((pattern) => pattern.test(text)).map(String);
}

describe('the domain', () => {
  it('finds each planted impurity', () => {
    const planted = [
      'Date.now()',
      'new Date()',
      'Math.random()',
      'performance.now()',
      'setTimeout(f)',
      'console.log(1)',
      'process.env',
      'fetch(url)',
    ];
    for (const line of planted) expect(impurities(line), line).toHaveLength(1);
  });

  const files = sourceFiles(['core/domain']);
  it('is there to be read', () => expect(files.length).toBeGreaterThan(30));
  it.each(files)('$path takes no time, chance or output of its own', ({ text }) =>
    expect(impurities(text)).toEqual([]),
  );
});

/** A file that does more than one thing grows; tables of codes may be long. */
const LIMIT = 300;

describe('files', () => {
  const files = sourceFiles(['core', 'contract', 'native', 'server', 'electron', 'cli', 'renderer', 'tests'], true);
  it.each(files.filter(({ text }) => text.split('\n').length > LIMIT))(
    `$path has at most ${LIMIT} lines`,
    ({ text }) => {
      expect(text.split('\n').length).toBeLessThanOrEqual(LIMIT);
    },
  );
  it('have no drawer for everything', () => {
    const drawers = files.filter(({ path }) => /(^|\/)(utils?|helpers?|common|misc|manager)s?(\/|\.ts|_)/.test(path));
    expect(drawers.map(({ path }) => path)).toEqual([]);
  });
});
