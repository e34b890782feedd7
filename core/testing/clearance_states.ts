import { CHECK_IDS, type CheckId, type CheckOutcome } from '../domain/clearance/check.ts';
import type { ClearanceEvent, DecisionKind, RecordedHit } from '../domain/clearance/clearance.ts';
import { openClearance } from '../domain/clearance/machine.ts';
import { begin, type ClearanceState, step } from '../domain/clearance/step.ts';
import type { DocumentFacts } from '../domain/document/facts.ts';
import type { Verdict } from '../domain/entry/outcome.ts';
import type { Hit } from '../domain/screening/entry.ts';

/** A French passport of an invented traveller. */
export const document: DocumentFacts = {
  format: 'TD3',
  lines: [],
  typedIn: false,
  documentCode: 'P',
  issuer: 'FRA',
  number: '12AB34567',
  surname: 'EXEMPLE',
  givenNames: 'CLAIRE',
  nameTruncated: false,
  nationality: 'FRA',
  birthDate: '1992-06-17',
  age: [34, 34],
  centuryUncertain: false,
  sex: 'F',
  expiryDate: '2032-01-14',
  personalNumber: null,
  citizen: false,
  problems: [],
  checks: {},
  corrections: [],
  valid: true,
};

/** A case just opened. */
export const fresh = (
  change: Partial<DocumentFacts> = {},
  direction: 'ARRIVAL' | 'DEPARTURE' = 'ARRIVAL',
): ClearanceState =>
  begin(
    openClearance({
      id: 'c1',
      recordNumber: 'A07-000001',
      lane: 'A07',
      direction,
      openedAt: 0,
      document: { ...document, ...change },
    }),
  );

/** A check that ends well, but for what is changed. */
export const passed = (check: CheckId, change: Partial<CheckOutcome> = {}): ClearanceEvent => ({
  type: 'CHECK_FINISHED',
  at: 9,
  outcome: {
    check,
    result: 'PASSED',
    reason: null,
    severity: 'NONE',
    source: 'LOCAL',
    dataVersion: null,
    durationMs: 1,
    ...change,
  },
});

export const decide = (kind: DecisionKind): ClearanceEvent => ({
  type: 'DECIDE',
  decision: { kind, reasons: [], at: 10, by: '0412', offline: false },
});

/** A list entry that answered. */
export function hit(strongDifferences: number, name = 'wanted/W-1'): RecordedHit {
  const found: Hit = {
    entry: { id: 'W-1', names: [{ full: 'CLAIRE EXEMPLE' }] },
    list: 'wanted',
    listKind: 'WANTED',
    listVersion: '1',
    matchClass: 'POSSIBLE',
    score: 71,
    threshold: 65,
    why: [],
  };
  return {
    hit: found,
    name,
    listAsOf: 0,
    entryDigest: 'd',
    strongDifferences,
    exclusion: null,
    answer: null,
    answeredBy: null,
    confirmedBy: null,
  };
}

/** The law's answer with this verdict. */
export const lawSays = (verdict: Partial<Verdict>): ClearanceEvent => ({
  type: 'LAW_ANSWERED',
  at: 9,
  answer: {
    facts: {
      direction: 'departure',
      date: '2026-11-22',
      person: { nationality: 'FRA' },
      document: { kind: 'ordinary-passport' },
    },
    verdict: { outcome: 'clear', legalBasis: [], reasons: [], ruleIds: [], ...verdict },
    explanation: {
      bases: [],
      stay: null,
      overstay: null,
      pairing: { state: 'FIRST', since: null, documentChanged: false, identityChanged: false, usedTwice: false },
      company: 'NOT_NEEDED',
      decisive: verdict.missingFacts ?? [],
      apartFromOverstay: verdict.outcome === 'overstay-procedure' ? 'clear' : (verdict.outcome ?? 'clear'),
    },
    rules: { version: 'test', signedBy: null },
    at: 9,
    durationMs: 1,
  },
});

export const said = { by: { number: '0412', roles: ['officer'] }, second: null } as const;

export const run = (state: ClearanceState, ...events: ClearanceEvent[]): ClearanceState =>
  events.reduce((at, event) => step(at, event).state, state);
export const started = (state: ClearanceState) => run(state, { type: 'START_CHECKS', at: 1 });
export const allPassed = CHECK_IDS.map((check) => passed(check));
