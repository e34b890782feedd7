import type { OverstayFileView } from '../../contract/decisions_view.ts';
import type { LaneView } from '../../contract/lane_view.ts';
import type { BoothClient } from '../client/booth_client.ts';
import { DemandList } from './demands/demands.tsx';
import type { DialogName } from './dialogs/dialog_name.ts';
import { JourneyContext } from './law/journey_context.tsx';
import { LawContext } from './law/law_context.tsx';
import { LawPage } from './law/law_page.tsx';
import { OverstayPanel } from './law/overstay_panel.tsx';
import { OverstayProcedure } from './law/overstay_procedure.tsx';
import { OverstaySteps } from './law/overstay_steps.tsx';
import { RefusalPanel } from './law/refusal_panel.tsx';
import type { Commands } from './use_commands.ts';
import type { Selection } from './use_selection.ts';
import type { WorkPage } from './use_work_page.ts';
import { ChecksZone } from './zones/checks_zone.tsx';
import { ContextZone } from './zones/context_zone.tsx';

interface Props {
  readonly lane: LaneView;
  readonly client: BoothClient;
  /** The file of the overstay found in this case, as far as it has gone. */
  readonly overstayFile: OverstayFileView | null;
  readonly clearance: NonNullable<LaneView['clearance']>;
  readonly selection: Selection;
  readonly work: WorkPage;
  readonly commands: Commands;
  onDialog(dialog: DialogName): void;
  onDemand(): void;
}

/** Z4 and Z5 of an open case: the page chosen, and beside it what belongs to that page. */
export function CaseWork(props: Props) {
  const { lane, clearance, selection, work, onDialog } = props;
  return (
    <>
      {work.page === 'LAW' ? (
        <LawPage
          clearance={clearance}
          onState={() => onDialog('facts')}
          onPrint={lane.paper === null ? null : () => onDialog('print')}
        />
      ) : (
        <ChecksZone clearance={clearance} selection={selection} offline={lane.connection.state === 'OFFLINE'} />
      )}
      <Beside {...props} />
    </>
  );
}

function Beside({ lane, client, overstayFile, clearance, work, commands, onDialog, onDemand }: Props) {
  const demands = <DemandList demands={clearance.demands} onMeet={onDemand} />;
  const note = () => onDialog('note');
  const { law } = clearance;
  if (work.proposing)
    return (
      <RefusalPanel
        key={clearance.id}
        clearance={clearance}
        grounds={lane.refusalGrounds}
        error={commands.error}
        sending={false}
        onSend={commands.proposeRefusal}
        onClose={() => work.propose(false)}
      />
    );
  // Offline everything rests on the copies in the booth: their ages stand here, whatever the page.
  if (law === null || lane.connection.state === 'OFFLINE')
    return (
      <ContextZone lane={lane} onNote={note} onStamp={() => onDialog('stamp')}>
        {demands}
      </ContextZone>
    );
  if (work.page === 'LAW' && law.overstay !== null && law.overstay.daysOver > 0)
    return (
      <OverstayPanel overstay={law.overstay}>
        <OverstaySteps law={law} file={overstayFile} />
        <OverstayProcedure key={clearance.id} lane={lane} overstay={law.overstay} file={overstayFile} client={client} />
        {demands}
      </OverstayPanel>
    );
  if (work.page === 'LAW')
    return (
      <JourneyContext clearance={clearance} onNote={note}>
        {demands}
      </JourneyContext>
    );
  return (
    <LawContext
      lane={lane}
      clearance={clearance}
      law={law}
      onNote={note}
      onDestination={(destinationAdmission) => commands.state({ destinationAdmission })}
    >
      {demands}
    </LawContext>
  );
}
