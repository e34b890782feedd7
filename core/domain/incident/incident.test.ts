import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Incident, nextTask, tasksLeft } from './incident.ts';
import type { IncidentMove, Mover } from './moves.ts';
import { openIncident } from './open.ts';
import { escalated, nextEscalation } from './overdue.ts';
import type { Playbook } from './playbook.ts';
import { proposalLines } from './proposal.ts';
import { reportOf } from './report.ts';
import { step } from './step.ts';

const NOW = Date.UTC(2026, 10, 22, 3, 27);
const MINUTE = 60_000;
const both = (text: string) => ({ vi: text, en: text });
const PLAYBOOK: Playbook = {
  kind: 'FORGED_DOCUMENT',
  version: '1',
  level: 'SILENT',
  lane: 'AT_ONCE',
  proposesPosture: null,
  steps: [
    { id: 'keep', does: both('keep'), owner: 'officer', minutes: 5, mandatory: true, note: both('bag') },
    { id: 'tell', does: both('tell'), owner: 'supervisor', minutes: 10, mandatory: true, note: null },
    { id: 'look', does: both('look'), owner: 'second-line', minutes: null, mandatory: false, note: null },
  ],
};
const CLOSE: IncidentMove = { type: 'CLOSE', outcome: 'xong', lessons: '', head: '0200' };
const OFFICER: Mover = { number: '0412', leads: false, commands: false };
const SUPERVISOR: Mover = { number: '0301', leads: true, commands: false };
const HEAD: Mover = { number: '0200', leads: true, commands: true };
const opened = (level: 'SILENT' | 'LOUD' = 'SILENT'): Incident =>
  openIncident(
    {
      id: 'i',
      number: 'A07-2026-0001',
      lane: 'A07',
      gate: both('Mẫu'),
      place: 'A07',
      level,
      trigger: 'COUNTER',
      openedAt: NOW,
      openedBy: '0412',
      clearances: [{ id: 'c', recordNumber: 'A07-000001' }],
      leader: null,
    },
    PLAYBOOK,
  );
function taken(incident: Incident, move: IncidentMove, by: Mover, at = NOW + 1): Incident {
  const next = step(incident, move, { at, by });
  if (!next.ok) throw new Error(next.error);
  return next.value;
}
const why = (incident: Incident, move: IncidentMove, by: Mover) => {
  const next = step(incident, move, { at: NOW + 1, by });
  return next.ok ? null : next.error;
};
const led = () => taken(opened(), { type: 'LEAD' }, SUPERVISOR);

test('a loud call stops the lane at once; a silent one changes nothing that can be seen', () => {
  expect(opened('LOUD').laneStopped).toBe(true);
  expect(opened().laneStopped).toBe(false);
});

test('each task has its owner and its time, and who leads gets the tasks of a supervisor', () => {
  expect(opened().tasks.map(({ owner, due }) => [owner, due])).toEqual([
    ['0412', NOW + 5 * MINUTE],
    [null, NOW + 10 * MINUTE],
    [null, null],
  ]);
  const handed = taken(led(), { type: 'HAND_OVER', to: '0200' }, SUPERVISOR);
  expect([led().tasks[1]?.owner, handed.tasks[1]?.owner, handed.leader]).toEqual(['0301', '0200', '0200']);
});

test('only the leader leads; a head of unit may take the lead, another supervisor may not', () => {
  const other: Mover = { ...SUPERVISOR, number: '0302' };
  const add: IncidentMove = { type: 'TASK_ADDED', text: 'gọi', owner: '0412', minutes: null };
  expect(why(opened(), { type: 'LEAD' }, OFFICER)).toBe('NOT_LEADER');
  expect(why(opened(), add, SUPERVISOR)).toBe('NOT_LEADER');
  expect(why(led(), add, other)).toBe('NOT_LEADER');
  expect(why(led(), { type: 'LEAD' }, other)).toBe('LED_ALREADY');
  expect(taken(led(), { type: 'LEAD' }, HEAD).leader).toBe('0200');
  expect(why(led(), { type: 'HAND_OVER', to: '0301' }, SUPERVISOR)).toBe('SAME_PERSON');
});

