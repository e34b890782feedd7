import type { Clearance, DecisionKind } from '../clearance/clearance.ts';

/**
 * What a supervisor is told, after the decision, of a person whom a discreet entry knows. It is written within the same
 * durable step as every decision and asks for no step of its own, so that neither time nor numbers tell an officer.
 */
export interface SilentMessage {
  readonly recordNumber: string;
  readonly decidedAt: number;
  readonly decision: DecisionKind;
  readonly entries: readonly {
    readonly name: string;
    readonly list: string;
    readonly authority: string | null;
    readonly score: number;
  }[];
  readonly seen: { readonly by: string; readonly at: number; readonly note: string } | null;
}

/** The message of a decided clearance; null where no discreet entry answered. */
export function silentMessage({ recordNumber, decision, discreet }: Clearance): SilentMessage | null {
  if (decision === null || discreet.length === 0) return null;
  return {
    recordNumber,
    decidedAt: decision.at,
    decision: decision.kind,
    entries: discreet.map(({ name, hit }) => ({
      name,
      list: hit.list,
      authority: hit.entry.authority ?? null,
      score: hit.score,
    })),
    seen: null,
  };
}
