import type { EventId } from '../../domain/audit/events.ts';
import type { OverstayEvent } from '../../domain/overstay/machine.ts';
import type { JournalInput } from '../../ports/records.ts';
import { asJson, entry, type LaneContext } from '../lane_context.ts';
import type { OpenedOverstay } from './decision_file.ts';

const EVENT_OF: Record<OverstayEvent['type'], EventId> = {
  MEASURE: 'OVERSTAY_MEASURED',
  MINUTES: 'OVERSTAY_MINUTED',
  PAYMENT: 'OVERSTAY_PAYMENT',
  CLOSE: 'OVERSTAY_CLOSED',
  END: 'OVERSTAY_ENDED',
  PRINTED: 'FORM_PRINTED',
};

/** The entry of one step of an overstay; the closing one is the clearance's own as long as that is open. */
export function overstayEntries(
  context: LaneContext,
  { file, clearance, state }: OpenedOverstay,
  event: OverstayEvent,
  ofOpenCase: boolean,
): readonly JournalInput[] {
  if (event.type === 'CLOSE') {
    const data = asJson({ file: file.number, settled: state.stage === 'SETTLED' });
    return ofOpenCase ? [] : [entry(context, EVENT_OF.CLOSE, event.by.number, clearance.clearance, data)];
  }
  if (event.type === 'PRINTED') {
    const data = asJson({ file: file.number, ...event.form });
    return [entry(context, EVENT_OF.PRINTED, event.form.by, clearance.clearance, data)];
  }
  if (event.type === 'END') {
    const data = asJson({ file: file.number, reason: event.reason });
    return [entry(context, EVENT_OF.END, event.by.number, clearance.clearance, data)];
  }
  const { type, by, at: _at, ...said } = event;
  return [entry(context, EVENT_OF[type], by.number, clearance.clearance, asJson({ file: file.number, ...said }))];
}
