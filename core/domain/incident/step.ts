import { err, ok, type Result } from '../result.ts';
import { type Incident, type IncidentTask, isOver, type LogLine, tasksLeft } from './incident.ts';
import { type IncidentMove, LEADING, type MoveRefused, type Mover } from './moves.ts';
import { tasksOf } from './open.ts';

const MINUTE = 60_000;
/** More lines than this in one incident are an attack on the memory. */
const MOST_LINES = 2000;

type Said = Pick<LogLine, 'what' | 'text'> & { readonly task?: string };
type Change = Result<{ readonly change: Partial<Incident>; readonly said: Said }, MoveRefused>;
type Moved = { readonly at: number; readonly by: Mover };
type Of<T extends IncidentMove['type']> = Extract<IncidentMove, { type: T }>;

const changed = (change: Partial<Incident>, said: Said): Change => ok({ change, said });

/** One task changed, if it is there and not over. */
function onTask(
  incident: Incident,
  id: string,
  change: (task: IncidentTask) => Result<IncidentTask, MoveRefused>,
  said: Said,
): Change {
  const task = incident.tasks.find((one) => one.id === id);
  if (task === undefined) return err('NO_SUCH_TASK');
  if (isOver(task)) return err('TASK_OVER');
  const next = change(task);
  if (!next.ok) return next;
  return changed({ tasks: incident.tasks.map((one) => (one.id === id ? next.value : one)) }, { ...said, task: id });
}

const dueIn = (at: number, minutes: number | null): number | null => (minutes === null ? null : at + minutes * MINUTE);

function done(incident: Incident, move: Of<'TASK_DONE'>, { at, by }: Moved): Change {
  return onTask(
    incident,
    move.task,
    (task) => {
      const mine = task.owner === by.number || incident.leader === by.number;
      if (!mine && !(task.owner === null && by.leads)) return err('NOT_YOURS');
      if (task.note !== null && move.note.trim() === '') return err('NOTE_MISSING');
      return ok({ ...task, done: { at, by: by.number, note: move.note } });
    },
    { what: 'TASK_DONE', text: move.note },
  );
}

function led(incident: Incident, leader: string, said: Said): Change {
  const own = (task: IncidentTask): boolean =>
    task.ownerRole === 'supervisor' && !isOver(task) && (task.owner === null || task.owner === incident.leader);
  return changed(
    { leader, tasks: incident.tasks.map((task) => (own(task) ? { ...task, owner: leader } : task)) },
    said,
  );
}

function task(
  incident: Incident,
  move: Of<'TASK_GIVEN_UP' | 'TASK_ADDED' | 'TASK_ASSIGNED'>,
  { at, by }: Moved,
): Change {
  switch (move.type) {
    case 'TASK_GIVEN_UP':
      return onTask(incident, move.task, (one) => ok({ ...one, givenUp: { at, by: by.number, reason: move.reason } }), {
        what: 'TASK_GIVEN_UP',
        text: move.reason,
      });
    case 'TASK_ASSIGNED':
      return onTask(
        incident,
        move.task,
        (one) => ok({ ...one, owner: move.owner, due: dueIn(at, move.minutes) ?? one.due, escalated: 'NOBODY' }),
        { what: 'TASK_ASSIGNED', text: move.owner },
      );
    case 'TASK_ADDED': {
      const added: IncidentTask = {
        id: `t${incident.tasks.length + 1}`,
        does: { vi: move.text, en: move.text },
        note: null,
        mandatory: true,
        ownerRole: 'officer',
        owner: move.owner,
        due: dueIn(at, move.minutes),
        done: null,
        givenUp: null,
        escalated: 'NOBODY',
      };
      return changed({ tasks: [...incident.tasks, added] }, { what: 'TASK_ADDED', text: move.text, task: added.id });
    }
  }
}

function kept(
  incident: Incident,
  move: Of<'PERSON' | 'PROPERTY' | 'EVIDENCE' | 'CAMERA' | 'PROPOSE_ENTRY'>,
  { at, by }: Moved,
): Change {
  const stamp = { at, by: by.number };
  switch (move.type) {
    case 'PERSON': {
      const no = incident.people.length + 1;
      return changed(
        { people: [...incident.people, { ...move.person, no, ...stamp }] },
        { what: 'PERSON', text: move.person.handedTo === null ? String(no) : `${no} → ${move.person.handedTo.unit}` },
      );
    }
    case 'PROPERTY':
      return changed(
        { property: [...incident.property, { ...move.property, ...stamp }] },
        { what: 'PROPERTY', text: move.property.bag },
      );
    case 'EVIDENCE':
      return changed(
        { evidence: [...incident.evidence, move.evidence] },
        move.evidence.kind === 'FILE'
          ? { what: 'EVIDENCE', text: move.evidence.name }
          : { what: 'JOURNAL_REFERENCE', text: move.evidence.recordNumber },
      );
    case 'CAMERA':
      return changed(
        { cameras: [...incident.cameras, { ...move.camera, ...stamp }] },
        { what: 'CAMERA', text: move.camera.camera },
      );
    case 'PROPOSE_ENTRY':
      if (!incident.people.some(({ no }) => no === move.person)) return err('NO_SUCH_PERSON');
      return changed(
        { proposals: [...incident.proposals, { person: move.person, ground: move.ground, ...stamp }] },
        { what: 'ENTRY_PROPOSED', text: String(move.person) },
      );
  }
}

