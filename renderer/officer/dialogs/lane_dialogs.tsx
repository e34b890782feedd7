import type { HitView } from '../../../contract/hit_view.ts';
import type { LaneView } from '../../../contract/lane_view.ts';
import { UNDO_REASONS } from '../../../core/domain/screening/exclusion.ts';
import type { BoothClient } from '../../client/booth_client.ts';
import { UndoDialog } from '../../hits/undo_dialog.tsx';
import { HelpDialog } from '../../ui/help_dialog.tsx';
import { DemandDialog } from '../demands/demand_dialog.tsx';
import { FactsDialog } from '../facts/facts_dialog.tsx';
import type { Commands } from '../use_commands.ts';
import { DecideRefusalDialog } from './decide_refusal_dialog.tsx';
import type { DialogName } from './dialog_name.ts';
import { LANE_KEYS } from './lane_keys.ts';
import { NoteDialog } from './note_dialog.tsx';
import { PrintDialog } from './print_dialog.tsx';
import { ReasonsDialog } from './reasons_dialog.tsx';
import { SecondPersonDialog } from './second_person_dialog.tsx';
import { StampOrderDialog } from './stamp_order_dialog.tsx';
import { TypeInDialog } from './type_in_dialog.tsx';

/** The one form that lies over the lane, if any; those of a case leave with it. */
export function LaneDialogs({
  dialog,
  lane,
  client,
  commands,
  hit,
  overstayFile,
  onClose,
}: {
  dialog: DialogName | null;
  lane: LaneView;
  client: BoothClient;
  commands: Commands;
  hit: HitView | null;
  /** The file of an overstay found in the open case. */
  overstayFile: string | null;
  onClose(): void;
}) {
  const id = lane.clearance?.id ?? null;
  const { timeZone } = lane.lane;
  if (dialog === 'type-in') return <TypeInDialog client={client} onClose={onClose} />;
  if (dialog === 'stamp') return <StampOrderDialog {...{ client, timeZone, onClose }} />;
  if (dialog === 'help') return <HelpDialog title="help.title" keys={LANE_KEYS} onClose={onClose} />;
  if (dialog === 'decide') {
    const [proposed] = lane.proposals;
    return proposed === undefined ? null : (
      <DecideRefusalDialog key={proposed.file} {...{ client, proposed, timeZone, onClose }} />
    );
  }
  if (dialog === 'print')
    return lane.paper === null ? null : (
      <PrintDialog {...{ client, timeZone, onClose }} paper={lane.paper} file={overstayFile} />
    );
  if (dialog === null || id === null) return null;
  if (dialog === 'note') return <NoteDialog onClose={onClose} onSend={commands.note} />;
  if (dialog === 'refer')
    return <ReasonsDialog onClose={onClose} onSend={commands.refer} onAbandon={commands.abandon} />;
  if (dialog === 'facts' && lane.clearance !== null)
    return <FactsDialog lane={lane} clearance={lane.clearance} client={client} onClose={onClose} />;
  if (dialog === 'demand') return <DemandDialog client={client} clearance={id} timeZone={timeZone} onClose={onClose} />;
  if (hit === null) return null;
  if (dialog === 'undo') {
    return (
      <UndoDialog
        reasons={UNDO_REASONS}
        onClose={onClose}
        onSend={(reason) => commands.undoExclusion(hit.hit, reason)}
      />
    );
  }
  return <SecondPersonDialog client={client} clearance={id} hit={hit} timeZone={timeZone} onClose={onClose} />;
}
