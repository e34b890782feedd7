import { describe, expect, it } from 'vitest';
import { runBooth } from './testing/command_line.ts';

/** Runs the command on these lines. */
async function run(args: readonly string[], input: string) {
  const running = runBooth(['entry', ...args]);
  running.child.stdin.end(input);
  return running.ended;
}

const crossing = {
  id: 'a',
  direction: 'arrival',
  date: '2026-11-22',
  person: { nationality: 'JPN', birthDate: '1988-04-12' },
  document: { kind: 'ordinary-passport', expires: '2034-01-09' },
};

describe('booth entry evaluate', () => {
  it('answers each crossing with a line', async () => {
    const lines = [crossing, { ...crossing, id: 'b', person: { nationality: 'IND', birthDate: '1988-04-12' } }];
    const { code, stdout } = await run(['evaluate'], lines.map((line) => JSON.stringify(line)).join('\n'));
    expect(code).toBe(0);
    expect(
      stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toMatchObject([
      { id: 'a', outcome: 'clear', stayUntil: '2027-01-05', ruleIds: ['exemption.res-44-2025'] },
      {
        id: 'b',
        outcome: 'propose-refusal',
        decider: 'HEAD_OF_UNIT',
        reasons: ['LEGAL_NO_VISA'],
        missingFacts: ['basis'],
      },
    ]);
  });

  it.each([
    ['no JSON', '{', 'line 1: is not JSON'],
    [
      'a wrong day',
      JSON.stringify({ ...crossing, date: '2026-02-30' }),
      'line 1: date: a day of the calendar as YYYY-MM-DD',
    ],
    ['a place of its own for a kind of gate', JSON.stringify({ ...crossing, gateKind: 'moon' }), 'line 1: gateKind'],
  ])('refuses %s with one line', async (_what, text, said) => {
    const { code, stdout, stderr } = await run(['evaluate'], text);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(said);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });

  it('says how it is used', async () => {
    expect(await run([], '')).toMatchObject({ code: 2 });
    expect(await run(['evaluate', '/nonexistent/file'], '')).toMatchObject({ code: 2 });
  });
});
