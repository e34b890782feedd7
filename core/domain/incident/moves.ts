import type { CameraMark, EvidenceItem, KeptProperty, RecordedPerson } from './incident.ts';
import type { Playbook } from './playbook.ts';

/** Who moves: `leads` may lead incidents, `commands` may take the lead from another. */
export interface Mover {
  readonly number: string;
  readonly leads: boolean;
  readonly commands: boolean;
}

/** What may happen to an open incident. */
export type IncidentMove =
  | { readonly type: 'LEAD' }
  | { readonly type: 'HAND_OVER'; readonly to: string }
  | { readonly type: 'TASK_DONE'; readonly task: string; readonly note: string }
  | { readonly type: 'TASK_GIVEN_UP'; readonly task: string; readonly reason: string }
  | { readonly type: 'TASK_ADDED'; readonly text: string; readonly owner: string; readonly minutes: number | null }
  | { readonly type: 'TASK_ASSIGNED'; readonly task: string; readonly owner: string; readonly minutes: number | null }
  | { readonly type: 'SAY'; readonly how: 'CALLED' | 'MESSAGE'; readonly to: string; readonly text: string }
  /** `corrects`: the number of the log line it puts right; null: a note. */
  | { readonly type: 'NOTE'; readonly text: string; readonly corrects: number | null }
  | { readonly type: 'PERSON'; readonly person: Omit<RecordedPerson, 'no' | 'at' | 'by'> }
  | { readonly type: 'PROPERTY'; readonly property: Omit<KeptProperty, 'at' | 'by'> }
  | { readonly type: 'EVIDENCE'; readonly evidence: EvidenceItem }
  | { readonly type: 'CAMERA'; readonly camera: Omit<CameraMark, 'at' | 'by'> }
  | { readonly type: 'KIND'; readonly playbook: Playbook }
  | { readonly type: 'LANE'; readonly stopped: boolean }
  | { readonly type: 'PROPOSE_ENTRY'; readonly person: number; readonly ground: string }
  | { readonly type: 'CLOSE'; readonly outcome: string; readonly lessons: string; readonly head: string };

/** Moves that belong to the leader alone. */
export const LEADING: readonly IncidentMove['type'][] = [
  'HAND_OVER',
  'TASK_GIVEN_UP',
  'TASK_ADDED',
  'TASK_ASSIGNED',
  'PERSON',
  'PROPERTY',
  'KIND',
  'LANE',
  'PROPOSE_ENTRY',
  'CLOSE',
];

export const MOVE_REFUSALS = [
  'CLOSED',
  'NOT_LEADER',
  'LED_ALREADY',
  'SAME_PERSON',
  'NO_SUCH_TASK',
  'TASK_OVER',
  'NOT_YOURS',
  'NOTE_MISSING',
  'NO_SUCH_LINE',
  'NO_SUCH_PERSON',
  'SAME_KIND',
  'NOTHING_TO_CHANGE',
  'TASKS_LEFT',
  'FULL',
] as const;
export type MoveRefused = (typeof MOVE_REFUSALS)[number];
