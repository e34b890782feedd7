import type { Invented } from './journey.ts';
import {
  AIRPORTS,
  addressOf,
  commonFirst,
  commonOverstay,
  commonTrouble,
  DAY,
  type Drawing,
  FAR,
  LAND_GATES,
  NEAR,
  phoneOf,
  YEAR,
} from './people.ts';

const documentOf = (who: Invented, which = 0) => `P${who.number}-${which}`;

/** One trip of people who travel together: in, and most of them out again. */
function trip(
  draw: Drawing,
  party: readonly Invented[],
  change: { sponsor?: string; group?: string; stay: number; from: number },
): void {
  const { random, take } = draw;
  const [first] = party;
  if (first === undefined) return;
  const [inAt, outAt] = [random.pick(AIRPORTS), random.pick(AIRPORTS)];
  const links = {
    sponsor: change.sponsor ?? null,
    phone: phoneOf(random, first),
    address: addressOf(random, first),
    group: change.group ?? null,
  };
  const over = commonOverstay(random);
  for (const [place, who] of party.entries()) {
    const trouble = commonTrouble(random);
    const companions = who.birth > '2012' ? [first] : [];
    const spelling = random.chance(0.0005) ? 'other' : undefined;
    const common = { who, land: false, companions, ...links };
    take({
      ...common,
      minute: change.from + place * 2,
      departs: false,
      gate: inAt,
      document: documentOf(who),
      ...trouble,
    });
    if (trouble.outcome !== undefined) continue;
    // A lost passport is replaced abroad; a few children stay with relatives and leave weeks later with the other parent.
    const document = documentOf(who, random.chance(0.003) ? 1 : 0);
    const stays = who.birth > '2012' && random.chance(0.01) ? 40 * DAY : 0;
    const minute = change.from + change.stay + stays + place * 2;
    take({
      ...common,
      minute,
      departs: true,
      gate: outAt,
      document,
      ...over,
      ...(spelling === undefined ? {} : { spelling }),
    });
  }
}

/** Tourists alone, as couples and families, and in groups of an operator. */
function tourists(draw: Drawing): void {
  const { random, person } = draw;
  const nationality = random.chance(0.25) ? 'CHN' : random.pick(FAR);
  const from = random.below(YEAR);
  const stay = (2 + random.below(18)) * DAY + random.below(600);
  const tour = random.chance(0.03);
  const size = tour ? 15 + random.below(15) : 1 + random.below(4);
  const party = Array.from({ length: size }, (_, place) =>
    person(nationality, { child: !tour && place > 1 && random.chance(0.7) }),
  );
  const group = tour || (size > 1 && random.chance(0.5)) ? `booking ${party[0]?.number}` : undefined;
  trip(draw, party, {
    from,
    stay,
    ...(group === undefined ? {} : { group }),
    ...(tour ? { sponsor: `operator ${commonFirst(random, 200)}` } : {}),
  });
  // A connection is missed and the traveller comes back the same day.
  const [first] = party;
  if (first !== undefined && random.chance(0.002)) trip(draw, [first], { from: from + stay + 300, stay: DAY });
}

/** Business travellers of companies of every size, some with people who start there in one month. */
function business(draw: Drawing): void {
  const { random, person } = draw;
  const who = person(random.pick(FAR));
  const sponsor = `company ${commonFirst(random, 5000)}`;
  const trips = 1 + random.below(7);
  for (let one = 0; one < trips; one++)
    trip(draw, [who], {
      from: Math.floor(((one + random.next() * 0.6) / trips) * YEAR),
      stay: (2 + random.below(12)) * DAY,
      sponsor,
    });
}

/** A school year or a building site begins: many first entries on one honest sponsor within weeks. */
function intake(draw: Drawing, place: number): void {
  const { random, person } = draw;
  const start = random.below(YEAR - 60 * DAY);
  const nationality = random.pick(FAR);
  const size = 8 + random.below(50);
  for (let one = 0; one < size; one++)
    trip(draw, [person(random.chance(0.6) ? nationality : random.pick(FAR))], {
      from: start + random.below(20 * DAY),
      stay: 150 * DAY + random.below(60 * DAY),
      sponsor: `school or site ${place}`,
    });
}

/** People of the land border who cross for a market, and a few from far who live there. */
function neighbours(draw: Drawing): void {
  const { random, person, take } = draw;
  const who = person(random.chance(0.985) ? random.pick(NEAR) : random.pick(FAR));
  const days = Math.min(200, 3 + Math.floor(1 / (0.01 + random.next())));
  const gate = random.pick(LAND_GATES);
  for (let one = 0; one < days; one++) {
    const minute = random.below(365) * DAY + 400 + random.below(120);
    const common = { who, gate, land: true, document: documentOf(who) };
    take({ ...common, minute, departs: false, ...commonTrouble(random) });
    take({ ...common, minute: minute + 120 + random.below(360), departs: true });
  }
}

/** Airline crews: the same people together, often in and out on one day. */
function crew(draw: Drawing, place: number): void {
  const { random, person, take } = draw;
  const people = Array.from({ length: 6 }, () => person(random.pick(FAR)));
  for (let one = 0; one < 60; one++) {
    const minute = one * 6 * DAY + random.below(4 * DAY);
    const turn = random.chance(0.5) ? 90 : DAY + 300;
    const gate = random.pick(AIRPORTS);
    for (const who of people) {
      const common = {
        who,
        gate,
        land: false,
        document: documentOf(who),
        sponsor: `airline ${place % 12}`,
        address: `hotel ${place % 7}`,
        group: `crew ${place}-${one}`,
      };
      take({ ...common, minute, departs: false });
      take({ ...common, minute: minute + turn, departs: true });
    }
  }
}

/** Everyone who has nothing to hide, until about so many crossings are drawn. */
export function honest(draw: Drawing, drawn: () => number, crossings: number): void {
  const { random } = draw;
  for (let place = 0; place < crossings / 25_000; place++) intake(draw, place);
  for (let place = 0; place < crossings / 20_000; place++) crew(draw, place);
  while (drawn() < crossings) {
    const kind = random.next();
    if (kind < 0.9) tourists(draw);
    else if (kind < 0.97) business(draw);
    else neighbours(draw);
  }
}
