import type { Declaration, Expectation, Flight, Given, Movement, TravelFacts } from '../clearance/travel_facts.ts';
import { fold, foldNumber } from '../screening/fold.ts';
import {
  type CardRecord,
  type DeclarationRecord,
  flightNumber,
  type ListedFlight,
  type Passenger,
  type VisaRecord,
} from './advance.ts';
import { declaredFellows, groupOf, namedIn, personsOf } from './declared_group.ts';
import { fellows } from './fellows.ts';
import { cardOf } from './known_cards.ts';
import { type AgedVisa, type OwnEntry, visasOf } from './known_visas.ts';
import { differingFields, isOf, type Traveller } from './same_holder.ts';

/** Everything that answered about one journey. */
export interface Heard {
  readonly person: Traveller;
  readonly direction: 'ARRIVAL' | 'DEPARTURE';
  /** YYYY-MM-DD at the gate. */
  readonly day: string;
  /** Wall time, ms. */
  readonly now: number;
  readonly visas: readonly AgedVisa[];
  readonly cards: readonly CardRecord[];
  readonly declarations: readonly DeclarationRecord[];
  /** The declaration whose code was shown. */
  readonly shownCode: string | null;
  /** From a boarding pass. */
  readonly pass: Flight | null;
  readonly passengers: readonly { readonly passenger: Passenger; readonly flight: ListedFlight }[];
  /** Whether the flight asked for has a list; null where no flight was asked for. */
  readonly hasList: boolean | null;
  /** Who else is of the booking of the listed passenger. */
  readonly booking: readonly Passenger[];
  readonly movements: readonly Movement[];
  readonly entries: readonly OwnEntry[];
  readonly gateListed: (record: VisaRecord) => boolean | null;
}

type Fellow = TravelFacts['companions'][number]['value'];

type Composed = Pick<TravelFacts, 'visas' | 'movements'> &
  Partial<
    Pick<
      TravelFacts,
      | 'card'
      | 'purpose'
      | 'address'
      | 'flight'
      | 'sponsor'
      | 'phone'
      | 'declaration'
      | 'expected'
      | 'group'
      | 'companions'
    >
  >;

const dayOfFlight = (flight: ListedFlight, direction: Heard['direction']): string =>
  (direction === 'ARRIVAL' ? (flight.arrives ?? flight.departs) : flight.departs).slice(0, 10);

/** The declaration that is meant: the one whose code was shown, whoever it names; else the person's own, the latest filed. */
function declarationOf({ person, declarations, shownCode, day }: Heard): DeclarationRecord | null {
  const plain = (code: string) => code.toUpperCase().replace(/[^A-Z0-9]/g, '');
  const shown = declarations.find(({ code }) => shownCode !== null && plain(code) === plain(shownCode));
  if (shown !== undefined) return shown;
  const own = declarations.filter((one) => one.validTo >= day && personsOf(one).some((holder) => isOf(person, holder)));
  return own.sort((a, b) => b.filedAt - a.filedAt)[0] ?? null;
}

/** The passenger of a list who is this person: by the document, else by name and birth date. Names on lists may be cut. */
export function passengerOf<T extends Pick<Heard['passengers'][number], 'passenger'>>(
  person: Traveller,
  found: readonly T[],
): T | null {
  const mine = found.filter(({ passenger }) => isOf(person, passenger.holder, true));
  const byDocument = mine.find(
    ({ passenger: { holder } }) =>
      holder.documentNumber !== null && !differingFields(person, holder, true).includes('DOCUMENT_NUMBER'),
  );
  return byDocument ?? mine[0] ?? null;
}

function declared(record: DeclarationRecord, person: Traveller): Declaration {
  const { holder: _holder, members: _members, validTo: _validTo, group: _group, ...said } = record;
  return { ...said, differing: differingFields(person, namedIn(record, person)) };
}

/** Whether list and declaration mean one person. */
function isSameFellow(a: Fellow, b: Fellow): boolean {
  if (a.documentNumber !== null && b.documentNumber !== null)
    return foldNumber(a.documentNumber) === foldNumber(b.documentNumber);
  return a.birthDate === b.birthDate && fold(a.name) === fold(b.name);
}

/** What the sources together say of a journey. Nothing here decides anything; what differs is named in its fact. */
export function compose(heard: Heard): Composed {
  const { person, direction, day, now, pass } = heard;
  const given = <T>(value: T, source: Given<T>['source']): Given<T> => ({ value, source, at: now, by: null });
  const visas = visasOf(person, heard.visas, heard.entries, heard.gateListed);
  const declaration = declarationOf(heard);
  const listed = passengerOf(person, heard.passengers);
  const [visa] = visas.filter(({ holderMatches }) => holderMatches === true);

  /** The declaration's word, else the register's. */
  const said = (field: 'purpose' | 'address' | 'sponsor' | 'phone'): Record<string, Given<string>> => {
    const own = declaration?.[field] ?? null;
    if (own !== null) return { [field]: given(own, 'DECLARATION') };
    const registered = visa?.record[field] ?? null;
    return registered === null ? {} : { [field]: given(registered, 'VISA_REGISTER') };
  };
  const flight = (): Given<Flight> | null => {
    if (pass !== null) return given({ ...pass, seat: pass.seat ?? listed?.passenger.seat ?? null }, 'BOARDING_PASS');
    if (listed !== null) {
      const { number } = listed.flight;
      return given(
        { number, day: dayOfFlight(listed.flight, direction), seat: listed.passenger.seat },
        'PASSENGER_LIST',
      );
    }
    const number = flightNumber(declaration?.flight ?? '');
    return number === null ? null : given({ number, day, seat: null }, 'DECLARATION');
  };
  const expected = (): Expectation | null => {
    if (listed !== null) return 'EXPECTED';
    if (heard.hasList === null) return null;
    return heard.hasList ? 'UNEXPECTED' : 'NO_LIST';
  };
  const company = (): Given<string> | null => {
    if (listed?.passenger.locator != null)
      return given(`${listed.flight.number} ${listed.passenger.locator}`, 'PASSENGER_LIST');
    const declared = declaration === null ? null : groupOf(declaration);
    return declared === null ? null : given(declared, 'DECLARATION');
  };
  const known = flight();
  const expectation = expected();
  const group = company();
  const card = cardOf(person, heard.cards, day);
  const booked = fellows(person, heard.booking, day).map((one) => given(one, 'PASSENGER_LIST'));
  const along = (declaration === null ? [] : declaredFellows(declaration, person))
    .filter((one) => !booked.some(({ value }) => isSameFellow(value, one)))
    .map((one) => given(one, 'DECLARATION'));
  return {
    visas: visas.map(({ record: _record, ...presented }) => given(presented, 'VISA_REGISTER')),
    movements: heard.movements,
    companions: [...booked, ...along],
    ...(card === null ? {} : { card: given(card, 'VISA_REGISTER') }),
    ...said('purpose'),
    ...said('address'),
    ...said('sponsor'),
    ...said('phone'),
    ...(declaration === null ? {} : { declaration: given(declared(declaration, person), 'DECLARATION') }),
    ...(known === null ? {} : { flight: known }),
    ...(expectation === null ? {} : { expected: given(expectation, 'PASSENGER_LIST') }),
    ...(group === null ? {} : { group }),
  };
}
