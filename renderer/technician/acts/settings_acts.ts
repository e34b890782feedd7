import type { Technician } from '../use_technician.ts';
import type { Act, PageActs } from './act.ts';
import { back } from './discover_acts.ts';
import { simulateAct } from './overview_acts.ts';

/** Why the draft cannot be tried, or null. */
function whyNotTry({ view, draft }: Technician) {
  if (view.clearanceOpen) return 'CLEARANCE_OPEN';
  if (Object.keys(draft.wrong).length > 0) return 'FIELD_WRONG';
  return draft.changed ? null : 'NOTHING_CHANGED';
}

/** F8 30 s more, F9 try or Esc roll back, F12 keep. Rolling back needs no reason and waits for nothing. */
export function settingsActs(technician: Technician): PageActs {
  const { view, draft, commands, show } = technician;
  const { call, run } = commands;
  const { trial } = view;
  const why = whyNotTry(technician);
  const start: Act = {
    key: 'F9',
    label: { id: 'tech.try' },
    detail: { id: why === null ? 'tech.try.detail' : `tech.closed.${why}` },
    open: why === null,
    testId: 'try-settings',
    run: () => {
      void run(call.trySettings({ devices: [...draft.devices] }), 'tech.doing.try');
    },
  };
  const rollBack: Act = {
    key: 'Escape',
    cap: 'Esc',
    label: { id: 'tech.rollBack' },
    detail: { id: 'tech.rollBack.detail' },
    open: true,
    testId: 'roll-back',
    run: () => {
      void run(call.rollBackTrial(), 'tech.doing.rollBack');
    },
  };
  const extendable = trial !== null && !trial.extended;
  const keepable = trial !== null && trial.waitingFor === null;
  return {
    own: simulateAct(technician),
    decisions: [
      {
        key: 'F8',
        label: { id: 'tech.extend' },
        detail: {
          id: extendable ? 'tech.extend.detail' : trial === null ? 'tech.closed.NO_TRIAL' : 'tech.closed.EXTENDED',
        },
        open: extendable,
        testId: 'extend-trial',
        run: () => {
          void run(call.extendTrial());
        },
      },
      trial === null ? start : rollBack,
      {
        key: 'F12',
        label: { id: 'tech.keep' },
        detail: {
          id:
            trial === null
              ? 'tech.closed.NO_TRIAL'
              : keepable
                ? 'tech.keep.detail'
                : `tech.waiting.${trial.waitingFor ?? 'NOT_HEARD'}`,
        },
        open: keepable,
        testId: 'keep-settings',
        run: () => {
          void run(call.keepTrial()).then((answer) => {
            if (answer !== null) draft.forget();
          });
        },
      },
    ],
    keys: trial === null ? [back(() => show('devices'))] : [],
    subject: trial?.id ?? null,
  };
}
