import { expect, it } from 'vitest';
import { ok } from '../../domain/result.ts';
import type { DeviceHealth } from '../../ports/device.ts';
import { type DeviceAnswer, NO_WORKSHOP } from '../../ports/device_workshop.ts';
import type { Gate } from '../../ports/gate.ts';
import { NO_DEVICES } from '../../ports/lane_devices.ts';
import type { SignalLight } from '../../ports/signal_light.ts';
import type { Lane } from '../lane.ts';
import { SelfTestRun } from './self_test_run.ts';

/** A closed lane with a gate and a lamp, whose devices answer questions when the test says so. */
function bench() {
  const service = { open: false };
  let releases = 0;
  let tests = 0;
  const due = new Set<() => void>();
  let answer: (steps: readonly DeviceAnswer[]) => void = () => {};
  let lit: () => void = () => {};
  const health = (kind: DeviceHealth['kind'], name: string) =>
    ({ name, kind, driver: 'x', state: 'ready' }) as unknown as DeviceHealth;
  const gate = {
    name: 'gate',
    health: () => health('GATE', 'gate'),
    inputs: () => null,
    onEvent: () => () => {},
    release: async () => {
      releases += 1;
      return ok(undefined);
    },
    close: async () => {},
  } as Gate;
  const light = {
    name: 'lamp',
    show: () =>
      new Promise((resolve) => {
        lit = () => resolve(ok(undefined));
      }),
  } as unknown as SignalLight;
  const lane = {
    memory: { service },
    traveller: { showLightAgain: () => {} },
    context: {
      clock: {
        now: () => 1,
        monotonic: () => 1,
        after: (_ms: number, run: () => void) => {
          due.add(run);
          return () => due.delete(run);
        },
      },
      ids: {
        uuid: () => {
          tests += 1;
          return `test ${tests}`;
        },
      },
      settings: { lane: { id: 'A07' } },
      records: {
        commit: async () => ok({ lastSeq: 1 }),
        journalSize: async () => ok(1),
        exportJournal: async () => ok([]),
      },
    },
  } as unknown as Lane;
  const of = (kinds: readonly ('GATE' | 'SIGNAL_LIGHT')[]) =>
    new SelfTestRun({
      lane,
      devices: {
        ...NO_DEVICES,
        gate: kinds.includes('GATE') ? gate : null,
        signalLight: kinds.includes('SIGNAL_LIGHT') ? light : null,
        health: () => kinds.map((kind) => health(kind, kind)),
      },
      workshop: {
        ...NO_WORKSHOP,
        ask: () =>
          new Promise((resolve) => {
            answer = resolve;
          }),
      },
      changed: () => {},
    });
  return {
    of,
    service,
    releases: () => releases,
    answers: () => answer([]),
    /** Lets the lamp that is being switched now be lit. */
    lights: () => lit,
    timesOut: () => {
      for (const run of [...due]) run();
    },
    soon: () => new Promise((resolve) => setImmediate(resolve)),
  };
}

const act = (run: SelfTestRun, name: string) => run.view?.steps.find((step) => step.act === name);

it('lets the gate go in a closed lane', async () => {
  const b = bench();
  const run = b.of(['GATE']);
  await run.start('0901');
  await b.soon();
  b.answers();
  await b.soon();
  expect([b.releases(), act(run, 'WATCH_GATE')?.result]).toEqual([1, 'RUNNING']);
});

it('lets no gate go once the lane is in service, however far the test is', async () => {
  const b = bench();
  const run = b.of(['GATE']);
  await run.start('0901');
  await b.soon();
  b.service.open = true;
  b.answers();
  await b.soon();
  expect(b.releases()).toBe(0);
  expect(act(run, 'WATCH_GATE')).toMatchObject({ result: 'FAILED', reason: 'DEVICE_REFUSED' });
});

it('takes the answer of a person although a test that was stopped ends late', async () => {
  const b = bench();
  const run = b.of(['SIGNAL_LIGHT']);
  const switched = async (): Promise<() => void> => {
    await run.start('0901');
    await b.soon();
    b.answers();
    await b.soon();
    return b.lights();
  };
  const late = await switched();
  await run.stop('0901');
  const lit = await switched();
  late();
  await b.soon();
  b.timesOut();
  await b.soon();
  lit();
  await b.soon();
  expect(run.judge(true)).toEqual(ok(undefined));
  await b.soon();
  expect(act(run, 'LOOK_AT_LIGHT')?.result).toBe('PASSED');
});
