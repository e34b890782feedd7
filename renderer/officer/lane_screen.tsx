import { useState } from 'react';
import type { OverstayFileView } from '../../contract/decisions_view.ts';
import type { HitView } from '../../contract/hit_view.ts';
import type { LaneView } from '../../contract/lane_view.ts';
import type { BoothClient } from '../client/booth_client.ts';
import { useText } from '../i18n/text.tsx';
import { FootButton } from '../ui/panel.tsx';
import { useOpenLongEnough } from '../ui/use_open_long_enough.ts';
import { CaseWork } from './case_work.tsx';
import { nextDemand } from './demands/demands.tsx';
import type { DialogName } from './dialogs/dialog_name.ts';
import { LaneDialogs } from './dialogs/lane_dialogs.tsx';
import { useLaneKeys } from './keys/use_lane_keys.ts';
import styles from './lane_screen.module.css';
import { useOverstayFile } from './law/use_overstay_file.ts';
import { useCommands } from './use_commands.ts';
import { useSelection } from './use_selection.ts';
import { useWorkPage } from './use_work_page.ts';
import { AttentionZone } from './zones/attention_zone.tsx';
import { CompareZone } from './zones/compare_zone.tsx';
import { ContextZone } from './zones/context_zone.tsx';
import { DecisionBar } from './zones/decision_bar.tsx';
import { PersonZone } from './zones/person_zone.tsx';
import { RestWork } from './zones/rest_work.tsx';
import { ShiftZone } from './zones/shift_zone.tsx';
import { TopBar } from './zones/top_bar.tsx';

/** The officer's screen: six zones that never move; states change the words and glyphs in them. */
export function LaneScreen({
  lane,
  client,
  dialog: first = null,
  overstayFile: shownFile = null,
}: {
  lane: LaneView;
  client: BoothClient;
  dialog?: DialogName | null;
  /** A file to show in place of the booth's own. */
  overstayFile?: OverstayFileView | null;
}) {
  const [dialog, setDialog] = useState<DialogName | null>(first);
  const t = useText();
  const commands = useCommands(client, lane.clearance?.id ?? null);
  const selection = useSelection(lane.clearance);
  const liveFile = useOverstayFile(client, lane.clearance);
  const work = useWorkPage(lane.clearance);
  const openLongEnough = useOpenLongEnough(lane.clearance?.decisions.clear.open ?? false, lane.clearance?.id ?? null);
  const { clearance } = lane;
  const comparing = clearance !== null && selection.comparing && selection.hit !== null;
  const clear = () => {
    if (openLongEnough()) commands.clear();
  };
  // "Different" that one person may not say alone asks for the second one; everything else is recorded at once.
  const answer = (hit: HitView, said: NonNullable<HitView['answer']>) => {
    if (said === 'DIFFERENT' && hit.secondPerson !== 'NOBODY') setDialog('second');
    else commands.compare(hit.hit, said);
  };
  const papers = () => {
    if (work.page === 'LAW' && !comparing) setDialog('facts');
    else {
      if (comparing) selection.toggleComparing();
      work.show('LAW');
    }
  };
  const meetDemand = () => {
    const demand = nextDemand(clearance?.demands ?? []);
    if (demand === 'SECOND_OFFICER') setDialog('demand');
    else if (demand !== null) commands.meetDemand(demand);
  };
  useLaneKeys({ lane, dialog, setDialog, commands, selection, work, clear, answer, papers, meetDemand });
  const close = () => setDialog(null);
  return (
    <div className={styles.lane} data-comparing={comparing}>
      <TopBar lane={lane} />
      <main className={styles.zones}>
        {clearance === null ? (
          <ShiftZone lane={lane} onLock={commands.lock} />
        ) : (
          <PersonZone lane={lane} clearance={clearance} />
        )}
        <AttentionZone lane={lane} error={commands.error} comparing={comparing} selection={selection} />
        {clearance === null && <RestWork lane={lane} />}
        {clearance !== null && comparing && selection.hit !== null && (
          <CompareZone hit={selection.hit} lane={lane} onAnswer={answer} onUndo={() => setDialog('undo')} />
        )}
        {clearance !== null && !comparing && (
          <CaseWork
            lane={lane}
            client={client}
            overstayFile={shownFile ?? liveFile}
            clearance={clearance}
            selection={selection}
            work={work}
            commands={commands}
            onDialog={setDialog}
            onDemand={meetDemand}
          />
        )}
        {clearance === null && (
          <ContextZone lane={lane} onNote={() => setDialog('note')}>
            {lane.proposals[0] !== undefined && (
              <FootButton
                label={t('refusal.waits', { number: lane.proposals[0].number })}
                cap="F9"
                onPress={() => setDialog('decide')}
              />
            )}
            {lane.paper !== null && (
              <FootButton label={t(`print.${lane.paper.kind}`)} cap="Ctrl P" onPress={() => setDialog('print')} />
            )}
          </ContextZone>
        )}
      </main>
      <DecisionBar
        lane={lane}
        comparing={comparing}
        commands={commands}
        selection={selection}
        work={work}
        onPapers={papers}
        onDialog={setDialog}
        onClear={clear}
      />
      <LaneDialogs
        dialog={dialog}
        lane={lane}
        client={client}
        commands={commands}
        hit={selection.hit}
        overstayFile={liveFile?.id ?? null}
        onClose={close}
      />
    </div>
  );
}
