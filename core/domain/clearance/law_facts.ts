import type { DocumentFacts } from '../document/facts.ts';
import { isDay } from '../entry/calendar.ts';
import { openEntryOf } from '../entry/explain_pairing.ts';
import { type BasisFacts, type DocumentKind, type Facts, FELLOW } from '../entry/facts.ts';
import { inOrder } from '../entry/in_order.ts';
import { type DocumentCodeKind, documentCodeKind } from '../mrz/document_codes.ts';
import { fold, foldIssuer } from '../screening/fold.ts';
import type { Clearance } from './clearance.ts';
import { ordersOf } from './law_orders.ts';
import { visasForLaw } from './law_visas.ts';
import { withPermission } from './permitted_exit.ts';
import type { TravelFacts } from './travel_facts.ts';

/**
 * What a code stands for in the law. Papers in place of a passport are laissez-passer; a code of no travel document is as good
 * as a card, which nobody crosses with.
 */
const KINDS: Readonly<Record<DocumentCodeKind, DocumentKind>> = {
  'ordinary-passport': 'ordinary-passport',
  'diplomatic-passport': 'diplomatic-passport',
  'official-passport': 'official-passport',
  'military-passport': 'official-passport',
  'emergency-passport': 'laissez-passer',
  'single-sheet-passport': 'laissez-passer',
  'refugee-passport': 'laissez-passer',
  'alien-passport': 'laissez-passer',
  'stateless-passport': 'laissez-passer',
  'laissez-passer': 'laissez-passer',
  'passport-card': 'identity-card',
  'crew-member-certificate': 'identity-card',
  'identity-card': 'identity-card',
  visa: 'identity-card',
  unknown: 'identity-card',
};

/** The kind of a document by its code alone; an officer may know better (simplified passports, border passes). */
export function kindOfDocument({ format, documentCode }: Pick<DocumentFacts, 'format' | 'documentCode'>): DocumentKind {
  return format === null ? 'identity-card' : KINDS[documentCodeKind(format, documentCode).kind];
}

/** Words by which people and declarations mean tourism. */
const TOURISM: readonly string[] = [
  'TOURISM',
  'TOURIST',
  'DL',
  'DU LICH',
  'HOLIDAY',
  'LEISURE',
  'VACATION',
  'SIGHTSEEING',
];

const present = <T extends object>(facts: T): T | undefined =>
  Object.values(facts).every((value) => value === undefined) ? undefined : facts;

function documentOf({ document, travel, checks }: Known): Facts['document'] {
  const listed = checks.LOST_REVOKED;
  const revoked =
    typeof listed === 'string' || listed.result === 'UNDETERMINED' ? undefined : listed.result === 'FAILED';
  return {
    kind: travel.documentKind?.value ?? kindOfDocument(document),
    issued: travel.documentIssued?.value,
    expires: isDay(document.expiryDate) ? document.expiryDate : undefined,
    damaged: travel.documentDamaged?.value,
    revoked,
    replacedBy: travel.replacedBy?.value,
    second: secondOf(travel),
  };
}

function secondOf({ secondDocument }: TravelFacts): Facts['document']['second'] {
  if (secondDocument === null) return undefined;
  const { kind, issuer, expires } = secondDocument.value;
  return { kind, issuer: foldIssuer(issuer), expires: expires ?? undefined };
}

function atGateOf({ visaAtGate }: TravelFacts): BasisFacts['atGate'] {
  if (visaAtGate === null) return undefined;
  const { case: ground, reply, symbol, validTo, entries, number } = visaAtGate.value;
  return { case: ground, reply, symbol, validTo, entries, number };
}

function exemptionOf({ zone, purpose, tourProgramme }: TravelFacts): BasisFacts['exemption'] {
  if (zone === null && purpose === null && tourProgramme === null) return undefined;
  const said = purpose === null ? undefined : purpose.value;
  return {
    kind: zone?.value.kind ?? 'unilateral-exemption',
    route: zone?.value.route,
    purpose: said !== undefined && TOURISM.includes(fold(said)) ? 'tourism' : said,
    tourProgramme: tourProgramme?.value,
  };
}

/** The stay that ends today's visit: what an officer was shown, else what was granted at the open entry. */
function stayOf({ direction, travel }: Known, day: string): BasisFacts['stay'] {
  if (direction === 'ARRIVAL') return undefined;
  const until = travel.stayUntil?.value ?? openEntryOf(travel.movements, day)?.stayUntil ?? undefined;
  return until === undefined ? undefined : { until };
}

function basisOf(known: Known, day: string): BasisFacts | undefined {
  const { travel } = known;
  const card = travel.card?.value;
  return present({
    ...visasForLaw(travel, day),
    exemption: exemptionOf(travel),
    card:
      card === undefined
        ? undefined
        : {
            kind: card.kind,
            validTo: card.validTo,
            symbol: card.symbol ?? undefined,
            economies: card.economies ?? undefined,
          },
    atGate: atGateOf(travel),
    stay: stayOf(known, day),
    transit: travel.transit?.value,
    destinationAdmission: travel.destinationAdmission?.value,
    health: travel.health?.value,
    escort: travel.escort?.value,
  });
}

/** Whether somebody who keeps all movements answered; else what is known is only what this booth saw. */
export function historyIsWhole({ sources }: Pick<TravelFacts, 'sources'>): boolean {
  return sources.some(({ source, state }) => source === 'MOVEMENTS' && (state === 'CENTRAL' || state === 'LOCAL'));
}

function historyOf(travel: TravelFacts, day: string): Pick<Facts, 'history' | 'historyPartial'> {
  const whole = historyIsWhole(travel);
  if (!whole && travel.movements.length === 0) return {};
  const history = inOrder(travel.movements, day).map(({ direction, date, sameDocument, documentIssuer }) => ({
    ...{ direction, date },
    ...(sameDocument === undefined ? {} : { sameDocument }),
    ...(documentIssuer === undefined ? {} : { documentIssuer }),
  }));
  return whole ? { history } : { history, historyPartial: true };
}

function companionsOf({ companions, unaccompanied }: TravelFacts): Facts['companions'] {
  // An adult of the same booking is a hint to whom to ask, and neither company nor the lack of it.
  const said = companions.filter(({ value }) => value.relation !== FELLOW);
  if (said.length === 0) return unaccompanied?.value === true ? [] : undefined;
  return said.map(({ value: { relation, nationality, birthDate, proof } }) => ({
    ...{ relation, nationality, birthDate, proof },
  }));
}

type Known = Pick<Clearance, 'id' | 'direction' | 'document' | 'travel' | 'hits' | 'checks'>;

/**
 * Everything a clearance knows, as the law is asked upon it. What is not known is absent, never guessed. `day` is the day at
 * the gate, YYYY-MM-DD. The same clearance and day give the same facts for ever.
 */
export function lawFacts(known: Known, day: string): Facts {
  const { document, travel, direction } = known;
  return {
    id: known.id,
    direction: direction === 'ARRIVAL' ? 'arrival' : 'departure',
    date: day,
    gateKind: travel.gateKind ?? undefined,
    person: {
      nationality: foldIssuer(document.nationality),
      birthDate: isDay(document.birthDate) ? document.birthDate : undefined,
      personalNumber: document.personalNumber ?? undefined,
    },
    document: documentOf(known),
    basis: basisOf(known, day),
    ...historyOf(travel, day),
    orders: withPermission(ordersOf(known), travel.permission?.value ?? null, day),
    companions: companionsOf(travel),
  };
}
