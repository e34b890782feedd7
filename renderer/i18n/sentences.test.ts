import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ORPCError } from '@orpc/client';
import { expect, test } from 'vitest';
import { factsView, statedFacts } from '../../contract/facts_view.ts';
import * as hits from '../../contract/hit_view.ts';
import { incidentKind, incidentView } from '../../contract/incident_view.ts';
import { contract } from '../../contract/index.ts';
import * as view from '../../contract/lane_view.ts';
import { lawView } from '../../contract/law_view.ts';
import { demandId } from '../../contract/posture_view.ts';
import * as technician from '../../contract/technician_view.ts';
import { travellerView } from '../../contract/traveller.ts';
import { listChange } from '../../contract/watchlist_view.ts';
import { isLogged } from '../../core/api/technician/maintenance_log.ts';
import { ROLES } from '../../core/domain/access/role.ts';
import { EVENTS, type EventId } from '../../core/domain/audit/events.ts';
import { CHECK_GROUPS, CHECK_IDS, REASON_CODES } from '../../core/domain/clearance/check.ts';
import { FACT_SOURCES } from '../../core/domain/clearance/travel_facts.ts';
import { BASIS_KINDS, PAIRING_STATES, STAY_ENDS } from '../../core/domain/entry/explanation.ts';
import { OVERSTAY_REFUSED_WHY } from '../../core/domain/overstay/machine.ts';
import { REFUSAL_REFUSED_WHY } from '../../core/domain/refusal/machine.ts';
import { LIST_KINDS } from '../../core/domain/screening/entry.ts';
import { DEVICE_PROBLEMS } from '../../core/ports/device.ts';
import { NOBODY } from '../administrator/asked_person.ts';
import { sentenceOf } from '../client/error_sentence.ts';
import { en, vi } from './messages.ts';

/** The type of the domain is its only list: read it where it stands. */
function matchReasonCodes(): string[] {
  const file = readFileSync(join(import.meta.dirname, '../../core/domain/screening/entry.ts'), 'utf8');
  const union = /export type MatchReasonCode =([^;]+);/.exec(file)?.[1] ?? '';
  return [...union.matchAll(/'(\w+)'/g)].map((found) => found[1] ?? '');
}

const { laneView, clearanceView, checkView, listView, deviceView } = view;
const { hitView, comparedField } = hits;
const ids = (prefix: string, codes: readonly string[], suffix = ''): string[] =>
  codes.map((code) => `${prefix}.${code}${suffix}`);
const logged = (Object.keys(EVENTS) as EventId[]).filter(isLogged);
const step = technician.technicianView.shape.selfTest.unwrap().shape.steps.element.shape;
const notices = view.notice.shape.code.options;

