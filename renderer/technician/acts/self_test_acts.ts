import { saveFile } from '../../ui/save_file.ts';
import type { Technician } from '../use_technician.ts';
import type { Act, PageActs } from './act.ts';
import { back } from './discover_acts.ts';
import { simulateAct } from './overview_acts.ts';

/** Steps that nothing has answered yet. */
export const openSteps = ({ view }: Pick<Technician, 'view'>): number =>
  view.selfTest?.steps.filter((step) => step.result === 'NOT_PERFORMED' || step.result === 'RUNNING').length ?? 0;

/** Acts that only eyes can judge. */
export const isJudged = (act: string | undefined): boolean => act === 'LOOK_AT_LIGHT' || act === 'WATCH_GATE';

const keyOnly = (key: string, open: boolean, testId: string, run: () => void): Act => ({
  key,
  label: { id: 'tech.tile.selftest' },
  detail: { id: 'tech.tile.selftest' },
  open,
  testId,
  run,
});

/** F8 the record as a file, F9 start or Esc stop, F12 sign. S skips with a reason, R repeats, 1 and 2 judge. */
export function selfTestActs(technician: Technician): PageActs {
  const { view, commands, show, setDialog } = technician;
  const { call, run } = commands;
  const test = view.selfTest;
  const running = test?.phase === 'RUNNING';
  const finished = test?.phase === 'FINISHED';
  const over = finished || test?.phase === 'SIGNED';
  const current = test?.steps.find((step) => step.id === test.current);
  const judging = running && current?.result === 'RUNNING' && isJudged(current.act);
  const waits = view.service.open ? 'LANE_OPEN' : view.trial !== null ? 'TRIAL_UNDER_WAY' : null;
  const start: Act = {
    key: 'F9',
    label: { id: 'tech.selftest.start' },
    detail: { id: waits === null ? 'tech.selftest.start.detail' : `tech.closed.${waits}` },
    open: waits === null,
    testId: 'start-self-test',
    run: () => {
      void run(call.startSelfTest());
    },
  };
  const stop: Act = {
    key: 'Escape',
    cap: 'Esc',
    label: { id: 'tech.selftest.stop' },
    detail: { id: 'tech.selftest.stop.detail' },
    open: true,
    testId: 'stop-self-test',
    run: () => {
      void run(call.stopSelfTest());
    },
  };
  const judge = (good: boolean) => {
    void run(call.judgeStep({ good }));
  };
  const signDetail = (): Act['detail'] => {
    if (test?.phase === 'SIGNED') return { id: 'tech.closed.SIGNED' };
    if (finished) return { id: 'tech.sign.detail' };
    return running
      ? { id: 'tech.closed.STEPS_OPEN', values: { count: openSteps(technician) } }
      : { id: 'tech.closed.NO_SELF_TEST' };
  };
  return {
    own: { ...simulateAct(technician), open: false, detail: { id: 'tech.closed.CHOOSE_DEVICE' } },
    decisions: [
      {
        key: 'F8',
        label: { id: 'tech.selftest.export' },
        detail: { id: over ? 'tech.selftest.export.detail' : 'tech.closed.NOT_FINISHED' },
        open: over,
        testId: 'export-self-test',
        run: () => saveFile({ fileName: `self-test-${view.lane.id}.json`, text: `${JSON.stringify(test, null, 2)}\n` }),
      },
      running ? stop : start,
      {
        key: 'F12',
        label: { id: 'tech.sign' },
        detail: signDetail(),
        open: finished,
        testId: 'sign-self-test',
        run: () => {
          void run(call.signSelfTest());
        },
      },
    ],
    keys: [
      ...(running ? [] : [back(() => show('devices'))]),
      keyOnly('s', running, 'skip-key', () => setDialog('skip')),
      keyOnly('r', running, 'repeat-key', () => {
        void run(call.repeatStep());
      }),
      keyOnly('1', judging, 'good-key', () => judge(true)),
      keyOnly('2', judging, 'bad-key', () => judge(false)),
    ],
    subject: test?.id ?? null,
  };
}