function kind(incident: Incident, { playbook }: Of<'KIND'>, { at }: Moved): Change {
  if (incident.playbooks.some((one) => one.kind === playbook.kind)) return err('SAME_KIND');
  const begun = { at, caller: incident.openedBy === 'system' ? null : incident.openedBy, leader: incident.leader };
  return changed(
    {
      kind: playbook.kind,
      playbooks: [...incident.playbooks, { kind: playbook.kind, version: playbook.version }],
      proposesPosture: playbook.proposesPosture ?? incident.proposesPosture,
      tasks: [...incident.tasks, ...tasksOf(playbook, begun, incident.tasks.length)],
    },
    { what: 'KIND', text: playbook.kind },
  );
}

function lead(incident: Incident, by: Mover): Change {
  if (!by.leads) return err('NOT_LEADER');
  if (incident.leader === by.number || (incident.leader !== null && !by.commands)) return err('LED_ALREADY');
  return led(incident, by.number, { what: 'LED', text: by.number });
}

function close(incident: Incident, move: Of<'CLOSE'>, { at, by }: Moved): Change {
  if (tasksLeft(incident).length > 0) return err('TASKS_LEFT');
  const { head, outcome, lessons } = move;
  // Whoever led it does not approve the own end.
  if (head === by.number) return err('SAME_PERSON');
  return changed(
    { closed: { at, by: by.number, head, outcome, lessons }, laneStopped: false },
    { what: 'CLOSED', text: head },
  );
}

function change(incident: Incident, move: IncidentMove, moved: Moved): Change {
  switch (move.type) {
    case 'LEAD':
      return lead(incident, moved.by);
    case 'HAND_OVER':
      if (move.to === moved.by.number) return err('SAME_PERSON');
      return led(incident, move.to, { what: 'HANDED_OVER', text: move.to });
    case 'TASK_DONE':
      return done(incident, move, moved);
    case 'TASK_GIVEN_UP':
    case 'TASK_ADDED':
    case 'TASK_ASSIGNED':
      return task(incident, move, moved);
    case 'SAY':
      return changed({}, { what: move.how, text: `${move.to}: ${move.text}` });
    case 'NOTE':
      if (move.corrects === null) return changed({}, { what: 'NOTE', text: move.text });
      if (!incident.log.some(({ no }) => no === move.corrects)) return err('NO_SUCH_LINE');
      return changed({}, { what: 'CORRECTION', text: `${move.corrects}: ${move.text}` });
    case 'PERSON':
    case 'PROPERTY':
    case 'EVIDENCE':
    case 'CAMERA':
    case 'PROPOSE_ENTRY':
      return kept(incident, move, moved);
    case 'KIND':
      return kind(incident, move, moved);
    case 'LANE':
      if (incident.laneStopped === move.stopped) return err('NOTHING_TO_CHANGE');
      return changed(
        { laneStopped: move.stopped },
        { what: move.stopped ? 'LANE_STOPPED' : 'LANE_RELEASED', text: '' },
      );
    case 'CLOSE':
      return close(incident, move, moved);
  }
}

/** One move of an open incident: pure and total. A refusal changes nothing; nothing that was recorded is ever taken out. */
export function step(incident: Incident, move: IncidentMove, moved: Moved): Result<Incident, MoveRefused> {
  if (incident.closed !== null) return err('CLOSED');
  if (incident.log.length >= MOST_LINES && move.type !== 'CLOSE') return err('FULL');
  if (LEADING.includes(move.type) && incident.leader !== moved.by.number) return err('NOT_LEADER');
  const next = change(incident, move, moved);
  if (!next.ok) return next;
  const { change: fields, said } = next.value;
  const line = { no: incident.log.length + 1, at: moved.at, by: moved.by.number, task: null, ...said };
  return ok({ ...incident, ...fields, log: [...incident.log, line] });
}
