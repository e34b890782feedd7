import type { LaneView } from '../../../contract/lane_view.ts';
import type { Sentence } from '../../i18n/sentence.ts';
import type { Attention } from '../../ui/attention.ts';
import { type LawAttention, lawAttention, stayAttention } from '../law/law_attention.ts';
import { isToldApart } from '../told_apart.ts';

type Clearance = NonNullable<LaneView['clearance']>;

function atRest(lane: LaneView): Attention {
  const reader = lane.devices.find((device) => device.kind === 'MRZ_READER');
  if (reader !== undefined && reader.state !== 'ready' && reader.state !== 'busy') {
    return {
      glyph: reader.state === 'opening' ? 'running' : 'blocking',
      tone: reader.state === 'opening' ? 'run' : 'block',
      head: { id: 'attention.reader' },
      detail: { id: 'attention.reader.detail' },
    };
  }
  if (lane.notice !== null) {
    const stops = lane.notice.code === 'STORE_FAILED';
    return {
      glyph: stops ? 'blocking' : 'to-resolve',
      tone: stops ? 'block' : 'warn',
      head: { id: `notice.${lane.notice.code}` },
      detail: { id: `notice.${lane.notice.code}.detail` },
    };
  }
  if (lane.lists.length === 0)
    return {
      glyph: 'to-resolve',
      tone: 'warn',
      head: { id: 'notice.LISTS_MISSING' },
      detail: { id: 'notice.LISTS_MISSING.detail' },
    };
  if (lane.lastDecision !== null) {
    const { recordNumber, journalSeq, outcome } = lane.lastDecision;
    return {
      glyph: 'not-performed',
      tone: 'quiet',
      head: { id: `recorded.${outcome}`, values: { recordNumber } },
      detail: { id: 'recorded.detail', values: { journalSeq } },
    };
  }
  if (lane.lists.some((list) => list.age === 'EXPIRED'))
    return {
      glyph: 'to-resolve',
      tone: 'warn',
      head: { id: 'reason.LIST_COPY_EXPIRED' },
      detail: { id: 'lists.expired' },
    };
  return {
    glyph: 'not-performed',
    tone: 'quiet',
    head: { id: 'attention.ready' },
    detail: { id: 'attention.ready.detail' },
  };
}

function pointToResolve(clearance: Clearance): Attention | null {
  const points = clearance.openPoints.filter((point) => point.severity !== 'INFORMATION');
  const first = points[0];
  if (first === undefined) return null;
  const blocking = first.severity === 'BLOCKING';
  const head: Sentence = first.reason === null ? { id: `check.${first.check}` } : { id: `reason.${first.reason}` };
  const detail: Sentence =
    points.length > 1
      ? { id: 'attention.oneOf', values: { count: points.length } }
      : { id: blocking ? 'attention.blocking' : 'attention.resolve' };
  return { glyph: blocking ? 'blocking' : 'to-resolve', tone: blocking ? 'block' : 'warn', head, detail };
}

function ofCase(lane: LaneView, clearance: Clearance): LawAttention {
  const running = clearance.checks.filter((check) => check.state === 'RUNNING' || check.state === 'WAITING').length;
  if (running > 0)
    return {
      glyph: 'running',
      tone: 'run',
      head: { id: 'attention.running', values: { count: running } },
      detail: { id: 'attention.running.detail' },
    };
  const unanswered = clearance.hits.filter((hit) => hit.answer === null && !isToldApart(hit)).length;
  if (unanswered > 0)
    return {
      glyph: 'to-resolve',
      tone: 'warn',
      head: { id: 'attention.compare', values: { count: unanswered } },
      detail: { id: 'attention.compare.detail', values: { count: unanswered } },
    };
  const open = lawAttention(clearance) ?? pointToResolve(clearance);
  if (open !== null) return open;
  if (lane.connection.state === 'OFFLINE') {
    return {
      glyph: 'to-resolve',
      tone: 'warn',
      head: { id: 'attention.offline' },
      detail: { id: 'attention.offline.detail', values: { recordNumber: clearance.recordNumber } },
    };
  }
  const stay = stayAttention(clearance);
  if (stay !== null) return stay;
  const apart = clearance.hits.filter(isToldApart).length;
  const performed = clearance.checks.filter((check) => check.state === 'PASSED').length;
  // Said beside the passes: what was not looked at is no pass.
  const missing = clearance.checks.length - performed;
  return {
    glyph: 'passed',
    tone: 'ok',
    head: { id: 'attention.nothing' },
    detail:
      apart > 0
        ? { id: 'attention.excluded', values: { count: apart, performed, missing } }
        : { id: 'attention.nothing.detail', values: { performed, missing } },
  };
}

/** The most severe open point of the lane, in words. */
export function attentionOf(lane: LaneView): LawAttention {
  return lane.clearance === null ? atRest(lane) : ofCase(lane, lane.clearance);
}
