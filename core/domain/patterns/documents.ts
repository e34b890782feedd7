import type { IndicatorFound } from './indicator.ts';
import type { Candidate, Neighbourhood } from './neighbourhood.ts';
import type { Sighting } from './sighting.ts';

const OTHER_DOCUMENT = 'OTHER_DOCUMENT' as const;

/** A new passport is taken into use once and the old one never again: that is common and weak. */
const TAKEN_INTO_USE = 0.2;
/** An older document came back, or two were used in turn: both are kept in use. */
const IN_TURN = 0.9;

/**
 * Entered with one document and leaving with another. Where an earlier document came back after a later one, two are in
 * use at a time (citizens' law Art 23(2): one valid paper for each crossing).
 */
export function documentChanged({ seen }: Candidate, { own }: Neighbourhood): IndicatorFound | null {
  const entry = own.find(({ document }) => document !== null);
  if (seen.direction !== 'DEPARTURE' || seen.document === null) return null;
  if (entry === undefined || entry.direction !== 'ARRIVAL' || entry.document === seen.document) return null;
  const cameBack = own.some(({ document }) => document === seen.document);
  const used = new Set(own.flatMap(({ document }) => document ?? []));
  return {
    code: 'DOCUMENT_CHANGED',
    strength: cameBack ? IN_TURN : TAKEN_INTO_USE,
    evidence: own
      .filter(({ document }) => document !== null && document !== seen.document)
      .map(({ crossing }) => ({ crossing, what: OTHER_DOCUMENT })),
    values: { documents: new Set([...used, seen.document]).size },
  };
}

/** Another spelling of one holder has the birth date of the other. */
const sameHolder = (a: Sighting, b: Sighting): boolean =>
  a.person === b.person || (a.birth !== null && a.birth === b.birth && a.nationality === b.nationality);

/** One document, two persons. Strongest where this person came with the other's document before. */
export function documentOfTwo({ seen }: Candidate, { own, ofDocument }: Neighbourhood): IndicatorFound | null {
  const others = ofDocument.filter((one) => !sameHolder(one, seen));
  if (others.length === 0) return null;
  const exchanged = own.some(({ document }) => document !== null && document !== seen.document);
  return {
    code: 'DOCUMENT_OF_TWO',
    strength: exchanged ? 1 : 0.7,
    evidence: others.map(({ crossing }) => ({ crossing, what: 'OTHER_PERSON' })),
    values: { persons: new Set(others.map(({ person }) => person)).size + 1 },
  };
}
