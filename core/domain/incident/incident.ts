import type { Role } from '../access/role.ts';
import type { BothLanguages, Posture } from '../posture/posture.ts';
import type { PrintedForm } from '../refusal/file.ts';
import type { CallLevel, IncidentKind } from './playbook.ts';

/** How an incident came to be known. */
export type Trigger = 'COUNTER' | 'SILENT_CALL' | 'SUPERVISOR' | 'JOURNAL_BROKEN' | 'STORE_SET_ASIDE';

/** Something to do, from the playbook or added by the leader; never taken out, at most given up with a reason. */
export interface IncidentTask {
  /** `t1`, `t2`, ... within the incident. */
  readonly id: string;
  readonly does: BothLanguages;
  readonly note: BothLanguages | null;
  readonly mandatory: boolean;
  readonly ownerRole: Role;
  /** An officer's number, or null: whoever has the role. */
  readonly owner: string | null;
  /** Wall time, ms; null: no time is set. */
  readonly due: number | null;
  readonly done: { readonly at: number; readonly by: string; readonly note: string } | null;
  readonly givenUp: { readonly at: number; readonly by: string; readonly reason: string } | null;
  /** Told to the leader when its time passed, and to the head of unit after more of it. */
  readonly escalated: 'NOBODY' | 'LEADER' | 'HEAD_OF_UNIT';
}

export const PERSON_PARTS = ['CONCERNED', 'COMPANION', 'VICTIM', 'WITNESS'] as const;

/** Somebody recorded in the incident, the measures taken, and to whom they were handed. */
export interface RecordedPerson {
  readonly no: number;
  readonly at: number;
  readonly by: string;
  readonly name: string;
  readonly part: (typeof PERSON_PARTS)[number];
  /** YYYY-MM-DD or empty. */
  readonly birthDate: string;
  readonly nationality: string;
  readonly document: string;
  readonly measure: string;
  readonly handedTo: {
    readonly unit: string;
    readonly name: string;
    readonly number: string;
    readonly at: number;
    readonly receipt: string;
  } | null;
}

/** A piece of evidence: a file kept by its SHA-256, or the journal entries of a clearance with the hash of the last. */
export type EvidenceItem =
  | {
      readonly kind: 'FILE';
      readonly hash: string;
      readonly mediaType: string;
      readonly name: string;
      readonly bytes: number;
      readonly at: number;
      readonly by: string;
    }
  | {
      readonly kind: 'JOURNAL';
      readonly hash: string;
      readonly clearance: string;
      readonly recordNumber: string;
      readonly from: number;
      readonly to: number;
      readonly at: number;
      readonly by: string;
    };

export interface CameraMark {
  readonly camera: string;
  readonly from: string;
  readonly to: string;
  readonly at: number;
  readonly by: string;
}

/** A document or thing kept in a sealed bag. */
export interface KeptProperty {
  readonly what: string;
  readonly bag: string;
  readonly at: number;
  readonly by: string;
}

/** A person proposed to the watchlist administrator. */
export interface EntryProposal {
  /** Number of the recorded person. */
  readonly person: number;
  readonly ground: string;
  readonly at: number;
  readonly by: string;
}

export const LOG_CODES = [
  'OPENED',
  'LED',
  'HANDED_OVER',
  'TASK_DONE',
  'TASK_GIVEN_UP',
  'TASK_ADDED',
  'TASK_ASSIGNED',
  'CALLED',
  'MESSAGE',
  'NOTE',
  'CORRECTION',
  'PERSON',
  'PROPERTY',
  'EVIDENCE',
  'JOURNAL_REFERENCE',
  'CAMERA',
  'KIND',
  'LANE_STOPPED',
  'LANE_RELEASED',
  'OVERDUE',
  'ESCALATED',
  'ENTRY_PROPOSED',
  'CLOSED',
] as const;
export type LogCode = (typeof LOG_CODES)[number];

/** One line of what happened; the page makes the sentence. */
export interface LogLine {
  /** 1, 2, 3 ... without gaps. */
  readonly no: number;
  readonly at: number;
  readonly by: string;
  readonly what: LogCode;
  /** The task it is about. */
  readonly task: string | null;
  /** What somebody wrote, or a name or number. */
  readonly text: string;
}

/** Everything known of an incident; plain JSON, stored after every move. Lists only grow. */
export interface Incident {
  readonly id: string;
  readonly number: string;
  readonly lane: string;
  readonly gate: BothLanguages;
  readonly place: string;
  readonly kind: IncidentKind;
  readonly level: CallLevel;
  readonly trigger: Trigger;
  readonly openedAt: number;
  /** An officer's number or `system`. */
  readonly openedBy: string;
  readonly clearances: readonly { readonly id: string; readonly recordNumber: string }[];
  readonly playbooks: readonly { readonly kind: IncidentKind; readonly version: string }[];
  readonly proposesPosture: Posture | null;
  readonly leader: string | null;
  readonly laneStopped: boolean;
  readonly tasks: readonly IncidentTask[];
  readonly people: readonly RecordedPerson[];
  readonly property: readonly KeptProperty[];
  readonly evidence: readonly EvidenceItem[];
  readonly cameras: readonly CameraMark[];
  readonly proposals: readonly EntryProposal[];
  readonly log: readonly LogLine[];
  /** Its reports as they were made on paper; they are no lines, so that a report made twice is the same. */
  readonly forms: readonly PrintedForm[];
  readonly closed: {
    readonly at: number;
    readonly by: string;
    readonly head: string;
    readonly outcome: string;
    readonly lessons: string;
  } | null;
}

export const isOver = ({ done, givenUp }: IncidentTask): boolean => done !== null || givenUp !== null;

/** Tasks without which the incident does not close. */
export const tasksLeft = <T extends IncidentTask>({ tasks }: { readonly tasks: readonly T[] }): readonly T[] =>
  tasks.filter((task) => task.mandatory && !isOver(task));

/** What to do next: the first not over, in the playbook's order. */
export const nextTask = <T extends IncidentTask>({ tasks }: { readonly tasks: readonly T[] }): T | null =>
  tasks.find((task) => !isOver(task)) ?? null;
