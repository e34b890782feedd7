import { expect, test } from 'vitest';
import * as tests from '../examples/self_test_views.ts';
import { GOOD_ROWS, LANE, ROWS, TRIAL } from '../examples/technician_views.ts';
import { aboutDevices, aboutSelfTest } from './attention.ts';
import { worstOf } from './conditions.ts';

const words = { kind: String, age: (ms: number) => `${ms} ms` };
const head = (view: Partial<typeof LANE>) => aboutDevices({ ...LANE, ...view }, LANE.now, words).head;

test('of the devices the worst is said first, whatever its place', () => {
  expect(worstOf(ROWS)?.name).toBe('scanner');
  expect(head({}).id).toBe('tech.attention.DISCONNECTED');
  const failed = ROWS.map((one) => (one.name === 'light' ? { ...one, condition: 'FAILED' as const } : one));
  expect(head({ devices: failed }).values?.device).toBe('light');
  expect(head({ devices: [...GOOD_ROWS] }).id).toBe('tech.allGood');
  expect(head({ devices: [] }).id).toBe('tech.none');
});

test('a trial stands before a broken device, because it ends by itself', () => {
  expect(head({ trial: TRIAL }).id).toBe('tech.trial');
});

test('what to do is told by the problem, and an unknown problem by its code', () => {
  const detail = (code: string) => {
    const devices = ROWS.map((one) => (one.name === 'scanner' ? { ...one, problem: { code, detail: '' } } : one));
    return aboutDevices({ ...LANE, devices }, LANE.now, words).detail;
  };
  expect(detail('DEVICE_SILENT').id).toBe('tech.problem.DEVICE_SILENT.do');
  expect(detail('DEVICE_MELTED')).toMatchObject({ id: 'tech.problem.OTHER.do', values: { code: 'DEVICE_MELTED' } });
});

test('a self test is all fine only when every step passed', () => {
  const said = (selfTest: typeof LANE.selfTest) => aboutSelfTest({ selfTest, service: LANE.service });
  expect(said(tests.ALL_PASSED)).toMatchObject({ glyph: 'passed', head: { id: 'tech.selftest.passed' } });
  expect(said(tests.PARTLY)).toMatchObject({ glyph: 'to-resolve', head: { values: { skipped: 1, notDone: 1 } } });
  expect(said(tests.SIGNED)).toMatchObject({ glyph: 'to-resolve' });
  expect(said(tests.ONE_FAILED)).toMatchObject({ glyph: 'failed', head: { values: { failed: 1 } } });
  expect(said(tests.STOPPED).glyph).toBe('aborted');
  expect(said(tests.WAITS_AFTER_FAILURE).head.id).toBe('tech.selftest.stepFailed');
});
