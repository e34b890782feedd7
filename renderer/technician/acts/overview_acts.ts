import { saveFile } from '../../ui/save_file.ts';
import type { DeviceSettings } from '../page.ts';
import type { Technician } from '../use_technician.ts';
import type { Act, PageActs } from './act.ts';

/** Why settings and service must wait, or null. */
const waitsFor = ({ view }: Technician) =>
  view.clearanceOpen ? 'CLEARANCE_OPEN' : view.trial !== null ? 'TRIAL_UNDER_WAY' : null;

/** F5: puts a software device in the chosen one's place for 30 s, or takes it away again. */
export function simulateAct(technician: Technician): Act {
  const { device, draft, commands } = technician;
  const driver = draft.drivers?.find((one) => one.id === device?.driver);
  const waits = waitsFor(technician);
  const why =
    device === null ? 'NO_DEVICE' : (waits ?? (driver !== undefined && !driver.hasSimulator ? 'NO_SIMULATOR' : null));
  const open = why === null && draft.kept !== null && driver !== undefined;
  const swap = (one: DeviceSettings): DeviceSettings =>
    one.name === device?.name ? { ...one, simulated: one.simulated !== true } : one;
  return {
    key: 'F5',
    label: { id: device?.simulated === true ? 'tech.tile.real' : 'tech.tile.simulate' },
    detail: { id: why === null ? 'tech.simulate.detail' : `tech.closed.${why}` },
    open,
    testId: 'simulate',
    run: () => {
      if (draft.kept === null) return;
      const devices = draft.kept.map(swap);
      draft.setAll(devices);
      technician.show('settings');
      void commands.run(commands.call.trySettings({ devices }), 'tech.doing.try');
    },
  };
}

/** Everything about one device that a maker's support may see: state, covered wire, log. */
async function exportPackage({ view, device, commands }: Technician): Promise<void> {
  if (device === null) return;
  const answer = await commands.run(
    Promise.all([commands.call.exportWire({ device: device.name }), commands.call.log({ before: null })]),
    'tech.doing.export',
  );
  if (answer === null) return;
  const [wire, log] = answer;
  const head = { package: 1, madeAt: view.now, version: view.version, lane: view.lane.id, device };
  const lines = [JSON.stringify(head), wire.text.trimEnd(), ...log.map((one) => JSON.stringify({ log: one }))];
  saveFile({ fileName: `errors-${wire.fileName}`, text: `${lines.filter((line) => line !== '').join('\n')}\n` });
}

/** F8 the error package, F9 out of service, F12 back in service. */
export function overviewActs(technician: Technician): PageActs {
  const { view, device, setDialog } = technician;
  const { open } = view.service;
  const waits = waitsFor(technician);
  const notReady = view.devices.filter((one) => !['GOOD', 'SIMULATED', 'DEGRADED'].includes(one.condition)).length;
  const reopenDetail = (): Act['detail'] => {
    if (open) return { id: 'tech.closed.OPEN_ALREADY' };
    if (waits !== null) return { id: `tech.closed.${waits}` };
    return notReady === 0 ? { id: 'tech.reopen.detail' } : { id: 'tech.reopen.notReady', values: { count: notReady } };
  };
  return {
    own: simulateAct(technician),
    decisions: [
      {
        key: 'F8',
        label: { id: 'tech.export' },
        detail: { id: device === null ? 'tech.closed.NO_DEVICE' : 'tech.export.detail' },
        open: device !== null,
        testId: 'export-package',
        run: () => {
          void exportPackage(technician);
        },
      },
      {
        key: 'F9',
        label: { id: 'tech.close' },
        detail: {
          id: open
            ? waits === 'CLEARANCE_OPEN'
              ? 'tech.closed.CLEARANCE_OPEN'
              : 'tech.close.detail'
            : 'tech.closed.CLOSED_ALREADY',
        },
        open: open && waits !== 'CLEARANCE_OPEN',
        testId: 'close-lane',
        run: () => setDialog('close'),
      },
      {
        key: 'F12',
        label: { id: 'tech.reopen' },
        detail: reopenDetail(),
        open: !open && waits === null,
        testId: 'reopen-lane',
        run: () => setDialog('reopen'),
      },
    ],
    keys: [],
    subject: null,
  };
}
