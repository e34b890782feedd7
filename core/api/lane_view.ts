import type { LaneView } from '../../contract/lane_view.ts';
import type { BoothView } from '../../contract/session.ts';
import type { ClearanceState } from '../domain/clearance/step.ts';
import { clearanceView } from './clearance_view.ts';
import { wouldHoldUntil } from './exclusion_memory.ts';
import { paperDue } from './forms/paper_due.ts';
import type { HitViewer } from './hit_view.ts';
import { dayAtGate, type LaneContext } from './lane_context.ts';
import { deviceViews, type LaneMemory, listViews, noticeOf, oldestList } from './lane_memory.ts';
import { presentPosture } from './posture/posture_view.ts';
import type { Postures } from './posture/postures.ts';
import { refusalGrounds } from './refusal_view.ts';
import type { StampOrders } from './stamp_orders.ts';

/** What the views are made of. */
interface LaneSource {
  readonly context: LaneContext;
  readonly memory: LaneMemory;
  readonly postures: Pick<Postures, 'inForce'>;
  readonly incidents: { heard(officer: string): boolean };
  readonly stampOrders: Pick<StampOrders, 'done' | 'current'>;
  readonly runner: { readonly state: ClearanceState | null };
  readonly options: {
    readonly training: boolean;
    readonly version: string;
    readonly demoOfficers: BoothView['demoOfficers'];
  };
}

export function laneName(lane: Pick<LaneSource, 'context' | 'options'>): LaneView['lane'] {
  const { id, gate, timeZone } = lane.context.settings.lane;
  return { id, gate, timeZone, training: lane.options.training };
}

function viewerOf({ context, memory }: LaneSource, { clearance }: ClearanceState): HitViewer {
  return {
    day: dayAtGate(context),
    roles: memory.officer?.roles ?? [],
    rememberedUntil: wouldHoldUntil(context, clearance),
  };
}

/** The lane as a signed-in officer sees it; null while nobody is signed in. */
export function laneView(lane: LaneSource): LaneView | null {
  const { memory, context, runner } = lane;
  if (memory.officer === null) return null;
  const now = context.clock.now();
  return {
    lane: laneName(lane),
    direction: runner.state?.clearance.direction ?? memory.direction,
    now,
    officer: memory.officer,
    posture: presentPosture(lane.postures.inForce(), memory.startedAt),
    connection: memory.connection,
    lists: listViews(memory.lists, now),
    devices: deviceViews(memory.devices),
    totals: memory.totals,
    referred: memory.referred.map((one) => ({
      recordNumber: one.recordNumber,
      at: one.closedAt ?? one.openedAt,
      ...(memory.secondLine.get(one.id) ?? { stage: 'QUEUED', takenAt: null, outcome: null, closedAt: null }),
    })),
    backlog: memory.backlog,
    stamp: lane.stampOrders.done.rule,
    stampOrder: lane.stampOrders.current,
    visaAtGateBy: lane.context.settings.law.visaAtGateBy,
    clearance:
      runner.state === null ? null : clearanceView(runner.state, memory.earlier, viewerOf(lane, runner.state), now),
    lastDecision: memory.lastDecision,
    refusalGrounds: refusalGrounds(context),
    proposals: [...memory.proposals],
    paper: runner.state === null ? memory.paper : paperDue(runner.state.clearance),
    called: lane.incidents.heard(memory.officer.number),
    notice: noticeOf(memory, now),
  };
}

/** The booth as anyone in front of it may see it: its health, never a case. */
export function boothView(lane: LaneSource): BoothView {
  const { memory, context, options } = lane;
  const now = context.clock.now();
  return {
    lane: laneName(lane),
    direction: memory.direction,
    version: options.version,
    now,
    connection: memory.connection,
    lists: oldestList(memory.lists, now),
    journal: { entries: memory.journalEntries, ok: memory.journalOk },
    devices: deviceViews(memory.devices),
    posture: presentPosture(lane.postures.inForce(), memory.startedAt),
    silentCall: { chord: [], heard: false },
    securityKeys: lane.context.settings.login.secondFactor !== 'OFF',
    storeSetAside: memory.storeSetAside,
    openCase: lane.runner.state !== null,
    demoOfficers: options.demoOfficers,
    signedIn: memory.officer,
  };
}
