import type { SelfTestStepView, SelfTestView } from '../../contract/technician_view.ts';
import { NOW } from './base_views.ts';

const step = (id: string, changed: Partial<SelfTestStepView>): SelfTestStepView => ({
  id,
  device: null,
  kind: null,
  driver: null,
  step: id,
  act: 'NONE',
  expected: '',
  measured: null,
  result: 'NOT_PERFORMED',
  reason: null,
  ...changed,
});
const PASSED = { result: 'PASSED' } as const;
const STEPS: readonly SelfTestStepView[] = [
  step('lane.devices', { expected: '6 ready', measured: '6 / 6', ...PASSED }),
  step('lane.clock', { expected: '≤ 2 s', measured: '0.1 s', ...PASSED }),
  step('firmware-version', {
    device: 'document-reader',
    driver: 'elyctis-idbox',
    expected: 'an answer',
    measured: 'IDBOX 1.7.2',
    ...PASSED,
  }),
  step('guide.specimen', {
    device: 'document-reader',
    driver: 'elyctis-idbox',
    act: 'LAY_SPECIMEN',
    expected: 'UTO, 5 check digits',
  }),
  step('guide.code', { device: 'scanner', driver: 'access-is', act: 'SCAN_CODE', expected: 'test code' }),
  step('guide.chip', { device: 'chip', driver: 'pcsc', act: 'LAY_CHIP', expected: 'present ≤ 4 s' }),
  step('guide.finger', { device: 'finger', driver: 'zfm', act: 'PUT_FINGER', expected: 'image ≤ 8 s' }),
  step('guide.light.CALL_OFFICER', {
    device: 'light',
    driver: 'patlite',
    act: 'LOOK_AT_LIGHT',
    expected: 'CALL_OFFICER',
  }),
  step('guide.gate', { device: 'gate', driver: 'modbus-gate', act: 'WATCH_GATE', expected: 'open ≤ 1.5 s' }),
];

/** The test while one step waits for its act; what comes before it is done. */
function at(id: string): SelfTestView {
  const place = STEPS.findIndex((one) => one.id === id);
  return {
    id: '9a9d6b1e-4d2c-4a6e-9b55-0a8cf44f0b01',
    by: '0901',
    startedAt: NOW - 90_000,
    phase: 'RUNNING',
    current: id,
    until: NOW + 41_000,
    steps: STEPS.map((one, number) =>
      number < place
        ? { ...one, measured: one.measured ?? 'ok', ...PASSED }
        : number === place
          ? { ...one, result: 'RUNNING' }
          : one,
    ),
    signed: null,
  };
}
const ended = (changed: Readonly<Record<string, Partial<SelfTestStepView>>>): SelfTestView => ({
  ...at('guide.gate'),
  phase: 'FINISHED',
  current: null,
  until: null,
  steps: STEPS.map((one) => ({ ...one, measured: one.measured ?? 'ok', ...PASSED, ...changed[one.id] })),
});

export const RUNNING = {
  questions: at('firmware-version'),
  specimen: at('guide.specimen'),
  code: at('guide.code'),
  chip: at('guide.chip'),
  finger: at('guide.finger'),
  light: at('guide.light.CALL_OFFICER'),
  gate: at('guide.gate'),
};
const FAILED_ACT = at('guide.finger');
/** An act that failed waits for a person. */
export const WAITS_AFTER_FAILURE: SelfTestView = {
  ...FAILED_ACT,
  until: null,
  steps: FAILED_ACT.steps.map((one) =>
    one.id === 'guide.finger' ? { ...one, result: 'FAILED', reason: 'CAPTURE_TIMEOUT' } : one,
  ),
};
export const ALL_PASSED = ended({});
export const PARTLY = ended({
  'guide.code': { result: 'SKIPPED', measured: null, reason: 'Máy quét đang gửi đi sửa, sẽ kiểm lại vào ca sau' },
  'guide.chip': { result: 'NOT_SUPPORTED', measured: null },
});
export const ONE_FAILED = ended({
  'guide.light.CALL_OFFICER': { result: 'FAILED', measured: 'NOT_SEEN_BY_PERSON', reason: 'NOT_SEEN' },
});
export const STOPPED: SelfTestView = { ...at('guide.code'), phase: 'STOPPED', current: null, until: null };
export const SIGNED: SelfTestView = {
  ...PARTLY,
  phase: 'SIGNED',
  signed: { by: '0901', at: NOW, hash: 'b94d27b9934d3e08a52e52d7da7dabfac484efe37a5380ee9088f7ace2efcde9' },
};
