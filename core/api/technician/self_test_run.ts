import { createHash } from 'node:crypto';
import { canonicalJson } from '../../domain/canonical_json.ts';
import {
  beginSelfTest,
  finishStep,
  finishTest,
  nextStep,
  replaceStep,
  type SelfTest,
  type StepOutcome,
  skipStep,
  startStep,
  stopTest,
  verdictOf,
} from '../../domain/maintenance/self_test.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import type { DeviceKind } from '../../ports/device.ts';
import type { DeviceWorkshop } from '../../ports/device_workshop.ts';
import type { LaneDevices } from '../../ports/lane_devices.ts';
import type { StorageProblem } from '../../ports/records.ts';
import { withGuardedGate } from '../guarded_gate.ts';
import type { Lane } from '../lane.ts';
import { asJson, entry } from '../lane_context.ts';
import { ACT_LIMIT_MS, performAct } from './self_test_acts.ts';
import { type LaneStep, laneSteps } from './self_test_steps.ts';

export type SelfTestProblem =
  | {
      readonly code: 'LANE_IN_SERVICE' | 'SELF_TEST_UNDER_WAY' | 'NO_SELF_TEST' | 'SELF_TEST_UNFINISHED';
    }
  | { readonly code: 'STORE_FAILED'; readonly problem: StorageProblem };

export interface SelfTestParts {
  readonly lane: Lane;
  readonly devices: LaneDevices;
  readonly workshop: DeviceWorkshop;
  readonly changed: () => void;
}

/** What a person may do with the step under way. */
type Turn = { readonly turn: 'skip'; readonly reason: string } | { readonly turn: 'repeat' | 'stop' };

/** The step under way as a person can reach it. */
interface Attempt {
  readonly end: AbortController;
  readonly judge: (good: boolean) => void;
  readonly judged: Promise<boolean>;
}

/**
 * The guided self test of a lane that is out of service: one step at a time, each advancing by itself when it passed. A
 * failed act waits for a person, who repeats it or goes on. It lives in memory; what was signed stands in the journal.
 */
export class SelfTestRun {
  readonly #parts: SelfTestParts;
  #test: SelfTest<DeviceKind> | null = null;
  #attempt: Attempt | null = null;
  #takeTurn: ((turn: Turn) => void) | null = null;

  constructor(parts: SelfTestParts) {
    // Looked at when the gate is let go: the lane may have come into service since the step began.
    const closed = () => !parts.lane.memory.service.open;
    this.#parts = { ...parts, devices: withGuardedGate(parts.devices, closed, 'the lane is in service') };
  }

  get view(): SelfTest<DeviceKind> | null {
    return this.#test;
  }

  async start(by: string): Promise<Result<string, SelfTestProblem>> {
    const { lane, devices } = this.#parts;
    if (lane.memory.service.open) return err({ code: 'LANE_IN_SERVICE' });
    if (this.#test?.phase === 'RUNNING') return err({ code: 'SELF_TEST_UNDER_WAY' });
    const id = lane.context.ids.uuid();
    this.#test = beginSelfTest({ id, by, startedAt: lane.context.clock.now(), steps: laneSteps(devices) });
    const written = await this.#journal('SELF_TEST_STARTED', by, { selfTest: id });
    if (!written.ok) {
      this.#test = null;
      return written;
    }
    // A bug in a step ends the test, not the booth.
    void this.#run(id).catch(() => this.#set(id, stopTest));
    this.#parts.changed();
    return ok(id);
  }

  judge(good: boolean): Result<void, SelfTestProblem> {
    if (this.#test?.phase !== 'RUNNING' || this.#attempt === null) return err({ code: 'NO_SELF_TEST' });
    this.#attempt.judge(good);
    return ok(undefined);
  }

  skip(reason: string): Result<void, SelfTestProblem> {
    return this.#turn({ turn: 'skip', reason });
  }

  repeat(): Result<void, SelfTestProblem> {
    return this.#turn({ turn: 'repeat' });
  }

  async stop(by: string): Promise<Result<void, SelfTestProblem>> {
    const test = this.#test;
    if (test?.phase !== 'RUNNING') return err({ code: 'NO_SELF_TEST' });
    this.#test = stopTest(test);
    this.#turn({ turn: 'stop' });
    this.#attempt?.end.abort();
    this.#takeTurn?.({ turn: 'stop' });
    this.#parts.lane.traveller.showLightAgain();
    this.#parts.changed();
    return this.#journal('SELF_TEST_STOPPED', by, { selfTest: test.id, ...verdictOf(this.#test) });
  }

  /** Writes the digest of the whole result into the journal; what is shown afterwards is what was signed. */
  async sign(by: string): Promise<Result<void, SelfTestProblem>> {
    const test = this.#test;
    if (test === null || test.phase === 'STOPPED' || test.phase === 'SIGNED') return err({ code: 'NO_SELF_TEST' });
    if (test.phase !== 'FINISHED') return err({ code: 'SELF_TEST_UNFINISHED' });
    const { clock, settings } = this.#parts.lane.context;
    const { id, startedAt, steps } = test;
    const at = clock.now();
    const said = { id, lane: settings.lane.id, by: test.by, signedBy: by, startedAt, signedAt: at, steps };
    const hash = createHash('sha256').update(canonicalJson(said)).digest('hex');
    const written = await this.#journal('SELF_TEST_SIGNED', by, { selfTest: id, hash, ...verdictOf(test), at });
    if (!written.ok) return written;
    this.#test = { ...test, phase: 'SIGNED', signed: { by, at, hash } };
    this.#parts.changed();
    return ok(undefined);
  }

  async #run(id: string): Promise<void> {
    for (let test = this.#mine(id); test !== null; test = this.#mine(id)) {
      const step = nextStep(test);
      if (step === null) {
        this.#set(id, finishTest);
        this.#parts.lane.traveller.showLightAgain();
        return;
      }
      await this.#step(id, step);
    }
  }

  /** The test of this id while it runs. */
  #mine(id: string): SelfTest<DeviceKind> | null {
    return this.#test?.id === id && this.#test.phase === 'RUNNING' ? this.#test : null;
  }

