import type { MessageId } from '../../i18n/preferences.tsx';
import { saveFile } from '../../ui/save_file.ts';
import type { Technician } from '../use_technician.ts';
import type { Act, PageActs } from './act.ts';
import { back } from './discover_acts.ts';

const key = (name: string, label: MessageId, testId: string, run: () => void): Act => ({
  key: name,
  label: { id: label },
  detail: { id: label },
  open: true,
  testId,
  run,
});

/** F5: begins or ends a recording of this device. */
function recordAct({ view, device, commands }: Technician): Act {
  const running = view.recordings.find((one) => one.device === device?.name && one.endedAt === null);
  // A recording begins with a new connection, which no open case must lose its reader for.
  const waits = device === null ? 'NO_DEVICE' : running === undefined && view.clearanceOpen ? 'CLEARANCE_OPEN' : null;
  return {
    key: 'F5',
    label: { id: running === undefined ? 'tech.tile.record' : 'tech.tile.stop' },
    detail: { id: waits === null ? 'tech.record.detail' : `tech.closed.${waits}` },
    open: waits === null,
    pressed: running !== undefined,
    testId: 'record',
    run: () => {
      if (running !== undefined) void commands.run(commands.call.stopRecording({ recording: running.id }));
      else if (device !== null) void commands.run(commands.call.startRecording({ device: device.name }));
    },
  };
}

/** F8 the covered trace as a file, F9 asks the device, F12 closes. Space pauses, M marks. */
export function wireActs(technician: Technician): PageActs {
  const { device, commands, wire, show, setAsked, setDialog } = technician;
  const { call, run } = commands;
  const detail = (id: MessageId) => ({ id: device === null ? ('tech.closed.NO_DEVICE' as const) : id });
  const about = device === null ? null : { device: device.name };
  return {
    own: recordAct(technician),
    decisions: [
      {
        key: 'F8',
        label: { id: 'tech.wire.export' },
        detail: detail('tech.export.detail'),
        open: about !== null,
        testId: 'export-wire',
        run: () => {
          if (about === null) return;
          void run(call.exportWire(about), 'tech.doing.export').then((file) => {
            if (file !== null) saveFile(file);
          });
        },
      },
      {
        key: 'F9',
        label: { id: 'tech.ask' },
        detail: detail('tech.ask.detail'),
        open: about !== null,
        testId: 'ask-device',
        run: () => {
          if (about === null) return;
          void run(call.askDevice(about), 'tech.doing.ask').then((answer) => {
            if (answer === null) return;
            setAsked(answer);
            setDialog('asked');
          });
        },
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
    keys: [
      back(() => show('devices')),
      key(' ', 'tech.wire.pause', 'pause', wire.togglePause),
      key('m', 'tech.wire.mark', 'mark', () => {
        const marks = wire.entries.filter((entry) => entry.kind === 'mark').length;
        if (about !== null) void run(call.markWire({ ...about, text: `#${marks + 1}` }));
      }),
    ],
    subject: null,
  };
}
