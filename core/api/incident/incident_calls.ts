import { may } from '../../domain/access/permissions.ts';
import type { IncidentMove, Mover } from '../../domain/incident/moves.ts';
import type { Evidence } from '../../ports/case_files.ts';
import type { Api, ApiParts } from '../authorise.ts';
import { headOfUnit } from '../head_of_unit.ts';
import { pinRefused } from '../pin_refused.ts';
import { whileSignedIn } from '../while_signed_in.ts';
import { callHelp } from './call_help.ts';
import { fileCalls } from './file_calls.ts';
import { incidentBoard } from './incident_board.ts';
import { type MoveErrors, moved } from './move_errors.ts';
import { openFor, type Signed } from './open_for.ts';
import { paperCalls } from './paper_calls.ts';
import { Uploads } from './uploads.ts';

const moverOf = ({ officer }: Signed): Mover => ({
  number: officer?.number ?? '',
  leads: may(officer?.roles ?? [], 'LEAD_INCIDENT'),
  commands: may(officer?.roles ?? [], 'DECIDE_FOR_UNIT'),
});

/** Incidents of this lane: who calls works on the own tasks, who leads does the rest, the head of unit approves the end. */
export function incidentCalls(api: Api, parts: ApiParts) {
  const { lane, signIns } = parts;
  const { incidents } = lane;
  const uploads = new Uploads(lane.context);

  async function move(
    incident: string,
    what: IncidentMove,
    context: Signed,
    errors: MoveErrors,
    evidence: readonly Evidence[] = [],
  ): Promise<{ recorded: true }> {
    openFor(lane, incident, context, errors);
    moved(await incidents.move(incident, what, moverOf(context), evidence), errors);
    return { recorded: true };
  }

  return {
    watch: api.incident.watch.handler(async function* ({ signal, context }) {
      for await (const { officer } of whileSignedIn(signIns, context, lane.boothLive.follow(signal)))
        yield incidentBoard(lane, uploads.largest, officer);
    }),
    call: api.incident.call.handler(async ({ input, context, errors }) => {
      const { number, leads } = moverOf(context);
      const trigger = leads ? 'SUPERVISOR' : 'COUNTER';
      return { incident: (await callHelp(lane, { ...input, trigger, by: number, leads }, errors)).id };
    }),
    callSilently: api.incident.callSilently.handler(async ({ context, errors }) => {
      const { number: by } = moverOf(context);
      // Pressed again out of fear: the record that stands is enough, and a second would only part the facts.
      if (!incidents.heard(by))
        await callHelp(lane, { kind: 'HELP_CALL', level: 'SILENT', trigger: 'SILENT_CALL', by, leads: false }, errors);
      return { recorded: true as const };
    }),
    lead: api.incident.lead.handler(({ input, context, errors }) =>
      move(input.incident, { type: 'LEAD' }, context, errors),
    ),
    handOver: api.incident.handOver.handler(async ({ input, context, errors }) => {
      const to = await signIns.secondPerson(context, input.to);
      if (!to.ok) throw pinRefused(to.error, errors);
      if (!may(to.value.roles, 'LEAD_INCIDENT')) throw errors.SECOND_PERSON_ROLE({ data: { needed: 'SUPERVISOR' } });
      return move(input.incident, { type: 'HAND_OVER', to: to.value.number }, context, errors);
    }),
    done: api.incident.done.handler(({ input: { incident, ...said }, context, errors }) =>
      move(incident, { type: 'TASK_DONE', ...said }, context, errors),
    ),
    giveUp: api.incident.giveUp.handler(({ input: { incident, ...said }, context, errors }) =>
      move(incident, { type: 'TASK_GIVEN_UP', ...said }, context, errors),
    ),
    add: api.incident.add.handler(({ input: { incident, ...said }, context, errors }) =>
      move(incident, { type: 'TASK_ADDED', ...said }, context, errors),
    ),
    assign: api.incident.assign.handler(({ input: { incident, ...said }, context, errors }) =>
      move(incident, { type: 'TASK_ASSIGNED', ...said }, context, errors),
    ),
    say: api.incident.say.handler(({ input: { incident, ...said }, context, errors }) =>
      move(incident, { type: 'SAY', ...said }, context, errors),
    ),
    note: api.incident.note.handler(({ input: { incident, ...said }, context, errors }) =>
      move(incident, { type: 'NOTE', ...said }, context, errors),
    ),
    person: api.incident.person.handler(({ input: { incident, person }, context, errors }) =>
      move(incident, { type: 'PERSON', person }, context, errors),
    ),
    keep: api.incident.keep.handler(({ input: { incident, property }, context, errors }) =>
      move(incident, { type: 'PROPERTY', property }, context, errors),
    ),
    camera: api.incident.camera.handler(({ input: { incident, camera }, context, errors }) =>
      move(incident, { type: 'CAMERA', camera }, context, errors),
    ),
    kind: api.incident.kind.handler(({ input: { incident, kind }, context, errors }) =>
      move(incident, { type: 'KIND', playbook: incidents.playbooks[kind] }, context, errors),
    ),
    lane: api.incident.lane.handler(({ input: { incident, stopped }, context, errors }) =>
      move(incident, { type: 'LANE', stopped }, context, errors),
    ),
    proposeEntry: api.incident.proposeEntry.handler(({ input: { incident, ...said }, context, errors }) =>
      move(incident, { type: 'PROPOSE_ENTRY', ...said }, context, errors),
    ),
    close: api.incident.close.handler(async ({ input, context, errors }) => {
      const { incident, head: shown, ...said } = input;
      const asked = { head: shown, act: 'DECIDE_FOR_UNIT', caller: context } as const;
      const head = await headOfUnit(parts, asked, errors);
      return move(incident, { type: 'CLOSE', ...said, head }, context, errors);
    }),
    ...fileCalls(api, parts, uploads, move),
    ...paperCalls(api, parts),
  };
}