test("a task is done by its owner or the leader, with what has to be noted, once; another's is not", () => {
  const done = (task: string, note = ''): IncidentMove => ({ type: 'TASK_DONE', task, note });
  expect(why(led(), done('t1'), OFFICER)).toBe('NOTE_MISSING');
  expect(why(led(), done('t2'), OFFICER)).toBe('NOT_YOURS');
  expect(why(led(), done('t9'), OFFICER)).toBe('NO_SUCH_TASK');
  const after = taken(led(), done('t1', 'túi 118'), OFFICER);
  expect(after.tasks[0]?.done).toEqual({ at: NOW + 1, by: '0412', note: 'túi 118' });
  expect(why(after, done('t1', 'túi 119'), OFFICER)).toBe('TASK_OVER');
  expect(nextTask(after)?.id).toBe('t2');
});

test('it closes only when what is mandatory is done or given up with a reason; then nothing moves', () => {
  expect(why(led(), CLOSE, SUPERVISOR)).toBe('TASKS_LEFT');
  const one = taken(led(), { type: 'TASK_DONE', task: 't1', note: 'túi 118' }, OFFICER);
  const two = taken(one, { type: 'TASK_GIVEN_UP', task: 't2', reason: 'báo nhầm' }, SUPERVISOR);
  expect(tasksLeft(two)).toEqual([]);
  const byHead = taken(two, { type: 'LEAD' }, HEAD);
  expect(why(byHead, CLOSE, HEAD)).toBe('SAME_PERSON');
  const closed = taken(two, CLOSE, SUPERVISOR);
  expect(closed.closed).toMatchObject({ head: '0200', by: '0301' });
  expect(why(closed, { type: 'NOTE', text: 'muộn', corrects: null }, SUPERVISOR)).toBe('CLOSED');
});

test('a correction adds a line and leaves the one it corrects', () => {
  const after = taken(led(), { type: 'NOTE', text: 'túi 119', corrects: 1 }, OFFICER);
  expect(after.log.slice(0, 2)).toEqual(led().log);
  expect(after.log.at(-1)).toMatchObject({ what: 'CORRECTION', text: '1: túi 119' });
  expect(why(led(), { type: 'NOTE', text: 'x', corrects: 99 }, OFFICER)).toBe('NO_SUCH_LINE');
});

test('another kind brings its tasks beside those there are', () => {
  const medical: Playbook = { ...PLAYBOOK, kind: 'MEDICAL' };
  const after = taken(led(), { type: 'KIND', playbook: medical }, SUPERVISOR);
  expect([after.kind, after.tasks.length, after.tasks[3]?.id]).toEqual(['MEDICAL', 6, 't4']);
  expect(why(after, { type: 'KIND', playbook: medical }, SUPERVISOR)).toBe('SAME_KIND');
});

test('what is overdue is told to the leader at its time and to the head of unit later, once each', () => {
  const incident = opened();
  expect(nextEscalation([incident], NOW, 10 * MINUTE)).toBe(5 * MINUTE);
  expect(escalated(incident, NOW + 5 * MINUTE - 1, 10 * MINUTE)).toBeNull();
  const first = escalated(incident, NOW + 5 * MINUTE, 10 * MINUTE);
  expect(first?.tasks.map((task) => task.escalated)).toEqual(['LEADER', 'NOBODY', 'NOBODY']);
  expect(escalated(first ?? incident, NOW + 6 * MINUTE, 10 * MINUTE)).toBeNull();
  const all = escalated(first ?? incident, NOW + 60 * MINUTE, 10 * MINUTE);
  expect(all?.tasks.map((task) => task.escalated)).toEqual(['HEAD_OF_UNIT', 'HEAD_OF_UNIT', 'NOBODY']);
  expect(all?.log.slice(-3).map(({ what, task }) => [what, task])).toEqual([
    ['ESCALATED', 't1'],
    ['OVERDUE', 't2'],
    ['ESCALATED', 't2'],
  ]);
  expect(nextEscalation(all === null ? [] : [all], NOW, 10 * MINUTE)).toBeNull();
});

