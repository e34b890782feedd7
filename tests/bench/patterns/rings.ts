import type { Invented, Planted, Step } from './journey.ts';
import { AIRPORTS, addressOf, DAY, type Drawing, FAR, phoneOf, YEAR } from './people.ts';

/** Rings of each kind in a million crossings. */
const RINGS = 60;

const documentOf = (who: Invented, which = 0) => `P${who.number}-${which}`;

/** In and out once, with the trouble that rings have: about one member in four is refused, found or overstays. */
function comes(draw: Drawing, who: Invented, from: number, links: Partial<Step>, trouble = 0.25): void {
  const { random, take } = draw;
  const kind = random.chance(trouble) ? random.below(3) : -1;
  const common = {
    who,
    land: false,
    phone: phoneOf(random, who),
    address: addressOf(random, who),
    document: documentOf(who),
    ...links,
  };
  take({
    ...common,
    minute: from,
    departs: false,
    gate: random.pick(AIRPORTS),
    ...(kind === 0 ? { outcome: 'REFUSED' as const } : kind === 1 ? { listed: true } : {}),
  });
  if (kind === 0) return;
  const over = kind === 2 ? { over: 20 } : {};
  take({
    ...common,
    minute: from + (10 + random.below(40)) * DAY,
    departs: true,
    gate: random.pick(AIRPORTS),
    ...over,
  });
}

/** A company on paper that takes in strangers, in waves. */
function sponsorRing(draw: Drawing, ring: number): void {
  const { random, person } = draw;
  const start = random.below(YEAR - 150 * DAY);
  const nationality = random.pick(FAR);
  for (let wave = 0; wave < 2 + random.below(2); wave++)
    for (let one = 0; one < 7 + random.below(10); one++)
      comes(
        draw,
        person(nationality, { planted: 'SPONSOR_RING', ring }),
        start + wave * 40 * DAY + random.below(9 * DAY),
        { sponsor: `shell ${ring}` },
      );
}

/** Strangers of many nationalities who were all given one number, or one house. */
function sharedRing(draw: Drawing, ring: number, planted: Planted, links: Partial<Step>): void {
  const { random, person } = draw;
  const start = random.below(YEAR - 150 * DAY);
  for (let one = 0; one < 8 + random.below(16); one++)
    comes(draw, person(random.pick(FAR), { planted, ring }), start + random.below(120 * DAY), links);
}

/** One who brings small parties again and again, each under one booking. */
function escortedRing(draw: Drawing, ring: number): void {
  const { random, person } = draw;
  const nationality = random.pick(FAR);
  const escort = person(nationality, { planted: 'ESCORTED_RING', ring });
  const start = random.below(YEAR - 150 * DAY);
  for (let party = 0; party < 4 + random.below(4); party++) {
    const from = start + party * 20 * DAY;
    for (let one = 0; one < 3 + random.below(4); one++)
      comes(draw, person(nationality, { planted: 'ESCORTED_RING', ring }), from + one * 2, {
        companions: [escort],
        group: `ring booking ${ring} ${party}`,
      });
    comes(draw, escort, from, { group: `ring booking ${ring} ${party}` }, 0);
  }
}

/** From far, in and out on one day, a few times in two months. */
function courier(draw: Drawing, ring: number): void {
  const { random, person, take } = draw;
  const who = person(random.pick(FAR), { planted: 'COURIER', ring });
  const start = random.below(YEAR - 70 * DAY);
  for (let one = 0; one < 4 + random.below(6); one++) {
    const minute = start + random.below(58) * DAY + 480;
    const common = { who, land: random.chance(0.3), gate: random.pick(AIRPORTS), document: documentOf(who) };
    take({ ...common, minute, departs: false });
    take({ ...common, minute: minute + 200 + random.below(300), departs: true });
  }
}

/** Two who come in as themselves and leave as each other. */
function documentPair(draw: Drawing, ring: number): void {
  const { random, person, take } = draw;
  const [one, other] = [0, 1].map(() => person(random.pick(FAR), { planted: 'DOCUMENT_PAIR', ring })) as [
    Invented,
    Invented,
  ];
  const from = random.below(YEAR - 30 * DAY);
  const gate = random.pick(AIRPORTS);
  for (const who of [one, other])
    take({ who, land: false, gate, minute: from, departs: false, document: documentOf(who) });
  for (const [who, with_] of [
    [one, other],
    [other, one],
  ] as const)
    take({ who, land: false, gate, minute: from + 6 * DAY, departs: true, document: documentOf(with_) });
}

/** One who keeps two documents in use. */
function twoDocuments(draw: Drawing, ring: number): void {
  const { random, person, take } = draw;
  const who = person(random.pick(FAR), { planted: 'TWO_DOCUMENTS', ring });
  const start = random.below(YEAR - 120 * DAY);
  for (let trip = 0; trip < 3; trip++) {
    const minute = start + trip * 35 * DAY;
    const common = { who, land: false, gate: random.pick(AIRPORTS) };
    take({ ...common, minute, departs: false, document: documentOf(who, trip % 2) });
    take({ ...common, minute: minute + 9 * DAY, departs: true, document: documentOf(who, (trip + 1) % 2) });
  }
}

/** One identity that two persons use: at two gates within the hour. */
function twoPlaces(draw: Drawing, ring: number): void {
  const { random, person, take } = draw;
  const who = person(random.pick(FAR), { planted: 'TWO_PLACES', ring });
  const minute = random.below(YEAR - 10 * DAY);
  const common = { who, land: false, document: documentOf(who) };
  take({ ...common, minute, departs: false, gate: AIRPORTS[0] });
  take({ ...common, minute: minute + 20 + random.below(90), departs: true, gate: AIRPORTS[1] });
}

/** An adult who comes with a child, leaves without, and comes with another. */
function childTaker(draw: Drawing, ring: number): void {
  const { random, person, take } = draw;
  const nationality = random.pick(FAR);
  const who = person(nationality, { planted: 'CHILD_TAKER', ring });
  const start = random.below(YEAR - 150 * DAY);
  for (let trip = 0; trip < 3 + random.below(3); trip++) {
    const minute = start + trip * 25 * DAY;
    const child = person(nationality, { child: true });
    const common = { land: false, gate: random.pick(AIRPORTS), minute, departs: false };
    take({ ...common, who, document: documentOf(who) });
    take({ ...common, who: child, document: documentOf(child), companions: [who] });
    take({ ...common, who, document: documentOf(who), minute: minute + 8 * DAY, departs: true });
  }
}

/** Plants rings in proportion to the size of the history. */
export function plant(draw: Drawing, crossings: number): void {
  const count = Math.max(2, Math.round((RINGS * crossings) / 1_000_000));
  for (let ring = 0; ring < count; ring++) {
    sponsorRing(draw, ring);
    sharedRing(draw, ring, 'PHONE_RING', { phone: `ring phone ${ring}` });
    sharedRing(draw, ring, 'HOUSE_RING', { address: `ring house ${ring}` });
    escortedRing(draw, ring);
    courier(draw, ring);
    documentPair(draw, ring);
    twoDocuments(draw, ring);
    twoPlaces(draw, ring);
    childTaker(draw, ring);
  }
}
