import type { FlightQuestion } from '../../../contract/advance.ts';
import {
  type AdvanceView,
  type ExpectedPeopleView,
  FLIGHTS_A_PAGE,
  PEOPLE_A_PAGE,
} from '../../../contract/advance_view.ts';
import { may } from '../../domain/access/permissions.ts';
import type { Role } from '../../domain/access/role.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import { addDays } from '../../domain/screening/days.ts';
import type { AdvanceData, ExpectedQuery } from '../../ports/advance_data.ts';
import type { IncomingLists } from '../../ports/incoming_lists.ts';
import { gateAirport } from '../../settings/gate_airport.ts';
import { gateMinute } from '../../settings/gate_day.ts';
import { asJson, dayAtGate, entry, type LaneContext } from '../lane_context.ts';
import { Live } from '../live.ts';
import { AdvanceImport } from './advance_import.ts';
import { copiesView, flightView } from './advance_view.ts';

/** Without a day in the question, flights of so many days before and after today are told of. */
const DAYS_AROUND = 2;
const HOUR_MS = 3_600_000;
/** Flights pass with time alone: so often the page is told anew, ms. */
const TICK_MS = 60_000;

export interface AdvanceDeskParts {
  readonly context: LaneContext;
  readonly advance: AdvanceData;
  readonly incoming: IncomingLists;
  /** Whether the flights and the centre are invented. */
  readonly training: boolean;
}

/** Tells of expected flights and of the copies, and hands out who is expected to those who may see people. */
export class AdvanceDesk {
  readonly #parts: AdvanceDeskParts;
  /** Counts changes: who follows asks for the view anew. */
  readonly live = new Live(0);
  readonly importing: AdvanceImport;
  readonly #unlisten: () => void;
  #cancelTick = () => {};

  constructor(parts: AdvanceDeskParts) {
    this.#parts = parts;
    const { context, advance, incoming } = parts;
    const tell = () => this.live.set(this.live.current + 1);
    this.importing = new AdvanceImport({ context, advance, incoming, tell });
    this.#unlisten = advance.onChange(tell);
    const tick = (): void => {
      tell();
      this.#cancelTick = context.clock.after(TICK_MS, tick);
    };
    this.#cancelTick = context.clock.after(TICK_MS, tick);
  }

  /** What one of these roles sees: flights and copies by numbers; who brought which file only for who may see or bring. */
  async view(question: FlightQuestion, roles: readonly Role[]): Promise<AdvanceView> {
    const { advance, context, training } = this.#parts;
    const airport = gateAirport(context.settings, training);
    const centre = training || context.settings.travel.central !== null;
    const now = context.clock.now();
    const { noShowHours } = context.settings.travel;
    const mayBring = may(roles, 'BRING_ADVANCE_DATA');
    const maySeePeople = may(roles, 'SEE_EXPECTED');
    const { number, day, direction, offset } = question;
    const today = dayAtGate(context);
    const days = { from: day ?? addDays(today, -DAYS_AROUND), to: day ?? addDays(today, DAYS_AROUND) };
    const [copies, found] = await Promise.all([
      advance.copies(),
      advance.flights({ ...days, number, airport, direction, offset, limit: FLIGHTS_A_PAGE }),
    ]);
    const rest = {
      ...{ now, noShowHours, airport, centre, mayBring, maySeePeople, offset },
      taking: mayBring ? this.importing.taking : null,
    };
    if (!copies.ok || !found.ok) {
      const problem = copies.ok ? (found.ok ? null : found.error.code) : copies.error.code;
      return { ...rest, copies: [], listed: 0, total: 0, flights: [], problem };
    }
    const overBefore = gateMinute(now - noShowHours * HOUR_MS, context.settings.lane.timeZone);
    return {
      ...rest,
      copies: copiesView(copies.value, mayBring || maySeePeople),
      listed: copies.value.passengers.flights,
      total: found.value.total,
      flights: found.value.flights.map((one) => flightView(one, airport, overBefore)),
      problem: null,
    };
  }

  /** Who is expected on a flight. That somebody looked is written down first, by numbers alone. */
  async people(
    question: Omit<ExpectedQuery, 'limit'>,
    by: string,
  ): Promise<
    Result<
      ExpectedPeopleView,
      | { readonly code: 'NO_SUCH_FLIGHT' }
      | { readonly code: 'STORE_FAILED'; readonly problem: { readonly code: string } }
    >
  > {
    const { advance, context } = this.#parts;
    const found = await advance.expected({ ...question, limit: PEOPLE_A_PAGE });
    if (!found.ok) return err({ code: 'STORE_FAILED', problem: found.error });
    if (found.value === null) return err({ code: 'NO_SUCH_FLIGHT' });
    const { flight, total, people } = found.value;
    const { who, offset } = question;
    const data = asJson({ flight: flight.number, departs: flight.departs, who, offset, shown: people.length });
    const written = await context.records.commit({ entries: [entry(context, 'EXPECTED_PEOPLE_SEEN', by, null, data)] });
    if (!written.ok) return err({ code: 'STORE_FAILED', problem: written.error });
    return ok({
      number: flight.number,
      at: context.clock.now(),
      total,
      offset,
      people: people.map(({ passenger: { holder, seat, locator }, cameAt }) => {
        const { issuer: _, ...person } = holder;
        return { ...person, seat, locator, cameAt };
      }),
    });
  }

  async stop(): Promise<void> {
    this.#cancelTick();
    this.#unlisten();
    await this.importing.stop();
  }
}
