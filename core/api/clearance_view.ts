import type { CheckView, ClearanceView, DecisionView } from '../../contract/lane_view.ts';
import { CHECK_IDS, type CheckId } from '../domain/clearance/check.ts';
import type { Clearance, DecisionKind } from '../domain/clearance/clearance.ts';
import { openness } from '../domain/clearance/decisions.ts';
import { openPoints } from '../domain/clearance/open_points.ts';
import type { ClearanceState } from '../domain/clearance/step.ts';
import { evidenceOf } from '../domain/refusal/open_refusal.ts';
import { isDocumentList } from '../domain/screening/list_line.ts';
import type { StoredClearance } from '../ports/records.ts';
import { factsView } from './facts_view.ts';
import { type HitViewer, hitView } from './hit_view.ts';
import { lawView } from './law_view.ts';

const WAITING_SOURCE: Partial<Record<CheckId, CheckView['source']>> = {
  LOST_REVOKED: 'LOCAL',
  LOCAL_LISTS: 'LOCAL',
  CENTRAL_LISTS: 'CENTRAL',
};

function checkView(clearance: Clearance, check: CheckId, now: number): CheckView {
  const state = clearance.checks[check];
  const mandatory = clearance.mandatory.includes(check);
  if (state === 'WAITING' || state === 'RUNNING') {
    const source = WAITING_SOURCE[check] ?? 'DEVICE';
    return {
      check,
      state,
      reason: null,
      severity: 'NONE',
      mandatory,
      source,
      dataVersion: null,
      durationMs: null,
      dataAgeMs: null,
    };
  }
  const asked = askedFor(clearance, check);
  const { result, reason, severity, source, durationMs } = state;
  return {
    check,
    state: result,
    reason,
    severity,
    mandatory,
    source,
    dataVersion: asked.length === 0 ? null : asked.map((list) => `${list.list}@${list.version}`).join(' '),
    durationMs,
    dataAgeMs: asked.length === 0 ? null : now - Math.min(...asked.map((list) => list.asOf)),
  };
}

/** The lists behind a line, as far as a window may know of them: that there is a discreet list is nobody's to read. */
function askedFor(clearance: Clearance, check: CheckId): Clearance['lists'] {
  const shown = clearance.lists.filter((list) => list.kind !== 'DISCREET');
  if (check === 'LOST_REVOKED') return shown.filter((list) => isDocumentList(list.kind));
  return check === 'LOCAL_LISTS' ? shown.filter((list) => !isDocumentList(list.kind)) : [];
}

function decisionView(clearance: Clearance, kind: DecisionKind): DecisionView {
  const { open, why, check, remaining } = openness(clearance, kind);
  return { open, why: [...why], check, remaining };
}

/** What the officer may see of a clearance. Discreet hits are not in it, by construction. */
export function clearanceView(
  state: ClearanceState,
  earlier: readonly StoredClearance[],
  viewer: HitViewer,
  now: number,
): ClearanceView {
  const { clearance, phase } = state;
  const { checks: _digits, valid: _valid, ...document } = clearance.document;
  return {
    id: clearance.id,
    recordNumber: clearance.recordNumber,
    phase,
    direction: clearance.direction,
    openedAt: clearance.openedAt,
    resumed: clearance.resumed,
    document: {
      ...document,
      lines: [...document.lines],
      age: document.age === null ? null : [document.age[0], document.age[1]],
      problems: document.problems.map(({ code, severity, field }) => ({ code, severity, field })),
      corrections: document.corrections.map(({ field, read, proposed }) => ({ field, read, proposed })),
    },
    checks: CHECK_IDS.map((check) => checkView(clearance, check, now)),
    checksTookMs:
      clearance.startedAt === null || clearance.finishedAt === null ? null : clearance.finishedAt - clearance.startedAt,
    hits: clearance.hits.map((hit) => hitView(clearance, hit, viewer)),
    openPoints: openPoints(clearance),
    decisions: {
      clear: decisionView(clearance, 'CLEARED'),
      refer: decisionView(clearance, 'REFERRED'),
      proposeRefusal: decisionView(clearance, 'REFUSAL_PROPOSED'),
      abandon: decisionView(clearance, 'ABANDONED'),
    },
    law: clearance.law === null ? null : lawView(clearance.law),
    overstay: clearance.overstay,
    facts: factsView(clearance.travel),
    evidence: [...evidenceOf(clearance)],
    demands: clearance.demands.map(({ demand, met }) => ({ demand, met: met === null ? null : { ...met } })),
    notes: clearance.notes.map((note) => ({ ...note })),
    history: earlier.map((one) => ({
      at: one.closedAt ?? one.openedAt,
      direction: one.direction,
      outcome: one.outcome ?? '',
    })),
  };
}
