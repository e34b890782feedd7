import type { AdvanceView, CopyView, FlightView, ImportView } from '../../../contract/advance_view.ts';
import { placedFault } from '../../domain/travel/file_fault.ts';
import type { AdvanceSummary, CopiesState, FlightStatus, KeptImport } from '../../ports/advance_data.ts';

/** Rejected rows that the page names one by one. */
const TOLD = 20;

/** Numbers of a file that was taken in; no reader's word in it quotes what stood in the file. */
export function summaryView(summary: AdvanceSummary): NonNullable<ImportView['summary']> {
  const { flights, read, added, changed, removed, rejectedCount, rejected } = summary;
  const counts = { read, added, changed, removed, rejectedCount };
  return { ...counts, flights: flights.length, rejected: rejected.slice(0, TOLD) };
}

const importView = ({ file, form, by, at, problem, summary }: KeptImport): ImportView => ({
  file,
  form,
  by,
  at,
  problem: problem === null ? null : placedFault(problem),
  summary: summary === null ? null : summaryView(summary),
});

/** The copies in their order on the page. `seesImports`: whether who brought what is shown. */
export function copiesView(state: CopiesState, seesImports: boolean): CopyView[] {
  const last = (...forms: readonly KeptImport['form'][]): ImportView | null => {
    const found = seesImports ? state.imports.find(({ form }) => forms.includes(form)) : undefined;
    return found === undefined ? null : importView(found);
  };
  const { passengers, visas, declarations, movements } = state;
  return [
    {
      copy: 'PASSENGERS',
      records: passengers.records,
      asOf: passengers.asOf,
      last: last('passengers-paxlst', 'passengers-json'),
    },
    { copy: 'VISAS', ...visas, last: last('visas') },
    { copy: 'DECLARATIONS', ...declarations, last: last('declarations') },
    { copy: 'CENTRE', ...movements, last: null },
  ];
}

/** Where a flight leads, seen from the airport of this gate. */
function directionOf({ from, to }: FlightStatus['flight'], airport: string | null): FlightView['direction'] {
  if (airport === null) return null;
  if (to === airport) return 'ARRIVAL';
  return from === airport ? 'DEPARTURE' : null;
}

/** A flight as shown. `overBefore`: flights of this minute at the gate (YYYY-MM-DDTHH:MM) and before are over. */
export function flightView(
  { id, flight, passengers, crew, arrived, asOf }: FlightStatus,
  airport: string | null,
  overBefore: string,
): AdvanceView['flights'][number] {
  const direction = directionOf(flight, airport);
  const here = direction === 'DEPARTURE' ? flight.departs : (flight.arrives ?? flight.departs);
  return { id, ...flight, direction, passengers, crew, came: arrived, over: here <= overBefore, asOf };
}