test('a person proposed to the watchlist stands in the file as a list entry; a daily report names nobody', () => {
  const person = {
    name: 'NGUYEN VAN MAU',
    part: 'CONCERNED',
    birthDate: '1980-02-01',
    nationality: 'UTO',
    document: 'UTO:X0000001',
    measure: '',
    handedTo: null,
  } as const;
  const known = taken(led(), { type: 'PERSON', person }, SUPERVISOR);
  expect(why(known, { type: 'PROPOSE_ENTRY', person: 2, ground: 'x' }, SUPERVISOR)).toBe('NO_SUCH_PERSON');
  const after = taken(known, { type: 'PROPOSE_ENTRY', person: 1, ground: 'giấy tờ giả' }, SUPERVISOR);
  expect(JSON.parse(proposalLines(after))).toEqual({
    id: 'A07-2026-0001-1',
    names: [{ full: 'NGUYEN VAN MAU' }],
    birthDate: '1980-02-01',
    nationalities: ['UTO'],
    documents: [{ number: 'X0000001', issuer: 'UTO' }],
    legalGround: 'giấy tờ giả',
  });
  const report = (kind: 'DAILY' | 'SPECIAL') => JSON.stringify(reportOf(after, { report: kind, at: NOW, by: '0301' }));
  expect(report('SPECIAL')).toContain('NGUYEN VAN MAU');
  expect(report('DAILY')).not.toContain('NGUYEN VAN MAU');
});

const anyMove: fc.Arbitrary<IncidentMove> = fc.oneof(
  fc.constant<IncidentMove>({ type: 'LEAD' }),
  fc.record({ type: fc.constant('HAND_OVER' as const), to: fc.constantFrom('0301', '0200') }),
  fc.record({
    type: fc.constant('TASK_DONE' as const),
    task: fc.constantFrom('t1', 't2', 't3', 't4', 't9'),
    note: fc.constantFrom('', 'n'),
  }),
  fc.record({
    type: fc.constant('TASK_GIVEN_UP' as const),
    task: fc.constantFrom('t1', 't2'),
    reason: fc.constant('r'),
  }),
  fc.record({
    type: fc.constant('TASK_ADDED' as const),
    text: fc.constant('x'),
    owner: fc.constant('0412'),
    minutes: fc.constant(null),
  }),
  fc.record({ type: fc.constant('NOTE' as const), text: fc.constant('n'), corrects: fc.constantFrom(null, 1, 50) }),
  fc.record({ type: fc.constant('LANE' as const), stopped: fc.boolean() }),
  fc.constant<IncidentMove>(CLOSE),
);

test('whatever happens: lines and lists only grow, a refusal changes nothing, an over task stays as it is', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(anyMove, fc.constantFrom(OFFICER, SUPERVISOR, HEAD)), { maxLength: 40 }), (moves) => {
      let incident = opened();
      for (const [move, by] of moves) {
        const next = step(incident, move, { at: NOW, by });
        if (!next.ok) continue;
        expect(incident.closed).toBeNull();
        expect(next.value.log.slice(0, incident.log.length)).toEqual(incident.log);
        expect(next.value.log.map(({ no }) => no)).toEqual(next.value.log.map((_, place) => place + 1));
        for (const task of incident.tasks) {
          const now = next.value.tasks.find(({ id }) => id === task.id);
          if (task.done !== null || task.givenUp !== null) expect(now).toEqual(task);
          else expect(now).toBeDefined();
        }
        if (next.value.closed !== null) expect(tasksLeft(next.value)).toEqual([]);
        incident = next.value;
      }
    }),
  );
});
