import type { Role } from '../access/role.ts';
import type { BothLanguages, Posture } from '../posture/posture.ts';

/** What an incident can be (domain D3.7); HELP_CALL until somebody has said which. */
export const INCIDENT_KINDS = [
  'HELP_CALL',
  'FORGED_DOCUMENT',
  'IMPOSTOR',
  'PERSON_RESISTING',
  'RUNNING_THROUGH',
  'SMUGGLING_TRAFFICKING',
  'FOUND_ON_LIST',
  'ABANDONED_OBJECT',
  'MEDICAL',
  'CROWD',
  'DEVICE_SABOTAGE',
  'DATA_BREACH',
  'FIRE_EVACUATION',
  'THREATENING_PERSON',
  'LOST_CHILD',
  'EVENT_DISTURBANCE',
] as const;
export type IncidentKind = (typeof INCIDENT_KINDS)[number];

/** SILENT: nothing at the counter may change or sound. */
export type CallLevel = 'SILENT' | 'LOUD';

/** One step of a procedure. */
export interface PlaybookStep {
  readonly id: string;
  readonly does: BothLanguages;
  /** Who does it unless the leader says otherwise. */
  readonly owner: Role;
  /** From the opening of the incident; null: no time is set. */
  readonly minutes: number | null;
  /** The incident does not close while it is neither done nor given up with a reason. */
  readonly mandatory: boolean;
  /** What must be noted when it is done; null: nothing. */
  readonly note: BothLanguages | null;
}

/** The procedure for one kind of incident; data of resources/playbooks. */
export interface Playbook {
  readonly kind: IncidentKind;
  readonly version: string;
  readonly level: CallLevel;
  /** Whether the lane stops: AT_ONCE only by a loud call, for a silent one must not be seen. */
  readonly lane: 'AT_ONCE' | 'BY_LEADER' | 'NO';
  readonly proposesPosture: Posture | null;
  readonly steps: readonly PlaybookStep[];
}

export type Playbooks = Readonly<Record<IncidentKind, Playbook>>;
