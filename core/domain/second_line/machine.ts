import { may } from '../access/permissions.ts';
import type { CheckId } from '../clearance/check.ts';
import { type Answerer, secondPersonFor, secondRefused } from '../clearance/who_answers.ts';
import { err, ok, type Result } from '../result.ts';
import { type ConfirmationLimits, dueAt } from './escalation.ts';
import type { RefusedWhy, SecondLineEvent } from './event.ts';
import type { Confirmation, SecondLineFile } from './file.ts';
import { confirmationOf, whyClosed } from './standing.ts';

type Next = Result<SecondLineFile, RefusedWhy>;
type Of<Type extends SecondLineEvent['type']> = Extract<SecondLineEvent, { readonly type: Type }>;

/** What the law answers is no matter of an expert's eye: a supervisor stands beside who says that it is in order. */
const OF_THE_LAW: readonly CheckId[] = ['ENTRY_CONDITIONS', 'PAIRING'];

function escorted(file: SecondLineFile, { escort, at }: Of<'ESCORTED'>): Next {
  if (file.escorted !== null) return err('ESCORTED_ALREADY');
  return ok({ ...file, escorted: { by: escort, at } });
}

function take(file: SecondLineFile, { by, at }: Of<'TAKE'>): Next {
  if (file.taken !== null) return err(file.taken.by === by.number ? 'TAKEN_ALREADY' : 'LOCKED');
  return ok({ ...file, stage: 'TAKEN', taken: { by: by.number, at } });
}

function takeOver(file: SecondLineFile, { by, at, reason }: Of<'TAKE_OVER'>): Next {
  if (file.taken === null) return err('NOT_TAKEN');
  if (file.taken.by === by.number) return err('TAKEN_ALREADY');
  if (!may(by.roles, 'SUPERVISE')) return err('NOT_SUPERVISOR');
  const one = { from: file.taken.by, by: by.number, at, reason };
  return ok({ ...file, taken: { by: by.number, at }, takenOver: [...file.takenOver, one] });
}

function rechecked(file: SecondLineFile, { check, result, reason, by, second, at }: Of<'RECHECKED'>): Next {
  const overrules = OF_THE_LAW.includes(check) && result === 'PASSED';
  if (overrules && !standsBeside(by, second)) return err('SECOND_PERSON');
  const confirmedBy = overrules ? (second?.number ?? null) : null;
  return ok({ ...file, rechecks: [...file.rechecks, { check, result, reason, by: by.number, at, confirmedBy }] });
}

/** Two persons, one of them a supervisor: a supervisor alone is one person too (domain B11). */
const standsBeside = (by: Answerer, second: Answerer | null): boolean =>
  second !== null &&
  second.number !== by.number &&
  (may(second.roles, 'SUPERVISE') || (may(by.roles, 'SUPERVISE') && may(second.roles, 'WORK_SECOND_LINE')));

function compared(file: SecondLineFile, { entry, answer, by, second, at }: Of<'COMPARED'>): Next {
  const seen = file.entries.find(({ name }) => name === entry);
  if (seen === undefined) return err('NO_SUCH_ENTRY');
  const needed = answer === 'DIFFERENT' ? secondPersonFor(seen, by.roles) : 'NOBODY';
  if (secondRefused(needed, by, second) !== null) return err('SECOND_PERSON');
  const confirmedBy = needed === 'NOBODY' ? null : (second?.number ?? null);
  return ok({ ...file, comparisons: [...file.comparisons, { entry, answer, by: by.number, at, confirmedBy }] });
}

function asked(file: SecondLineFile, { entry, authority, channel, by, at }: Of<'CONFIRMATION_ASKED'>): Next {
  if (!file.entries.some(({ name }) => name === entry)) return err('NO_SUCH_ENTRY');
  const before = confirmationOf(file, entry);
  if (before !== null && before.answer === null) return err('ASKED_ALREADY');
  const one: Confirmation = { entry, authority, channel, by: by.number, at, escalated: [], answer: null };
  return ok({ ...file, confirmations: [...file.confirmations, one] });
}

const changed = (file: SecondLineFile, of: Confirmation, to: Partial<Confirmation>): SecondLineFile => ({
  ...file,
  confirmations: file.confirmations.map((one) => (one === of ? { ...one, ...to } : one)),
});

/** "No answer" may be written only when the last of those to be told could have been told; a late answer still counts. */
function ownerAnswered(
  file: SecondLineFile,
  { entry, result, note, by, at }: Of<'CONFIRMATION_ANSWERED'>,
  limits: ConfirmationLimits,
): Next {
  const open = confirmationOf(file, entry);
  if (open === null) return err('NOT_ASKED');
  if (open.answer !== null && open.answer.result !== 'NO_ANSWER') return err('NOT_ASKED');
  if (result === 'NO_ANSWER' && at < dueAt(open, 'HEAD_OF_UNIT', limits)) return err('TOO_EARLY');
  return ok(changed(file, open, { answer: { result, note, by: by.number, at } }));
}

function escalate(file: SecondLineFile, { entry, to, at }: Of<'ESCALATE'>, limits: ConfirmationLimits): Next {
  const open = confirmationOf(file, entry);
  if (open === null || open.answer !== null) return err('NOT_ASKED');
  const due = dueAt(open, to, limits);
  if (at < due || open.escalated.some((one) => one.to === to)) return err('NOT_DUE');
  return ok(changed(file, open, { escalated: [...open.escalated, { to, at, dueAt: due }] }));
}

function decide(file: SecondLineFile, { outcome, offline, by, at }: Of<'DECIDE'>): Next {
  const [why] = whyClosed(file, outcome.kind, by.number);
  if (why !== undefined) return err(why);
  return ok({ ...file, stage: 'CLOSED', decided: { outcome, offline, by: by.number, at } });
}

/** Work on the file: only by the one officer who has taken it. */
function worked(file: SecondLineFile, event: SecondLineEvent, limits: ConfirmationLimits): Next {
  switch (event.type) {
    case 'PUT_BACK':
      return ok({ ...file, stage: 'QUEUED', taken: null });
    case 'ANSWERED': {
      const { question, asked: words, answer, by, at } = event;
      return ok({ ...file, interview: [...file.interview, { question, asked: words, answer, by: by.number, at }] });
    }
    case 'RECHECKED':
      return rechecked(file, event);
    case 'COMPARED':
      return compared(file, event);
    case 'CONFIRMATION_ASKED':
      return asked(file, event);
    case 'CONFIRMATION_ANSWERED':
      return ownerAnswered(file, event, limits);
    case 'MEASURE': {
      const { kind, text, by, at } = event;
      return ok({ ...file, measures: [...file.measures, { kind, text, by: by.number, at }] });
    }
    case 'DECIDE':
      return decide(file, event);
    default:
      return err('NOT_TAKEN');
  }
}

/** One step of a second-line file (domain D3.5, E1): the next file, or why nothing changed. A closed file never changes again. */
export function step(file: SecondLineFile, event: SecondLineEvent, limits: ConfirmationLimits): Next {
  if (file.stage === 'CLOSED') return err('CLOSED');
  switch (event.type) {
    case 'ESCORTED':
      return escorted(file, event);
    case 'TAKE':
      return take(file, event);
    case 'TAKE_OVER':
      return takeOver(file, event);
    case 'ESCALATE':
      return escalate(file, event, limits);
    default:
      if (file.taken === null) return err('NOT_TAKEN');
      return file.taken.by === event.by.number ? worked(file, event, limits) : err('LOCKED');
  }
}
