import { ROLES, type Role } from './role.ts';

/**
 * The one table of who may do what (vocabulary E4). A call of the contract names one of these acts and never a role; the
 * booth looks the role up here, whatever the page shows. Who only gives a second signature is judged by the act as well.
 */
export const PERMISSIONS = {
  /** Read documents, ask for facts, compare hits and decide at the counter. */
  WORK_LANE: ['officer', 'supervisor', 'head-of-unit'],
  /** Be on duty: take over a shift, hand it over, close it. */
  WORK_SHIFT: ['officer', 'second-line', 'supervisor', 'head-of-unit', 'gate-operator'],
  /** Stand beside an officer as the second person of an act that needs two. */
  CONFIRM_AT_DESK: ['officer', 'supervisor', 'head-of-unit'],
  /** Be the second person where a supervisor is asked for. */
  SUPERVISE: ['supervisor', 'head-of-unit'],
  /** Take referred persons, question them, decide in the second line. */
  WORK_SECOND_LINE: ['second-line', 'supervisor', 'head-of-unit'],
  /** See proposed refusals and overstays, and the papers of those decided. */
  SEE_DECISIONS: ['supervisor', 'head-of-unit'],
  /** Bring a matter before the head of unit, who decides it with number and PIN at this very window. */
  BRING_DECISION: ['officer', 'second-line', 'supervisor', 'head-of-unit'],
  /** Decide a refusal of entry, an overstay from 16 days, the end of an incident (Law 47/2014 Art 22; domain D3). */
  DECIDE_FOR_UNIT: ['head-of-unit'],
  /** Call for help and see the incident of one's own lane. */
  CALL_INCIDENT: ['officer', 'second-line', 'supervisor', 'head-of-unit', 'gate-operator', 'gate-assistant'],
  /** Lead an incident: tasks, evidence, hand-over, report. */
  LEAD_INCIDENT: ['supervisor', 'head-of-unit'],
  /** See silent calls, which nobody else in the hall may notice. */
  RECEIVE_SILENT_CALL: ['supervisor', 'head-of-unit'],
  /** Raise or end a posture for a time. */
  SET_POSTURE: ['head-of-unit'],
  /** See the rules in force and rehearse others. */
  SEE_RULES: ['head-of-unit', 'watchlist-admin', 'auditor'],
  /** Order that other rules come into force; a head of unit confirms. */
  CHANGE_RULES: ['watchlist-admin', 'head-of-unit'],
  /** Put ordered rules in force, by number and PIN beside whoever ordered them. */
  CONFIRM_RULES: ['head-of-unit'],
  /** See which flights are expected, by numbers of people alone, and how old the copies are. */
  SEE_FLIGHTS: ['officer', 'second-line', 'supervisor', 'head-of-unit', 'watchlist-admin'],
  /** See by name who is expected on a flight and has not come. */
  SEE_EXPECTED: ['second-line', 'supervisor', 'head-of-unit'],
  /** Bring in passenger lists, visas and declarations by file. */
  BRING_ADVANCE_DATA: ['supervisor', 'head-of-unit', 'watchlist-admin'],
  /** Open a decided clearance as it was. */
  REPLAY_CASES: ['auditor', 'head-of-unit', 'supervisor'],
  /** Walk the chain of the journal. */
  VERIFY_JOURNAL: ['auditor', 'head-of-unit', 'supervisor'],
  /** See and change one's own security keys, a second person standing by. */
  KEEP_OWN_KEYS: ROLES,
  /** Stand beside a person who registers or removes a security key; never for one's own. */
  CONFIRM_KEYS: ['head-of-unit', 'watchlist-admin'],
  SEE_DEVICES: ['technician', 'supervisor', 'head-of-unit'],
  MAINTAIN_DEVICES: ['technician'],
  ADMINISTER_LISTS: ['watchlist-admin'],
  /** Be the second person of a change of lists. */
  CONFIRM_LISTS: ['watchlist-admin', 'supervisor', 'head-of-unit'],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof PERMISSIONS;

/** Whether one of these roles may do it. */
export function may(roles: readonly Role[], permission: Permission): boolean {
  const holders: readonly Role[] = PERMISSIONS[permission];
  return roles.some((role) => holders.includes(role));
}
