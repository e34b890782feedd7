import type { Technician } from '../use_technician.ts';
import type { PageActs } from './act.ts';
import { simulateAct } from './overview_acts.ts';

/** F8 asks an unknown port, F9 adds by hand, F12 adds what was found. */
export function discoverActs(technician: Technician): PageActs {
  const { view, discovery, setDialog, show } = technician;
  const { chosen } = discovery;
  const probeWhy =
    chosen === null ? 'NO_PORT' : view.service.open ? 'LANE_OPEN' : chosen.usedBy !== null ? 'IN_USE' : null;
  const addWhy = chosen === null ? 'NO_PORT' : chosen.usedBy !== null ? 'IN_USE' : null;
  return {
    own: { ...simulateAct(technician), open: false, detail: { id: 'tech.closed.CHOOSE_DEVICE' } },
    decisions: [
      {
        key: 'F8',
        label: { id: 'tech.probe' },
        detail: { id: probeWhy === null ? 'tech.probe.detail' : `tech.closed.${probeWhy}` },
        open: probeWhy === null,
        testId: 'probe',
        run: discovery.probe,
      },
      {
        key: 'F9',
        label: { id: 'tech.addByHand' },
        detail: { id: 'tech.addByHand.detail' },
        open: true,
        testId: 'add-by-hand',
        run: () => {
          setDialog('addByHand');
        },
      },
      {
        key: 'F12',
        label: { id: 'tech.add' },
        detail: { id: addWhy === null ? 'tech.add.detail' : `tech.closed.${addWhy}` },
        open: addWhy === null,
        testId: 'add-found',
        run: () => setDialog('add'),
      },
    ],
    keys: [back(() => show('devices'))],
    subject: null,
  };
}

/** Esc: one level back. */
export const back = (run: () => void): PageActs['keys'][number] => ({
  key: 'Escape',
  label: { id: 'dialog.back' },
  detail: { id: 'dialog.back' },
  open: true,
  testId: 'back',
  run,
});