test.each([
  ['checks', ids('check', CHECK_IDS)],
  ['groups of checks', ids('group', Object.keys(CHECK_GROUPS))],
  ['states of a check', ids('state', checkView.shape.state.options)],
  ['sources of a check', ids('source', checkView.shape.source.options)],
  ['reasons', ids('reason', REASON_CODES)],
  ['reasons of a match', ids('match', matchReasonCodes())],
  ['classes of a match', ids('class', hitView.shape.matchClass.options)],
  ['actions of an entry', ids('action', hitView.shape.action.options)],
  ['answers', ids('answer', hits.hitAnswer.options)],
  ['who else must answer', ids('second.how', hits.secondPersonNeeded.exclude(['NOBODY']).options)],
  ['rules of an answer', ids('answer.rule', hits.secondPersonNeeded.exclude(['NOBODY']).options)],
  ['exclusions that hold no more', ids('excluded', hits.exclusionView.shape.standing.exclude(['HOLDS']).options)],
  ['reasons to take one back', ids('undo', hits.undoReason.options)],
  ['compared fields', ids('field', comparedField.shape.field.options)],
  ['results of a comparison', ids('compare', comparedField.shape.result.options)],
  ['why a decision is closed', ids('closed', view.closedWhy.options)],
  ['notices', [...ids('notice', notices), ...ids('notice', notices, '.detail')]],
  ['outcomes', ids('recorded', view.lastDecision.shape.outcome.options)],
  ['lists', ids('list', listView.shape.kind.options)],
  ['ages of a list', ids('age', view.listAge.options)],
  ['devices', ids('device', deviceView.shape.kind.options)],
  ['states of a device', ids('device.state', deviceView.shape.state.options)],
  ['roles', ids('role', ROLES)],
  ['directions', ids('direction', clearanceView.shape.direction.options)],
  ['kinds of an incident', ids('incident.kind', incidentKind.options)],
  ['lines of an incident', ids('incident.log', incidentView.shape.log.element.shape.what.options)],
  ['what began an incident', ids('incident.trigger', incidentView.shape.trigger.options)],
  ['demands of a posture', [...ids('demand', demandId.options), ...ids('posture.demand', demandId.options)]],
  ['postures', ids('posture', laneView.shape.posture.shape.profile.options)],
  ['stamps', ids('stamp', laneView.shape.stamp.options)],
  ['kinds of a list', ids('admin.kind', LIST_KINDS)],
  ['phases of a list change', ids('admin.change', listChange.shape.phase.options)],
  ['fields of a search', ids('admin.ask', Object.keys(NOBODY))],
  ['conditions of a device', ids('tech.condition', technician.deviceCondition.options)],
  ['what to do in each condition', ids('tech.condition', technician.deviceCondition.options, '.do')],
  ['problems of a device', ids('tech.problem', DEVICE_PROBLEMS)],
  ['what to do about each problem', ids('tech.problem', DEVICE_PROBLEMS, '.do')],
  ['acts of the self test', ids('tech.act', step.act.options)],
  ['results of a step', ids('tech.result', step.result.options)],
  ['kinds of change', ids('tech.change', technician.settingsChange.shape.kind.options)],
  ['kinds of wire entry', ids('tech.wire.kind', technician.wireEntry.shape.kind.exclude(['frame']).options)],
  ['events of the maintenance log', ids('tech.event', logged)],
  ['reasons of a rung', ids('law.reason', ['NOTHING_PRESENTED', 'NOT_ON_LIST'])],
  ['bases of entry', ids('law.basis', BASIS_KINDS)],
  ['answers of a basis', ids('law.answer', lawView.shape.bases.element.shape.answer.options)],
  ['ends of a stay', ids('law.stay', STAY_ENDS)],
  ['pairings', ids('law.pairing', PAIRING_STATES)],
  ['sources of facts', ids('facts.source', FACT_SOURCES)],
  ['facts an officer states', ids('facts', Object.keys(statedFacts.shape))],
  ['sources of a journey', ids('journey.source', factsView.shape.sources.element.shape.source.options)],
  ['states of a source', ids('journey.source.state', factsView.shape.sources.element.shape.state.options)],
  ['moments of the traveller', ids('traveller', travellerView.shape.moment.options)],
  [
    'why a decision for the unit is refused',
    ids('decisions.refused', [...REFUSAL_REFUSED_WHY, ...OVERSTAY_REFUSED_WHY]),
  ],
  ['connections', ids('connection', laneView.shape.connection.shape.state.options)],
])('%s have words in both languages', (_what, wanted) => {
  expect(wanted.length).toBeGreaterThan(1);
  expect(wanted.filter((id) => !(id in vi) || !(id in en))).toEqual([]);
});

/** Codes by which the calls of the login, the lane, the lists and the devices may end; the dev dock shows none. */
function errorCodes(): string[] {
  const calls = [
    contract.session,
    contract.lane,
    contract.watchlist,
    contract.technician,
    contract.posture,
    contract.incident,
    contract.secondLine,
    contract.shift,
    contract.rules,
    contract.decisions,
    contract.replay,
    contract.advance,
  ].flatMap((area) => Object.values(area));
  return [...new Set(calls.flatMap((call) => Object.keys(call['~orpc'].errorMap)))];
}

test('every error of a call has its own sentence', () => {
  const codes = errorCodes();
  expect(codes).toContain('LOGIN_LOCKED');
  expect(codes).toContain('WRONG_STATE');
  for (const code of codes) {
    const { id } = sentenceOf(new ORPCError(code));
    expect([code, id]).toEqual([code, `error.${code}`]);
    expect(vi).toHaveProperty([id]);
  }
});

test('what nobody has foreseen says that nothing was recorded', () => {
  expect(sentenceOf(new Error('lost')).id).toBe('error.UNKNOWN');
  expect(sentenceOf(new ORPCError('SOMETHING_NEW')).id).toBe('error.UNKNOWN');
});
