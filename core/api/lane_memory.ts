import type { LaneView } from '../../contract/lane_view.ts';
import type { BoothView } from '../../contract/session.ts';
import type { Direction } from '../domain/clearance/clearance.ts';
import { listAge } from '../domain/screening/list_age.ts';
import type { DeviceHealth, DeviceKind } from '../ports/device.ts';
import type { LaneTotals, StoredClearance } from '../ports/records.ts';
import type { ListStatus } from '../ports/watchlist.ts';

/** What the lane remembers beside the open case; all of it can be rebuilt from the store and the devices. */
export interface LaneMemory {
  readonly startedAt: number;
  direction: Direction;
  officer: LaneView['officer'] | null;
  connection: LaneView['connection'];
  lists: readonly ListStatus[];
  /** Why the lists can not be read now; then `lists` are the last known. */
  listsProblem: string | null;
  devices: readonly DeviceHealth[];
  totals: LaneTotals;
  referred: readonly StoredClearance[];
  /** How far the second line has come with whom, by clearance. */
  secondLine: ReadonlyMap<string, Feedback>;
  earlier: readonly StoredClearance[];
  backlog: number;
  journalEntries: number;
  journalOk: boolean;
  lastDecision: LaneView['lastDecision'];
  /** The paper of the clearance last decided. */
  paper: LaneView['paper'];
  proposals: LaneView['proposals'];
  notice: LaneView['notice'];
  storeSetAside: boolean;
  service: ServiceState;
  /** Other device settings are being tried, or service is being switched: no document is taken meanwhile. */
  held: boolean;
  /** An incident or a posture has stopped the lane: no further document is taken. */
  stopped: boolean;
}

/** What the counter may know of a person it referred. */
export type Feedback = Pick<LaneView['referred'][number], 'stage' | 'takenAt' | 'outcome' | 'closedAt'>;

/** Whether the lane serves at all; kept over restarts. */
export interface ServiceState {
  readonly open: boolean;
  readonly since: number;
  readonly by: string | null;
  readonly reason: string | null;
}

/** Why the lane takes no document now; null when it does. */
export function whyShut({
  service,
  held,
  stopped,
}: LaneMemory): 'LANE_CLOSED' | 'LANE_STOPPED' | 'DEVICES_ON_TRIAL' | null {
  if (!service.open) return 'LANE_CLOSED';
  if (stopped) return 'LANE_STOPPED';
  return held ? 'DEVICES_ON_TRIAL' : null;
}

/** What the officer should know now. A store that does not write outranks all else. */
export function noticeOf(memory: LaneMemory, now: number): LaneView['notice'] {
  const code = whyShut(memory);
  if (code === null || memory.notice?.code === 'STORE_FAILED') return memory.notice;
  return { code, at: code === 'LANE_CLOSED' ? memory.service.since : now };
}

export function emptyMemory(direction: Direction, now: number): LaneMemory {
  return {
    startedAt: now,
    direction,
    officer: null,
    connection: { state: 'ONLINE', since: now },
    lists: [],
    listsProblem: null,
    devices: [],
    totals: { cleared: 0, referred: 0, medianSeconds: null },
    referred: [],
    secondLine: new Map(),
    earlier: [],
    backlog: 0,
    journalEntries: 0,
    journalOk: true,
    lastDecision: null,
    paper: null,
    proposals: [],
    notice: null,
    storeSetAside: false,
    service: { open: true, since: now, by: null, reason: null },
    held: false,
    stopped: false,
  };
}

const PLACES: readonly DeviceKind[] = ['MRZ_READER', 'CHIP_READER', 'CAMERA', 'FINGERPRINT_READER', 'PRINTER'];

/** Every place of the lane, in a fixed order; a place without a device says so. */
export function deviceViews(devices: readonly DeviceHealth[]): LaneView['devices'] {
  return PLACES.map((kind) => {
    const health = devices.find((device) => device.kind === kind);
    if (health === undefined) return { kind, state: 'none', since: 0, problem: null };
    return { kind, state: health.state, since: health.since, problem: health.problem?.code ?? null };
  });
}

export function listViews(lists: readonly ListStatus[], now: number): LaneView['lists'] {
  return lists
    .filter((list) => list.kind !== 'DISCREET')
    .map(({ list, kind, version, entries, asOf, agedAfterHours, expiredAfterHours }) => ({
      list,
      kind,
      version,
      entries,
      asOf,
      expiredAfterHours,
      age: listAge({ asOf, agedAfterHours, expiredAfterHours }, now),
    }));
}

/** The one word for all lists: the worst age decides. */
export function oldestList(lists: readonly ListStatus[], now: number): BoothView['lists'] {
  const views = listViews(lists, now);
  if (views.length === 0) return null;
  const aged = views.filter((view) => view.age === 'AGED').length;
  const expired = views.filter((view) => view.age === 'EXPIRED').length;
  const age = expired > 0 ? 'EXPIRED' : aged > 0 ? 'AGED' : 'FRESH';
  return { age, aged, expired, oldestAsOf: Math.min(...views.map((view) => view.asOf)), count: views.length };
}