  #set(id: string, change: (test: SelfTest<DeviceKind>) => SelfTest<DeviceKind>): void {
    const test = this.#mine(id);
    if (test === null) return;
    this.#test = change(test);
    this.#parts.changed();
  }

  async #step(id: string, step: LaneStep): Promise<void> {
    const now = this.#parts.lane.context.clock.now();
    this.#set(id, (test) => startStep(test, step.id, now + ACT_LIMIT_MS));
    const turned = new Promise<Turn>((resolve) => {
      this.#takeTurn = resolve;
    });
    const end = new AbortController();
    const outcome = step.act === 'NONE' ? this.#ask(id, step) : this.#act(step, end);
    const first = await Promise.race([outcome, turned]);
    if ('turn' in first) {
      end.abort();
      await outcome;
      this.#obey(id, step, first);
    } else if (first.result !== 'FAILED' || step.act === 'NONE') {
      this.#set(id, (test) => finishStep(test, step.id, first));
    } else {
      this.#set(id, (test) => finishStep(test, step.id, first));
      this.#obey(id, step, await turned);
    }
  }

  #obey(id: string, step: LaneStep, turn: Turn): void {
    if (turn.turn === 'skip') this.#set(id, (test) => skipStep(test, step.id, turn.reason));
    // Begun anew: the loop finds it as the first that nobody has begun.
    if (turn.turn === 'repeat') {
      this.#set(id, (test) => ({
        ...test,
        steps: test.steps.map((one) => (one.id === step.id ? { ...one, result: 'NOT_PERFORMED', reason: null } : one)),
      }));
    }
  }

  async #act(step: LaneStep, end: AbortController): Promise<StepOutcome> {
    let judge: (good: boolean) => void = () => {};
    const judged = new Promise<boolean>((resolve) => {
      judge = resolve;
    });
    const attempt: Attempt = { end, judge, judged };
    this.#attempt = attempt;
    const { lane, devices } = this.#parts;
    const outcome = await performAct(step, { context: lane.context, devices, signal: end.signal, judged });
    // One that was stopped may end late, when the next test is at its own.
    if (this.#attempt === attempt) this.#attempt = null;
    return outcome;
  }

  /** Steps that the booth answers without a person. */
  async #ask(id: string, step: LaneStep): Promise<StepOutcome> {
    if (step.step === 'lane.devices') return this.#devicesReady();
    if (step.step === 'lane.clock') return this.#clockHolds();
    const answers = await this.#parts.workshop.ask(step.device ?? '');
    if (answers === null) return { result: 'FAILED', measured: null, reason: 'DEVICE_NOT_READY' };
    if (answers.length === 0) return { result: 'NOT_SUPPORTED', measured: 'NOTHING_TO_ASK', reason: null };
    const rows = answers.map(
      ({ step: question, ok: good, detail }): LaneStep => ({
        ...step,
        id: `${step.device ?? ''}/${question}`,
        step: question,
        expected: 'an answer',
        measured: detail,
        result: good ? 'PASSED' : 'FAILED',
        reason: good ? null : 'NO_ANSWER',
      }),
    );
    this.#set(id, (test) => replaceStep(test, step.id, rows));
    return { result: 'PASSED', measured: null, reason: null };
  }

  #devicesReady(): StepOutcome {
    const health = this.#parts.devices.health();
    const ready = health.filter(({ state }) => state === 'ready' || state === 'busy');
    const missing = health.filter((one) => !ready.includes(one)).map(({ name }) => name);
    const all = health.length > 0 && missing.length === 0;
    const measured = `${ready.length} / ${health.length}${missing.length === 0 ? '' : ` – ${missing.join(', ')}`}`;
    return { result: all ? 'PASSED' : 'FAILED', measured, reason: all ? null : 'DEVICE_NOT_READY' };
  }

  async #clockHolds(): Promise<StepOutcome> {
    const { records, clock } = this.#parts.lane.context;
    const size = await records.journalSize();
    const last = size.ok ? await records.exportJournal(Math.max(1, size.value - 1), 5) : size;
    if (!last.ok) return { result: 'FAILED', measured: null, reason: last.error.code };
    const now = clock.now();
    const latest = Math.max(0, ...last.value.map(({ at }) => at));
    const good = now >= latest;
    const measured = `${new Date(now).toISOString()}`;
    return { result: good ? 'PASSED' : 'FAILED', measured, reason: good ? null : 'CLOCK_BEHIND' };
  }

  #turn(turn: Turn): Result<void, SelfTestProblem> {
    if (this.#test === null || (this.#test.phase !== 'RUNNING' && turn.turn !== 'stop')) {
      return err({ code: 'NO_SELF_TEST' });
    }
    this.#takeTurn?.(turn);
    return ok(undefined);
  }

  async #journal(
    event: 'SELF_TEST_STARTED' | 'SELF_TEST_STOPPED' | 'SELF_TEST_SIGNED',
    by: string,
    data: unknown,
  ): Promise<Result<void, SelfTestProblem>> {
    const { context } = this.#parts.lane;
    const written = await context.records.commit({ entries: [entry(context, event, by, null, asJson(data))] });
    return written.ok ? ok(undefined) : err({ code: 'STORE_FAILED', problem: written.error });
  }
}
