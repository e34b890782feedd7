import { describe, expect, it } from 'vitest';
import { document, fresh, run, started } from '../../testing/clearance_states.ts';
import type { ClearanceEvent } from './clearance.ts';
import { type Given, NO_FACTS, type PresentedVisa, type TravelFacts } from './travel_facts.ts';
import { laidAside, statedFor, whatLiesThere } from './whose_facts.ts';

const given = <T>(value: T): Given<T> => ({ value, source: 'OFFICER', at: 1, by: '0412' });
const visa: PresentedVisa = {
  ...{ kind: 'VISA', number: 'V1', symbol: 'DL', validFrom: '2026-11-01', validTo: '2027-01-01', entries: 'single' },
  ...{ usedEntries: 0, lastUsed: null, gateListed: null, forged: false, holderMatches: true },
};
const stated: TravelFacts = {
  ...NO_FACTS,
  purpose: given('work'),
  documentKind: given('simplified-passport' as const),
  documentDamaged: given(true),
  documentIssued: given('2022-01-15'),
  handled: given('BB 21'),
  stayUntil: given('2026-12-30'),
  companions: [
    given({
      relation: 'mother' as const,
      nationality: 'FRA',
      birthDate: '1970-01-01',
      proof: true,
      name: 'A',
      documentNumber: null,
    }),
  ],
  visas: [given(visa)],
};
const misread = { ...document, number: '12A834567', valid: false };
const another = { ...document, number: 'X1', surname: 'AUTRE', birthDate: '1980-01-01' };

describe('stated facts when the document is read again', () => {
  it('all stay with the same document, however often it is read', () => {
    expect(statedFor(stated, { ...document, valid: false }, document)).toEqual(stated);
    expect(laidAside(stated, stated)).toEqual([]);
  });

  it('of a number that was misread, or a second passport, what was said of the person stays', () => {
    expect(whatLiesThere(misread, document)).toBe('SAME_PERSON');
    const kept = statedFor(stated, misread, document);
    const { purpose, stayUntil, companions } = stated;
    expect(kept).toEqual({ ...NO_FACTS, purpose, stayUntil, companions });
    expect(laidAside(stated, kept)).toEqual(['visas', 'documentIssued', 'documentDamaged', 'documentKind', 'handled']);
  });

  it('nothing passes to a document that names somebody else, or that cannot be known to name the same', () => {
    expect(statedFor(stated, misread, another)).toEqual(NO_FACTS);
    expect(statedFor(stated, { ...misread, birthDate: '' }, document)).toEqual(NO_FACTS);
    expect(statedFor(stated, { ...misread, birthDate: '' }, { ...document, birthDate: '' })).toEqual(NO_FACTS);
  });

  it('in a clearance: the next traveller has neither the facts nor the met demands of the last', () => {
    const facts: ClearanceEvent = { type: 'FACTS_KNOWN', facts: stated, by: '0412', at: 2 };
    const asked: ClearanceEvent = {
      type: 'POSTURE_RAISED',
      postures: ['ELEVATED'],
      mandatory: [],
      demands: [{ demand: 'EXTRA_QUESTION', met: null }],
      at: 2,
    };
    const met: ClearanceEvent = { type: 'DEMAND_MET', demand: 'EXTRA_QUESTION', by: '0412', second: null, at: 3 };
    const first = run(started(fresh(misread)), facts, asked, met);
    expect(first.clearance.demands).toMatchObject([{ met: { by: '0412' } }]);
    const next = run(first, { type: 'DOCUMENT_READ_AGAIN', document: another, at: 5 });
    expect(next.clearance).toMatchObject({ travel: NO_FACTS, demands: [{ demand: 'EXTRA_QUESTION', met: null }] });
    const same = run(first, { type: 'DOCUMENT_READ_AGAIN', document, at: 5 });
    expect(same.clearance).toMatchObject({ travel: { purpose: stated.purpose }, demands: [{ met: { by: '0412' } }] });
  });
});
