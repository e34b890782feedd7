import type { EventId } from '../../domain/audit/events.ts';
import type { Decision } from '../../domain/clearance/clearance.ts';
import type { RefusalEvent } from '../../domain/refusal/machine.ts';
import { openFile } from '../../domain/second_line/open_file.ts';
import type { CaseFile } from '../../ports/case_files.ts';
import type { RecordStep } from '../../ports/records.ts';
import { crossingOf } from '../crossing_record.ts';
import { asJson, entry, type LaneContext } from '../lane_context.ts';
import type { OpenedRefusal } from './decision_file.ts';

const EVENT_OF: Record<RefusalEvent['type'], EventId> = {
  DECIDE: 'REFUSAL_DECIDED',
  CARRIER_TOLD: 'REFUSAL_CARRIER_TOLD',
  REVERSE: 'REFUSAL_REVERSED',
  PRINTED: 'FORM_PRINTED',
};

/** The file that the second line gets of a person whom the head of unit sends there. */
function secondLineFile(context: LaneContext, { file, clearance }: OpenedRefusal, by: string, at: number): CaseFile {
  const decision: Decision = { kind: 'REFERRED', reasons: ['OFFICER_QUESTION'], by, at, offline: false };
  return {
    id: context.ids.uuid(),
    kind: 'SECOND_LINE',
    number: file.number,
    lane: file.lane,
    openedAt: at,
    closedAt: null,
    clearance: file.clearance,
    state: asJson(openFile(clearance.clearance, decision)),
  };
}

/** What the event's own entry says beside who and when. */
function told(event: RefusalEvent, { file, state }: OpenedRefusal) {
  const common = { file: file.number, ground: state.ground };
  if (event.type === 'PRINTED') return asJson({ file: file.number, ...event.form });
  const { by: _by, at: _at, type: _type, ...said } = event;
  return asJson({ ...common, ...said });
}

/** All that one step of a refusal leaves behind, whole or not at all. `after` is the file as it stands then. */
export function refusalRecords(context: LaneContext, after: OpenedRefusal, event: RefusalEvent): RecordStep {
  const by = event.type === 'PRINTED' ? event.form.by : event.by.number;
  const { clearance } = after.clearance;
  const entries = [entry(context, EVENT_OF[event.type], by, clearance, told(event, after))];
  const refused = event.type === 'DECIDE' && event.answer === 'REFUSE';
  if (!refused && event.type !== 'REVERSE') {
    const referred = event.type === 'DECIDE' && event.answer === 'TO_SECOND_LINE';
    const sent = referred ? [secondLineFile(context, after, by, event.at)] : [];
    return { files: [after.file, ...sent], entries };
  }
  const { recordNumber, decided, reversed } = after.state;
  return {
    files: [after.file],
    entries,
    crossing: crossingOf(context, clearance, refused ? 'REFUSED' : 'REFUSAL_REVERSED', event.at),
    // The centre is told of a refusal before the ordinary records that wait.
    outbox: {
      clearance: clearance.id,
      payload: asJson({ recordNumber, urgent: true, refusal: { decided, reversed } }),
    },
  };
}
