import { useState } from 'react';
import type { IncidentBoard } from '../../contract/incident_view.ts';
import type { BoothView } from '../../contract/session.ts';
import { may } from '../../core/domain/access/permissions.ts';
import type { BoothClient } from '../client/booth_client.ts';
import { sentenceOf } from '../client/error_sentence.ts';
import { useBoothClock } from '../client/use_booth_clock.ts';
import { DeskFrame } from '../desk/desk_frame.tsx';
import type { MessageId } from '../i18n/preferences.tsx';
import { usePreferences } from '../i18n/preferences.tsx';
import type { Sentence } from '../i18n/sentence.ts';
import { useText } from '../i18n/text.tsx';
import { Button } from '../ui/button.tsx';
import { KeyCap } from '../ui/key_cap.tsx';
import { boardAttention, incidentAttention } from './attention.ts';
import { BoardZone } from './board_zone.tsx';
import { FactsZone } from './facts_zone.tsx';
import { incidentActs } from './incident_acts.ts';
import { LogZone } from './log_zone.tsx';
import { type IncidentDialog, OpenedDialog } from './opened_dialog.tsx';
import { TasksZone } from './tasks_zone.tsx';
import { useChoice } from './use_choice.ts';
import { useRecordKeys } from './use_record_keys.ts';

const KEYS: readonly (readonly [string, MessageId])[] = [
  ['Ctrl I', 'incident.call'],
  ['Ctrl ↵', 'incident.done'],
  ['F10', 'incident.form.note'],
  ['↑ ↓', 'incident.key.tasks'],
];

/** A10: one incident by its playbook, or the list of them. What is shown is the booth's; only the choice is the page's. */
export function IncidentScreen({
  booth,
  me,
  client,
  board,
  close,
  opening = {},
}: {
  booth: BoothView;
  me: NonNullable<BoothView['signedIn']>;
  client: BoothClient;
  /** Null until the booth has told of it. */
  board: IncidentBoard | null;
  close(): void;
  opening?: { readonly incident?: string; readonly task?: string; readonly dialog?: IncidentDialog };
}) {
  const t = useText();
  const { language } = usePreferences();
  const now = useBoothClock(board?.now ?? booth.now);
  const choice = useChoice(board, opening);
  const [dialog, setDialog] = useState<IncidentDialog | null>(opening.dialog ?? null);
  const [error, setError] = useState<Sentence | null>(null);
  const { incident, chosen, doable } = choice;
  const { timeZone } = booth.lane;
  const leads = choice.open && incident?.leader === me.number;
  const run = (call: Promise<unknown>) => {
    setError(null);
    call.then(
      () => choice.chooseTask(null),
      (problem: unknown) => setError(sentenceOf(problem, timeZone)),
    );
  };
  const done = () => {
    if (doable === null || incident === null) return;
    if (doable.note !== null) setDialog('done');
    else run(client.incident.done({ incident: incident.id, task: doable.id, note: '' }));
  };
  const note = () => {
    if (choice.open) setDialog('note');
  };
  useRecordKeys({ done, note });
  const acts = incidentActs({
    incident,
    t,
    leads,
    mayLead: may(me.roles, 'LEAD_INCIDENT'),
    open: setDialog,
    lead: () => incident !== null && run(client.incident.lead({ incident: incident.id })),
  });
  const frame = {
    booth,
    me,
    client,
    error,
    acts,
    keys: KEYS,
    move: choice.move,
    back: () => {
      if (!choice.toList()) close();
    },
  };
  if (incident === null || board === null) {
    return (
      <DeskFrame {...frame} attention={boardAttention(board)} left={null} context={null}>
        {board !== null && <BoardZone board={board} timeZone={timeZone} onChoose={choice.choose} />}
      </DeskFrame>
    );
  }
  return (
    <>
      <DeskFrame
        {...frame}
        attention={incidentAttention(incident, chosen, { now, timeZone, language })}
        attentionExtra={
          doable !== null && (
            <Button strong onPress={done} testId="task-done" decides>
              {t('incident.done')} <KeyCap>Ctrl ↵</KeyCap>
            </Button>
          )
        }
        left={<FactsZone incident={incident} timeZone={timeZone} />}
        context={
          <LogZone
            incident={incident}
            board={board}
            timeZone={timeZone}
            leads={leads}
            onNote={note}
            onLane={() => run(client.incident.lane({ incident: incident.id, stopped: !incident.laneStopped }))}
            onKind={() => setDialog('kind')}
            onPosture={() => setDialog('posture')}
          />
        }
      >
        <TasksZone
          incident={incident}
          chosen={chosen?.id ?? null}
          next={choice.next?.id ?? null}
          timeZone={timeZone}
          onChoose={choice.chooseTask}
        />
      </DeskFrame>
      {dialog !== null && (
        <OpenedDialog
          dialog={dialog}
          incident={incident}
          board={board}
          task={chosen}
          client={client}
          now={now}
          timeZone={timeZone}
          open={setDialog}
        />
      )}
    </>
  );
}
