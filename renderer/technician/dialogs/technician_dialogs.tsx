import { HelpDialog } from '../../ui/help_dialog.tsx';
import type { DeviceSettings } from '../page.ts';
import type { Technician } from '../use_technician.ts';
import { AddDialog } from './add_dialog.tsx';
import { AskedDialog, ProfileDialog, ReplayedDialog } from './answer_dialogs.tsx';
import { ReasonDialog } from './reason_dialog.tsx';

const HELP = [
  ['F2', 'tech.tile.discover'],
  ['F3', 'tech.tile.settings'],
  ['F4', 'tech.tile.wire'],
  ['F5', 'tech.help.F5'],
  ['F6', 'tech.tile.selftest'],
  ['F7', 'tech.tile.log'],
  ['F8', 'tech.help.F8'],
  ['F9', 'tech.help.F9'],
  ['F12', 'tech.help.F12'],
  ['↑ ↓', 'tech.help.arrows'],
  ['Space M', 'tech.help.wire'],
  ['S R 1 2', 'tech.help.selftest'],
  ['Esc', 'help.esc'],
  ['Ctrl L', 'help.ctrlL'],
  ['Ctrl D', 'help.ctrlD'],
] as const;

/** The one form that is open over the window. */
export function TechnicianDialogs({ technician }: { technician: Technician }) {
  const { dialog } = technician;
  const close = () => technician.setDialog(null);
  if (dialog === null) return null;
  if (dialog === 'help') return <HelpDialog title="tech.help.title" keys={HELP} onClose={close} />;
  if (dialog === 'add' || dialog === 'addByHand') return <Add technician={technician} onClose={close} />;
  if (dialog === 'asked' || dialog === 'replayed' || dialog === 'profile') {
    return <Answer technician={technician} onClose={close} />;
  }
  return <Reason technician={technician} dialog={dialog} onClose={close} />;
}

function Add({ technician, onClose }: { technician: Technician; onClose(): void }) {
  const { discovery, draft, dialog } = technician;
  const found = dialog === 'add' ? discovery.chosen : null;
  const add = (device: DeviceSettings) => {
    draft.add(device);
    technician.choose(device.name);
    technician.show('settings');
    onClose();
  };
  return (
    <AddDialog
      found={found}
      answered={found === null ? null : (discovery.probed[found.port]?.driver ?? null)}
      drivers={draft.drivers ?? []}
      taken={draft.devices.map((one) => one.name)}
      onAdd={add}
      onClose={onClose}
    />
  );
}

function Answer({ technician, onClose }: { technician: Technician; onClose(): void }) {
  const { dialog, asked, replayed, profile, device, commands, draft } = technician;
  if (dialog === 'asked' && asked !== null) {
    return <AskedDialog asked={asked} driver={device?.driver ?? ''} onClose={onClose} />;
  }
  if (dialog === 'replayed' && replayed !== null) return <ReplayedDialog replayed={replayed} onClose={onClose} />;
  if (dialog !== 'profile' || profile === null) return null;
  const tryIt = () => {
    draft.setAll(profile.devices);
    void commands.run(commands.call.trySettings({ devices: profile.devices }), 'tech.doing.try');
  };
  return <ProfileDialog profile={profile} onTry={tryIt} onClose={onClose} />;
}

function Reason({
  technician,
  dialog,
  onClose,
}: {
  technician: Technician;
  dialog: 'close' | 'reopen' | 'skip' | 'note';
  onClose(): void;
}) {
  const { commands, log } = technician;
  const { run, call } = commands;
  const send = (reason: string) => {
    if (dialog === 'note') return log.addNote(reason);
    if (dialog === 'skip') void run(call.skipStep({ reason }));
    else void run(call.setService({ open: dialog === 'reopen', reason }));
  };
  return (
    <ReasonDialog
      title={`tech.dialog.${dialog}`}
      explains={`tech.dialog.${dialog}.explains`}
      label={dialog === 'note' ? 'note.text' : 'tech.dialog.reason'}
      send={`tech.dialog.${dialog}.send`}
      onSend={send}
      onClose={onClose}
    />
  );
}
