import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { MOVE_REFUSALS } from '../core/domain/incident/moves.ts';
import { base, numberAndPin, pinErrors } from './base.ts';
import { paper, paperErrors, paperLanguage } from './forms.ts';
import { callLevel, cameraMark, incidentBoard, incidentKind, keptProperty, recordedPerson } from './incident_view.ts';

const text = (most: number) => z.string().trim().min(1).max(most);
const officerNumber = z.string().regex(/^[0-9]{4,8}$/);
const minutes = z.number().int().min(1).max(1440).nullable();
const one = z.object({ incident: z.uuid() });
const recorded = z.object({ recorded: z.literal(true) });
const refused = {
  NO_SUCH_INCIDENT: { message: 'NO_SUCH_INCIDENT' },
  INCIDENT_REFUSED: { message: 'INCIDENT_REFUSED', data: z.object({ why: z.enum(MOVE_REFUSALS) }) },
};
const caller = base.meta({ needs: 'CALL_INCIDENT' });
const atScene = caller.errors(refused);
const leader = base.meta({ needs: 'LEAD_INCIDENT' }).errors(refused);
const fileErrors = {
  FILE_TOO_LARGE: { message: 'FILE_TOO_LARGE', data: z.object({ most: z.number() }) },
  FILE_KIND: { message: 'FILE_KIND' },
  NO_SUCH_UPLOAD: { message: 'NO_SUCH_UPLOAD' },
};

/** Incidents by playbook. Who calls sees the lane's incidents and works on the own tasks; a leader leads. Nothing is deleted. */
export const incident = {
  watch: caller.output(eventIterator(incidentBoard)),
  /** Opens a record; linked to the clearance that is open at the counter. */
  call: caller.input(z.object({ kind: incidentKind, level: callLevel })).output(one),
  /** The silent call: nothing else on the screen tells of it. */
  callSilently: caller.output(recorded),
  lead: leader.input(one).output(recorded),
  handOver: leader
    .input(one.extend({ to: numberAndPin }))
    .errors({
      SECOND_PERSON_ROLE: { message: 'SECOND_PERSON_ROLE', data: z.object({ needed: z.literal('SUPERVISOR') }) },
      ...pinErrors,
    })
    .output(recorded),
  done: atScene.input(one.extend({ task: z.string().max(8), note: z.string().trim().max(500) })).output(recorded),
  giveUp: leader.input(one.extend({ task: z.string().max(8), reason: text(300) })).output(recorded),
  add: leader.input(one.extend({ text: text(120), owner: officerNumber, minutes })).output(recorded),
  assign: leader.input(one.extend({ task: z.string().max(8), owner: officerNumber, minutes })).output(recorded),
  say: atScene
    .input(one.extend({ how: z.enum(['CALLED', 'MESSAGE']), to: text(60), text: text(500) }))
    .output(recorded),
  /** `corrects`: the line of the log that it puts right. */
  note: atScene.input(one.extend({ text: text(500), corrects: z.number().int().nullable() })).output(recorded),
  person: leader.input(one.extend({ person: recordedPerson })).output(recorded),
  keep: leader.input(one.extend({ property: keptProperty })).output(recorded),
  camera: atScene.input(one.extend({ camera: cameraMark })).output(recorded),
  /** A file comes in pieces, for a message through the door is small; it is kept by the SHA-256 of all its bytes. */
  beginFile: atScene
    .input(one.extend({ name: text(120), mediaType: z.string().max(60), bytes: z.number().int().min(1) }))
    .errors(fileErrors)
    .output(z.object({ upload: z.uuid() })),
  addToFile: caller
    .input(z.object({ upload: z.uuid(), piece: z.base64().max(40_000) }))
    .errors(fileErrors)
    .output(z.object({ received: z.number() })),
  endFile: atScene
    .input(z.object({ upload: z.uuid() }))
    .errors(fileErrors)
    .output(z.object({ hash: z.string() })),
  /** Ties the journal entries of a linked clearance to the record, with the hash of the last. */
  refer: atScene.input(one.extend({ clearance: z.string().max(60) })).output(recorded),
  kind: leader.input(one.extend({ kind: incidentKind })).output(recorded),
  /** Stops the lane or lets it serve again. An open clearance is finished first. */
  lane: leader.input(one.extend({ stopped: z.boolean() })).output(recorded),
  proposeEntry: leader.input(one.extend({ person: z.number().int(), ground: text(200) })).output(recorded),
  /** The proposed persons as a file for the watchlist administrator. */
  proposals: leader.input(one).output(z.object({ fileName: z.string(), text: z.string() })),
  report: leader
    .input(one.extend({ report: z.enum(['DAILY', 'SPECIAL']) }))
    .output(z.object({ fileName: z.string(), text: z.string() })),
  /** The report as a paper, of an open incident as far as it has come. */
  print: leader
    .input(one.extend({ report: z.enum(['DAILY', 'SPECIAL']), language: paperLanguage }))
    .errors(paperErrors)
    .output(paper),
  /** The head of unit approves with number and PIN. */
  close: leader
    .input(one.extend({ outcome: text(1000), lessons: z.string().trim().max(1000), head: numberAndPin }))
    .errors({ HEAD_OF_UNIT_NEEDED: { message: 'HEAD_OF_UNIT_NEEDED' }, ...pinErrors })
    .output(recorded),
};
