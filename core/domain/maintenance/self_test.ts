/** What a person must do for a step. */
export type SelfTestAct =
  | 'NONE'
  | 'LAY_SPECIMEN'
  | 'SCAN_CODE'
  | 'PUT_FINGER'
  | 'LAY_CHIP'
  | 'LOOK_AT_LIGHT'
  | 'WATCH_GATE';
export type StepResult = 'NOT_PERFORMED' | 'RUNNING' | 'PASSED' | 'FAILED' | 'SKIPPED' | 'NOT_SUPPORTED';

/** One step: what is expected stands beside what was measured, both as short technical text without traveller data. */
export interface SelfTestStep<Kind extends string = string> {
  readonly id: string;
  readonly device: string | null;
  readonly kind: Kind | null;
  readonly driver: string | null;
  /** `lane.devices`, `lane.clock`, `device.questions`, a driver's own step, or a guided act such as `guide.specimen`. */
  readonly step: string;
  readonly act: SelfTestAct;
  readonly expected: string;
  readonly measured: string | null;
  readonly result: StepResult;
  readonly reason: string | null;
}

export interface SelfTest<Kind extends string = string> {
  readonly id: string;
  readonly by: string;
  readonly startedAt: number;
  readonly phase: 'RUNNING' | 'FINISHED' | 'STOPPED' | 'SIGNED';
  /** The step under way, or the failed one that waits for a person. */
  readonly current: string | null;
  /** When the current step gives up by itself. */
  readonly until: number | null;
  readonly steps: readonly SelfTestStep<Kind>[];
  readonly signed: { readonly by: string; readonly at: number; readonly hash: string } | null;
}

/** What came of one step. */
export interface StepOutcome {
  readonly result: 'PASSED' | 'FAILED' | 'NOT_SUPPORTED';
  readonly measured: string | null;
  readonly reason: string | null;
}

function changed<K extends string>(
  test: SelfTest<K>,
  id: string,
  change: Partial<Pick<SelfTestStep, 'result' | 'measured' | 'reason'>>,
): readonly SelfTestStep<K>[] {
  return test.steps.map((step) => (step.id === id ? { ...step, ...change } : step));
}

export function beginSelfTest<K extends string>(
  facts: Pick<SelfTest<K>, 'id' | 'by' | 'startedAt' | 'steps'>,
): SelfTest<K> {
  return { ...facts, phase: 'RUNNING', current: null, until: null, signed: null };
}

/** The first step that nobody has begun; null when there is none. */
export function nextStep<K extends string>(test: SelfTest<K>): SelfTestStep<K> | null {
  return test.steps.find(({ result }) => result === 'NOT_PERFORMED') ?? null;
}

export function startStep<K extends string>(test: SelfTest<K>, id: string, until: number): SelfTest<K> {
  const steps = changed(test, id, { result: 'RUNNING', measured: null, reason: null });
  return { ...test, current: id, until, steps };
}

/** The result of the step under way; it stays the current one, so that a failed one can be repeated. */
export function finishStep<K extends string>(test: SelfTest<K>, id: string, outcome: StepOutcome): SelfTest<K> {
  return { ...test, until: null, steps: changed(test, id, outcome) };
}

/** Sets what a driver answered in the place of the step that asked it. */
export function replaceStep<K extends string>(
  test: SelfTest<K>,
  id: string,
  answers: readonly SelfTestStep<K>[],
): SelfTest<K> {
  const steps = test.steps.flatMap((step) => (step.id === id ? answers : [step]));
  return { ...test, current: null, until: null, steps };
}

/** Leaves a step out, with the reason. One that failed stays failed: leaving it out makes nothing good. */
export function skipStep<K extends string>(test: SelfTest<K>, id: string, reason: string): SelfTest<K> {
  const failed = test.steps.some((step) => step.id === id && step.result === 'FAILED');
  const steps = changed(test, id, failed ? { reason } : { result: 'SKIPPED', measured: null, reason });
  return { ...test, current: null, until: null, steps };
}

export function finishTest<K extends string>(test: SelfTest<K>): SelfTest<K> {
  return { ...test, phase: 'FINISHED', current: null, until: null };
}

/** Broken off: the step under way was not performed. */
export function stopTest<K extends string>(test: SelfTest<K>): SelfTest<K> {
  const steps = test.steps.map(
    (step): SelfTestStep<K> => (step.result === 'RUNNING' ? { ...step, result: 'NOT_PERFORMED' } : step),
  );
  return { ...test, phase: 'STOPPED', current: null, until: null, steps };
}

export interface SelfTestVerdict {
  /** Every step passed or does not apply here; a skipped one is not good. */
  readonly good: boolean;
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly notPerformed: number;
  readonly notSupported: number;
}

export function verdictOf({ steps }: Pick<SelfTest, 'steps'>): SelfTestVerdict {
  const count = (...wanted: StepResult[]): number => steps.filter(({ result }) => wanted.includes(result)).length;
  const [failed, skipped, notPerformed] = [count('FAILED'), count('SKIPPED'), count('NOT_PERFORMED', 'RUNNING')];
  const passed = count('PASSED');
  const good = passed > 0 && failed + skipped + notPerformed === 0;
  return { good, passed, failed, skipped, notPerformed, notSupported: count('NOT_SUPPORTED') };
}
