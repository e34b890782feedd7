import { saveFile } from '../../ui/save_file.ts';
import type { Technician } from '../use_technician.ts';
import type { PageActs } from './act.ts';
import { back } from './discover_acts.ts';
import { simulateAct } from './overview_acts.ts';

/** F8 what stands on the page as a file, F10 a note, F12 closes. */
export function logActs(technician: Technician): PageActs {
  const { log, view, show, setDialog } = technician;
  const some = log.entries !== null && log.entries.length > 0;
  return {
    own: { ...simulateAct(technician), open: false, detail: { id: 'tech.closed.CHOOSE_DEVICE' } },
    decisions: [
      {
        key: 'F8',
        label: { id: 'tech.log.export' },
        detail: { id: some ? 'tech.log.export.detail' : 'tech.closed.LOG_EMPTY' },
        open: some,
        testId: 'export-log',
        run: () => {
          const lines = (log.entries ?? []).map((entry) => `${JSON.stringify(entry)}\n`);
          saveFile({ fileName: `log-${view.lane.id}.jsonl`, text: lines.join('') });
        },
      },
      {
        key: 'F10',
        label: { id: 'tech.note' },
        detail: { id: 'tech.note.detail' },
        open: true,
        testId: 'add-note',
        run: () => setDialog('note'),
      },
      {
        key: 'F12',
        label: { id: 'tech.shut' },
        detail: { id: 'tech.shut.detail' },
        open: true,
        testId: 'close-page',
        run: () => show('devices'),
      },
    ],
    keys: [back(() => show('devices'))],
    subject: null,
  };
}
