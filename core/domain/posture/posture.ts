import type { CheckId } from '../clearance/check.ts';

/** How strictly the unit controls (vocabulary E6). */
export const POSTURES = ['NORMAL', 'ELEVATED', 'EVENT', 'EPIDEMIC', 'FALLBACK', 'EVACUATION'] as const;
export type Posture = (typeof POSTURES)[number];

/** What an officer has to do in a clearance, and confirm, beside the checks. */
export const DEMANDS = ['EXTRA_QUESTION', 'EXPERT_CHECK', 'HEALTH_QUESTION', 'SECOND_OFFICER'] as const;
export type DemandId = (typeof DEMANDS)[number];

/** One demand on one clearance; `second` is the other officer of SECOND_OFFICER. */
export interface Demand {
  readonly demand: DemandId;
  readonly met: { readonly at: number; readonly by: string; readonly second: string | null } | null;
}

/** A sentence of a data file, in both languages. */
export interface BothLanguages {
  readonly vi: string;
  readonly en: string;
}

/** What a posture changes; data of resources/postures. */
export interface PostureProfile {
  readonly profile: Posture;
  /** The greatest one in force is the one that is shown. */
  readonly strength: number;
  /** Checks that become mandatory beside the usual ones. */
  readonly mandatory: readonly CheckId[];
  /** `oneIn`: drawn for one clearance in so many; 1 is every one. LISTED: only who comes under an event's list. */
  readonly demands: readonly {
    readonly demand: DemandId;
    readonly oneIn: number;
    readonly of: 'EVERYBODY' | 'LISTED';
  }[];
  readonly gates: 'AS_USUAL' | 'NARROW' | 'STOPPED' | 'OPEN';
  readonly takesDocuments: boolean;
  /** How long an order may run at most, in hours; 0: nobody orders it. */
  readonly longestHours: number;
  readonly says: BothLanguages;
}

/** Whom an EVENT looks at beside everybody; both lists empty: everybody. */
export interface EventList {
  readonly name: string;
  readonly place: string;
  /** ICAO codes of three letters. */
  readonly nationalities: readonly string[];
  /** Designator and number, such as `XZ417`. */
  readonly flights: readonly string[];
}

/** A head of unit's order, from `from` until `until` (wall time, ms); stored as a case file and never taken out. */
export interface PostureOrder {
  readonly id: string;
  readonly number: string;
  readonly profile: Posture;
  readonly from: number;
  readonly until: number;
  readonly reason: string;
  readonly event: EventList | null;
  readonly setBy: string;
  readonly setAt: number;
  /** Set when it came into force. */
  readonly beganAt: number | null;
  /** `by` null: it ended by itself. */
  readonly ended: { readonly at: number; readonly by: string | null; readonly reason: string | null } | null;
}

/** A profile that holds now; `order` null: by itself, because the lane is offline. */
export interface InForce {
  readonly profile: PostureProfile;
  readonly order: PostureOrder | null;
  readonly since: number;
  readonly until: number | null;
}

export type Profiles = Readonly<Record<Posture, PostureProfile>>;

/** Everything in force, the strongest first; NORMAL alone where nothing else is. `offlineSince` null: online. */
export function inForceNow(
  profiles: Profiles,
  orders: readonly PostureOrder[],
  offlineSince: number | null,
  now: number,
): readonly InForce[] {
  const ordered: InForce[] = orders
    .filter((order) => order.ended === null && order.from <= now && now < order.until)
    .map((order) => ({ profile: profiles[order.profile], order, since: order.from, until: order.until }));
  if (offlineSince !== null)
    ordered.push({ profile: profiles.FALLBACK, order: null, since: offlineSince, until: null });
  const sorted = ordered.sort((a, b) => b.profile.strength - a.profile.strength || a.since - b.since);
  const lastEnd = Math.max(0, ...orders.map(({ ended }) => ended?.at ?? 0));
  return sorted.length > 0 ? sorted : [{ profile: profiles.NORMAL, order: null, since: lastEnd, until: null }];
}
