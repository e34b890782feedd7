import type { DeviceProblemCode, DeviceState } from '../../core/ports/device.ts';
import { type Model, nameOf } from './models.ts';
import { type LayPlug, pause, type Rig, startReadyRig, until, WORKING_AGAIN_MS } from './rig.ts';
import { prove, WAYS_TO_FAIL, type WayToFail } from './ways_to_fail.ts';

/** What became of one model in one way of failing. */
export interface Outcome {
  readonly driver: string;
  readonly via: string;
  readonly fault: string;
  /** The state it came to, and how long that took from the beginning of the failure. */
  readonly state: DeviceState | null;
  readonly problem: DeviceProblemCode | null;
  readonly ms: number;
  /** From the mending of the failure to a proof that it works. */
  readonly backMs: number | null;
  /** Null when all went as it must. */
  readonly wrong: string | null;
}

/** So many models fail side by side: most of it is waiting. */
const SIDE_BY_SIDE = 6;

/** Puts every model through every way of failing; one rig a model, a fresh one after an outcome that is wrong. */
export async function runMatrix(models: readonly Model[], layPlug?: LayPlug): Promise<Outcome[]> {
  const left = [...models];
  const outcomes: Outcome[] = [];
  const worker = async (): Promise<void> => {
    for (let model = left.shift(); model !== undefined; model = left.shift()) {
      outcomes.push(...(await runModel(model, layPlug)));
    }
  };
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, worker));
  return outcomes;
}

async function runModel(model: Model, layPlug: LayPlug | undefined): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  let rig: Rig | null = null;
  for (const way of WAYS_TO_FAIL) {
    try {
      rig ??= await startReadyRig(model.driver, model.options, layPlug);
    } catch (error) {
      const nothing = { state: null, problem: null, ms: 0, backMs: null, via: 'none' };
      outcomes.push({ ...nothing, driver: nameOf(model), fault: way.name, wrong: `never ready: ${error}` });
      continue;
    }
    if (way.concerns?.(model, rig) === false) continue;
    const outcome = await runOne(rig, model, way);
    outcomes.push(outcome);
    if (outcome.wrong === null) continue;
    await rig.close();
    rig = null;
  }
  await rig?.close();
  return outcomes;
}

async function runOne(rig: Rig, model: Model, way: WayToFail): Promise<Outcome> {
  const from = performance.now();
  const reached = { state: null as DeviceState | null, problem: null as DeviceProblemCode | null, ms: 0 };
  let backMs: number | null = null;
  let wrong: string | null = null;
  try {
    await way.befall(rig, model);
    const { state, problem } = rig.health();
    Object.assign(reached, { state, problem: problem?.code ?? null, ms: Math.round(performance.now() - from) });
    if (reached.ms > (way.noticedMs ?? Number.POSITIVE_INFINITY)) throw new Error(`noticed after ${reached.ms} ms`);
    const mended = performance.now();
    await way.mend(rig);
    await until('it is ready again', () => rig.health().state === 'ready', 2 * WORKING_AGAIN_MS);
    // What was under way when it was mended may still fail; soon after nothing may.
    const limit = performance.now() + WORKING_AGAIN_MS;
    while (!(await prove(rig, model, WORKING_AGAIN_MS))) {
      if (performance.now() > limit) throw new Error('it does not work again');
      await pause(50);
    }
    backMs = Math.round(performance.now() - mended);
  } catch (error) {
    const { state, problem } = rig.health();
    wrong = `${error instanceof Error ? error.message : error} (${state} ${problem?.code ?? ''} ${problem?.detail ?? ''})`;
  }
  return { driver: nameOf(model), via: rig.plug.via, fault: way.name, ...reached, backMs, wrong };
}
