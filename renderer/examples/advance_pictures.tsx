import type { AdvanceView } from '../../contract/advance_view.ts';
import type { BoothView } from '../../contract/session.ts';
import { type AdvanceOpening, AdvanceScreen } from '../advance/advance_screen.tsx';
import { ANY_FLIGHT } from '../advance/flight_question.ts';
import { ADVANCE, COUNT_WRONG, DONE, FILES, FLIGHTS, PEOPLE, TAKING } from './advance_views.ts';
import { LOCKED, NOW, REST } from './base_views.ts';
import type { DeskPictures } from './desk_picture.ts';

const me: NonNullable<BoothView['signedIn']> = {
  ...REST.officer,
  number: '0301',
  displayName: 'Trần Văn Thử',
  roles: ['supervisor'],
};
const ONLINE: BoothView = { ...LOCKED, signedIn: me };
const OFFLINE: BoothView = { ...ONLINE, connection: { state: 'OFFLINE', since: NOW - 6_720_000 } };

const picture =
  (changed: Partial<AdvanceView> | null = {}, opening: AdvanceOpening = {}, booth = ONLINE): DeskPictures[string] =>
  (client) => (
    <AdvanceScreen
      booth={booth}
      me={me}
      client={client}
      close={() => {}}
      view={changed === null ? null : { ...ADVANCE, ...changed }}
      question={ANY_FLIGHT}
      onAsk={() => {}}
      opening={opening}
    />
  );

const EMPTY: Partial<AdvanceView> = {
  copies: ADVANCE.copies.map((one) => ({ ...one, records: 0, asOf: null, last: null })),
  centre: false,
  listed: 0,
  total: 0,
  flights: [],
};
const nobody = { ...PEOPLE, total: 0, people: [] };
const over = FLIGHTS.map((one) => ({ ...one, over: true }));

/** What the states of advance_states.ts show. */
export const ADVANCE_PICTURES: DeskPictures = {
  'advance-loading': picture(null),
  'advance-flights': picture({}, { flight: 2 }),
  'advance-officer': picture(
    { mayBring: false, maySeePeople: false, copies: ADVANCE.copies.map((one) => ({ ...one, last: null })) },
    { flight: 3 },
  ),
  'advance-no-airport': picture(
    {
      airport: null,
      flights: FLIGHTS.slice(0, 3).map((one) => ({ ...one, from: null, arrives: null, direction: null })),
    },
    { flight: 1 },
  ),
  'advance-none': picture(EMPTY),
  'advance-none-found': picture({ total: 0, flights: [] }),
  'advance-problem': picture({ problem: 'STORE_DAMAGED', copies: [], flights: [], total: 0, listed: 0 }),
  'advance-offline': picture({}, {}, OFFLINE),
  'advance-people': picture({}, { tab: 'people', flight: 1, people: PEOPLE }),
  'advance-people-reading': picture({}, { tab: 'people', flight: 1 }),
  'advance-people-over': picture(
    { flights: over },
    {
      tab: 'people',
      flight: 1,
      people: { ...PEOPLE, people: PEOPLE.people.map((one, place) => (place % 3 ? one : { ...one, cameAt: NOW })) },
    },
  ),
  'advance-people-none': picture({}, { tab: 'people', flight: 1, people: nobody }),
  'advance-files': picture({}, { tab: 'files', files: FILES, file: 'XZ417_20261122.edi' }),
  'advance-files-none': picture({}, { tab: 'files', files: [] }),
  'advance-form': picture({}, { tab: 'files', files: FILES, file: FILES[1]?.name ?? '', asking: true }),
  'advance-taking': picture({ taking: TAKING }, { flight: 1 }),
  'advance-done': picture({ taking: DONE }, { flight: 1 }),
  'advance-failed': picture({ taking: { ...TAKING, phase: 'FAILED', problem: COUNT_WRONG } }),
  'advance-cancelled': picture({
    taking: {
      ...TAKING,
      phase: 'CANCELLED',
      problem: { fault: 'CANCELLED', unit: null, place: null, word: 'ADVANCE_CANCELLED' },
    },
  }),
  'advance-refused': picture({ taking: TAKING }),
};
