import { describe, expect, it } from 'vitest';
import {
  beginSelfTest,
  finishStep,
  nextStep,
  replaceStep,
  type SelfTestStep,
  skipStep,
  startStep,
  stopTest,
  verdictOf,
} from './self_test.ts';
import { judgeSpecimen } from './specimen.ts';

const step = (id: string): SelfTestStep => ({
  ...{ id, device: null, kind: null, driver: null, step: id, act: 'NONE', expected: 'yes' },
  ...{ measured: null, result: 'NOT_PERFORMED', reason: null },
});
const test = beginSelfTest({ id: 't', by: '0901', startedAt: 1, steps: ['a', 'b'].map(step) });
const passed = { result: 'PASSED', measured: 'yes', reason: null } as const;

describe('a self test', () => {
  it('goes from step to step, and is good when every one passed', () => {
    expect(nextStep(test)?.id).toBe('a');
    const one = finishStep(startStep(test, 'a', 9), 'a', passed);
    expect(nextStep(one)?.id).toBe('b');
    const both = finishStep(startStep(one, 'b', 9), 'b', passed);
    expect(nextStep(both)).toBeNull();
    expect(verdictOf(both)).toMatchObject({ good: true, passed: 2 });
  });

  it('is not good with a skipped step, and a failed step that is left stays failed', () => {
    const one = finishStep(startStep(test, 'a', 9), 'a', passed);
    const skipped = skipStep(startStep(one, 'b', 9), 'b', 'no specimen here');
    expect(skipped.steps[1]).toMatchObject({ result: 'SKIPPED', reason: 'no specimen here' });
    expect(verdictOf(skipped)).toMatchObject({ good: false, skipped: 1 });
    const failed = finishStep(startStep(one, 'b', 9), 'b', { result: 'FAILED', measured: 'no', reason: 'X' });
    const left = skipStep(failed, 'b', 'known since May');
    expect(left.steps[1]).toMatchObject({ result: 'FAILED', reason: 'known since May', measured: 'no' });
    expect(verdictOf(left)).toMatchObject({ good: false, failed: 1 });
  });

  it("takes a driver's answers in, and is not good when nothing was performed", () => {
    const answers = ['a/1', 'a/2'].map((id): SelfTestStep => ({ ...step(id), result: 'PASSED' }));
    const replaced = replaceStep(startStep(test, 'a', 9), 'a', answers);
    expect(replaced.steps.map(({ id }) => id)).toEqual(['a/1', 'a/2', 'b']);
    const stopped = stopTest(startStep(replaced, 'b', 9));
    expect(stopped.steps[2]?.result).toBe('NOT_PERFORMED');
    expect(verdictOf(stopped).good).toBe(false);
    expect(verdictOf({ steps: [] }).good).toBe(false);
  });
});

describe('a specimen', () => {
  const anna = ['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C36UTO7408122F1204159ZE184226B<<<<<10'];
  it.each([
    ['the specimen of Doc 9303-4', anna, 'PASSED', null],
    [
      'a specimen with a wrong check digit',
      [anna[0] ?? '', (anna[1] ?? '').replace('C36', 'C35')],
      'FAILED',
      'CHECK_DIGITS',
    ],
    ["a person's passport", anna.map((line) => line.replaceAll('UTO', 'VNM')), 'FAILED', 'NOT_A_SPECIMEN'],
    [
      'a Utopian of another nationality',
      [anna[0] ?? '', (anna[1] ?? '').replace('UTO', 'VNM')],
      'FAILED',
      'NOT_A_SPECIMEN',
    ],
    ['noise', ['AB', 'CD'], 'FAILED', 'UNREADABLE'],
  ])('%s', (_what, lines, result, reason) => {
    const outcome = judgeSpecimen(lines, '2026-11-22');
    expect(outcome).toMatchObject({ result, reason });
    expect(JSON.stringify(outcome)).not.toMatch(/ERIKSSON|L898902|7408/);
  });
});
