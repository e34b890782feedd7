import type { Incident, IncidentTask, LogLine, RecordedPerson } from '../../domain/incident/incident.ts';
import { reportOf } from '../../domain/incident/report.ts';
import type { FormContent } from '../../forms/form_content.ts';
import { codeText, dayText, filled, madeAt, momentText, officerText, say, type Writing } from '../forms/paper_text.ts';
import type { LaneContext } from '../lane_context.ts';

type Rows = readonly (readonly string[])[];
const unit = (code: string, values: Readonly<Record<string, string | number>>, writing: Writing): string =>
  filled(codeText('unit', code, writing), values);
const who = (by: string, writing: Writing): string => (by === 'system' ? unit('booth', {}, writing) : by);
const stamp = ({ at, by }: { readonly at: number; readonly by: string }, writing: Writing): string =>
  `${momentText(at, writing)}, ${who(by, writing)}`;

/** A daily report names nobody, not even where somebody has written a recorded name into the outcome. */
function withoutNames(text: string, people: readonly RecordedPerson[]): string {
  return people.reduce((said, { name, no }) => said.replaceAll(name, `(${no})`), text);
}

function ended({ done, givenUp, escalated }: IncidentTask, writing: Writing): string {
  const code = (name: string) => codeText('task', name, writing);
  const late = escalated === 'NOBODY' ? '' : ` (${code('OVERDUE')})`;
  if (done !== null) return [`${code('DONE')}${late}: ${stamp(done, writing)}`, done.note].filter(Boolean).join('\n');
  if (givenUp !== null) return `${code('GIVEN_UP')}${late}: ${givenUp.reason}\n${stamp(givenUp, writing)}`;
  return `${code('OPEN')}${late}`;
}

/** What a line of the log says: the word for its code, the task it is about, and what was written. */
function lineText({ what, text, task }: LogLine, tasks: readonly IncidentTask[], writing: Writing): string {
  const does = tasks.find(({ id }) => id === task)?.does;
  const said =
    what === 'OPENED' ? codeText('trigger', text, writing) : what === 'KIND' ? codeText('kind', text, writing) : text;
  const about = does === undefined ? '' : say(writing, { ...does });
  return `${codeText('log', what, writing)}: ${[about, said === about ? '' : said].filter(Boolean).join(' – ')}`.replace(
    /: $/,
    '',
  );
}

function tables(incident: Incident, writing: Writing): Record<string, Rows> {
  const { tasks, people, property, evidence, cameras, proposals, log } = incident;
  const at = (moment: number) => momentText(moment, writing);
  return {
    tasks: tasks.map((task, place) => [
      String(place + 1),
      say(writing, { ...task.does }),
      task.owner ?? '–',
      task.due === null ? '–' : at(task.due),
      ended(task, writing),
    ]),
    people: people.map(({ no, name, part, birthDate, nationality, document, measure, handedTo }) => [
      String(no),
      [name, dayText(birthDate), nationality, document].filter(Boolean).join('\n'),
      codeText('part', part, writing),
      measure,
      handedTo === null ? '–' : unit('handed', { ...handedTo, at: at(handedTo.at) }, writing),
    ]),
    property: property.map(({ what, bag, ...kept }) => [what, bag, at(kept.at), kept.by]),
    evidence: evidence.map((item) => [
      item.kind === 'FILE'
        ? `${item.name}\n${unit('bytes', { n: item.bytes }, writing)}`
        : unit('journal', { record: item.recordNumber, from: item.from, to: item.to }, writing),
      item.hash,
      stamp(item, writing),
    ]),
    cameras: cameras.map(({ camera, from, to, ...marked }) => [camera, from, to, stamp(marked, writing)]),
    proposals: proposals.map(({ person, ground, ...made }) => [
      people.find(({ no }) => no === person)?.name ?? String(person),
      ground,
      stamp(made, writing),
    ]),
    log: log.map((line) => [String(line.no), at(line.at), who(line.by, writing), lineText(line, tasks, writing)]),
  };
}

/**
 * What stands on the report of an incident: DAILY leaves out who the people are, SPECIAL has the whole record. Its moment is
 * that of the last line, so that the same record gives the same paper.
 */
export function incidentPaper(
  context: LaneContext,
  incident: Incident,
  report: 'DAILY' | 'SPECIAL',
  writing: Writing,
): FormContent {
  const { number, lane, place, kind, level, trigger, openedAt, openedBy, leader, clearances, closed, playbooks } =
    incident;
  const at = closed?.at ?? incident.log.at(-1)?.at ?? openedAt;
  const made = madeAt(context, at, writing);
  const special = report === 'SPECIAL';
  const text = (said: string) => (special ? said : withoutNames(said, incident.people));
  const head = closed === null ? '' : officerText(closed.head, writing);
  return {
    number,
    ...made,
    values: {
      gate: made.gate,
      asOf: closed === null ? momentText(at, writing) : '',
      kind: codeText('kind', kind, writing),
      level: codeText('level', level, writing),
      trigger: codeText('trigger', trigger, writing),
      place: place === lane ? lane : `${place} (${lane})`,
      opened: stamp({ at: openedAt, by: openedBy }, writing),
      leader: leader ?? '–',
      leaderNumber: leader === null ? '' : officerText(leader, writing),
      records: clearances.map(({ recordNumber }) => recordNumber).join(', '),
      closed: closed === null ? '' : stamp(closed, writing),
      head,
      headNumber: head,
      tasks: unit('tasks', reportOf(incident, { report, at, by: '' }).tasks, writing),
      outcome: text(closed?.outcome ?? ''),
      lessons: text(closed?.lessons ?? ''),
      playbooks: playbooks.map((one) => `${codeText('kind', one.kind, writing)} (${one.version})`).join(', '),
    },
    sums: [],
    tables: special ? tables(incident, writing) : {},
  };
}
