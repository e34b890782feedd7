import type { SourceAnswer, TravelFacts } from '../domain/clearance/travel_facts.ts';
import type { ScannedCode } from '../domain/travel/scanned_code.ts';

/** The person and document that stand at the desk, for those who know of journeys. */
export interface TravelQuery {
  readonly direction: 'ARRIVAL' | 'DEPARTURE';
  /** YYYY-MM-DD at the gate. */
  readonly day: string;
  readonly documentNumber: string;
  readonly issuer: string;
  readonly nationality: string;
  readonly surname: string;
  readonly givenNames: string;
  readonly nameTruncated: boolean;
  /** YYYY-MM-DD as far as known, or empty. */
  readonly birthDate: string;
  readonly personalNumber: string | null;
}

/** What sources know of this journey; a field that no source knows is absent. */
export type SourcedFacts = Partial<
  Pick<
    TravelFacts,
    | 'visas'
    | 'card'
    | 'purpose'
    | 'address'
    | 'flight'
    | 'sponsor'
    | 'phone'
    | 'declaration'
    | 'expected'
    | 'movements'
    | 'group'
    | 'companions'
  >
> & { readonly sources: readonly SourceAnswer[] };

/** What a scanned or typed code tells of the journey of the one at the desk. */
export interface CodeHeard {
  readonly kind: ScannedCode['kind'];
  /** Whether it led to anything: a flight, a declaration that is known. */
  readonly found: boolean;
}

/** Visas, movements, declarations and passenger lists: the booth's own copies and the centre. */
export interface TravelSources {
  /** Asks all of them at once; each within its own limit. Never fails: a source that does not answer says so in `sources`. */
  ask(query: TravelQuery, online: boolean): Promise<SourcedFacts>;
  /**
   * Ties a scanned code to the one at the desk: whatever is asked of this document from now on knows it. Never fails; a code that
   * says nothing changes nothing.
   */
  hear(text: string, query: TravelQuery, online: boolean): Promise<CodeHeard>;
  /** The one at the desk was decided on: arrived on the flight, a declaration used. */
  stood(query: TravelQuery, at: number): Promise<void>;
  close(): Promise<void>;
}

/** A lane that is told nothing. */
export const NO_SOURCES: TravelSources = {
  ask: async () => ({ sources: [] }),
  hear: async () => ({ kind: 'UNKNOWN', found: false }),
  stood: async () => {},
  close: async () => {},
};
