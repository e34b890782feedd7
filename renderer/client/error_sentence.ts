import { ORPCError } from '@orpc/client';
import { OVERSTAY_REFUSED_WHY } from '../../core/domain/overstay/machine.ts';
import { REFUSAL_REFUSED_WHY } from '../../core/domain/refusal/machine.ts';
import { REFUSED_WHY } from '../../core/domain/second_line/event.ts';
import { SHIFT_REFUSED_WHY } from '../../core/domain/shift/shift_machine.ts';
import { clockText } from '../i18n/formats.ts';
import type { MessageId } from '../i18n/preferences.tsx';
import type { Sentence } from '../i18n/sentence.ts';
import { KeyFailed, type KeyFailure } from './security_key.ts';

const DECISION_WHY = [...new Set([...REFUSAL_REFUSED_WHY, ...OVERSTAY_REFUSED_WHY])];

const KNOWN: Record<string, MessageId> = {
  NOT_SIGNED_IN: 'error.NOT_SIGNED_IN',
  ROLE_FORBIDDEN: 'error.ROLE_FORBIDDEN',
  TRAINING_ONLY: 'error.TRAINING_ONLY',
  TOO_MANY_CALLS: 'error.TOO_MANY_CALLS',
  STORE_FAILED: 'error.STORE_FAILED',
  DEVICE_FAILED: 'error.DEVICE_FAILED',
  WRONG_STATE: 'error.WRONG_STATE',
  TYPED_TWICE_DIFFERS: 'error.TYPED_TWICE_DIFFERS',
  MRZ_UNREADABLE: 'error.MRZ_UNREADABLE',
  LANE_CLOSED: 'error.LANE_CLOSED',
  DIFFERENT_NEEDS_STRONG_FIELDS: 'error.DIFFERENT_NEEDS_STRONG_FIELDS',
  SECOND_PERSON_NEEDED: 'error.SECOND_PERSON_NEEDED',
  SECOND_PERSON_IS_FIRST: 'error.SECOND_PERSON_IS_FIRST',
  SECOND_PERSON_ROLE: 'error.SECOND_PERSON_ROLE',
  NETWORK_THERE: 'error.NETWORK_THERE',
  CONFIRMATION_NEEDED: 'error.CONFIRMATION_NEEDED',
  CONFIRMATION_ROLE: 'error.CONFIRMATION_ROLE',
  LOGIN_WRONG: 'error.LOGIN_WRONG',
  LOGIN_LOCKED: 'error.LOGIN_LOCKED',
  LISTS_FAILED: 'error.LISTS_FAILED',
  CHANGE_UNDER_WAY: 'error.CHANGE_UNDER_WAY',
  NO_SUCH_LIST: 'error.NO_SUCH_LIST',
  TAKING_UNDER_WAY: 'error.TAKING_UNDER_WAY',
  NO_SUCH_FLIGHT: 'error.NO_SUCH_FLIGHT',
  NO_SUCH_FILE: 'error.NO_SUCH_FILE',
  LIST_KIND_DIFFERS: 'error.LIST_KIND_DIFFERS',
  NO_SUCH_CHANGE: 'error.NO_SUCH_CHANGE',
  NO_SUCH_EXCLUSION: 'error.NO_SUCH_EXCLUSION',
  SAME_PERSON: 'error.SAME_PERSON',
  NO_SUCH_DEVICE: 'error.NO_SUCH_DEVICE',
  CLEARANCE_OPEN: 'error.CLEARANCE_OPEN',
  LANE_IN_SERVICE: 'error.LANE_IN_SERVICE',
  NO_TRIAL: 'error.NO_TRIAL',
  NO_SELF_TEST: 'error.NO_SELF_TEST',
  SETTINGS_WRONG: 'error.SETTINGS_WRONG',
  DISCOVERY_FAILED: 'error.DISCOVERY_FAILED',
  TRIAL_UNDER_WAY: 'error.TRIAL_UNDER_WAY',
  EXTENDED_ALREADY: 'error.EXTENDED_ALREADY',
  NOT_KEEPABLE: 'error.NOT_KEEPABLE',
  SELF_TEST_UNDER_WAY: 'error.SELF_TEST_UNDER_WAY',
  SELF_TEST_UNFINISHED: 'error.SELF_TEST_UNFINISHED',
  NO_SUCH_RECORDING: 'error.NO_SUCH_RECORDING',
  PROFILE_UNREADABLE: 'error.PROFILE_UNREADABLE',
  PROFILE_SIGNATURE: 'error.PROFILE_SIGNATURE',
  POSTURE_REFUSED: 'error.POSTURE_REFUSED',
  HEAD_OF_UNIT_NEEDED: 'error.HEAD_OF_UNIT_NEEDED',
  NO_SUCH_POSTURE: 'error.NO_SUCH_POSTURE',
  NOT_REFERRED: 'error.NOT_REFERRED',
  REASON_NEEDED: 'error.REASON_NEEDED',
  NO_SUCH_CASE: 'error.NO_SUCH_CASE',
  CASE_REFUSED: 'error.CASE_REFUSED',
  SHIFT_REFUSED: 'error.SHIFT_REFUSED',
  RULES_FAILED: 'error.RULES_FAILED',
  REHEARSAL_UNDER_WAY: 'error.REHEARSAL_UNDER_WAY',
  NO_DECIDED_CASE: 'error.NO_DECIDED_CASE',
  NOT_A_REVIEWER: 'error.NOT_A_REVIEWER',
  NOT_HEAD_OF_UNIT: 'error.NOT_HEAD_OF_UNIT',
  FACTS_WRONG: 'error.FACTS_WRONG',
  CODE_SAYS_NOTHING: 'error.CODE_SAYS_NOTHING',
  DECISION_REFUSED: 'error.DECISION_REFUSED',
  FORM_NOT_DUE: 'error.FORM_NOT_DUE',
  FORM_LANGUAGE: 'error.FORM_LANGUAGE',
  NO_SUCH_GROUND: 'error.NO_SUCH_GROUND',
  NO_SUCH_INCIDENT: 'error.NO_SUCH_INCIDENT',
  INCIDENT_REFUSED: 'error.INCIDENT_REFUSED',
  FILE_TOO_LARGE: 'error.FILE_TOO_LARGE',
  FILE_KIND: 'error.FILE_KIND',
  NO_SUCH_UPLOAD: 'error.NO_SUCH_UPLOAD',
  SECOND_FACTOR_NEEDED: 'error.SECOND_FACTOR_NEEDED',
  SECOND_FACTOR_UNREGISTERED: 'error.SECOND_FACTOR_UNREGISTERED',
  SECOND_FACTOR_WRONG: 'error.SECOND_FACTOR_WRONG',
  KEYS_OFF: 'error.KEYS_OFF',
  KEY_CONFIRMER_NEEDED: 'error.KEY_CONFIRMER_NEEDED',
  TOO_MANY_KEYS: 'error.TOO_MANY_KEYS',
  BAD_REQUEST: 'error.BAD_REQUEST',
};

const KEY_SAID = {
  NOT_HERE: 'error.KEY_NOT_HERE',
  CANCELLED: 'error.KEY_CANCELLED',
  KNOWN: 'error.KEY_KNOWN',
  SILENT: 'error.KEY_SILENT',
} as const satisfies Record<KeyFailure, MessageId>;

/** The one sentence for a refused call; an unknown error says that nothing was recorded. A moment is told in gate time. */
export function sentenceOf(problem: unknown, timeZone?: string): Sentence {
  if (problem instanceof KeyFailed) return { id: KEY_SAID[problem.why] };
  if (!(problem instanceof ORPCError)) return { id: 'error.UNKNOWN' };
  const id = KNOWN[problem.code] ?? 'error.UNKNOWN';
  const data = (problem.data ?? {}) as Record<string, unknown>;
  const values = Object.fromEntries(
    Object.entries(data).filter(
      (entry): entry is [string, string | number] => typeof entry[1] === 'string' || typeof entry[1] === 'number',
    ),
  );
  if (problem.code === 'LISTS_FAILED' && isListProblem(values.code)) return { id: LIST_PROBLEMS[values.code] };
  const why = REFUSED_WHY.find((one) => one === values.why);
  if (problem.code === 'CASE_REFUSED' && why !== undefined) return { id: `second.refused.${why}` };
  if (problem.code === 'RULES_FAILED' && typeof values.code === 'string') return rulesProblemSentence(values.code);
  const closed = DECISION_WHY.find((one) => one === values.why);
  if (problem.code === 'DECISION_REFUSED' && closed !== undefined) return { id: `decisions.refused.${closed}` };
  if (problem.code === 'INCIDENT_REFUSED' && values.why === 'SAME_PERSON')
    return { id: 'incident.refused.SAME_PERSON' };
  const shiftWhy = SHIFT_REFUSED_WHY.find((one) => one === values.why);
  if (problem.code === 'SHIFT_REFUSED' && shiftWhy !== undefined) return { id: `shift.why.${shiftWhy}` };
  const { until } = values;
  if (timeZone === undefined || typeof until !== 'number') return { id, values };
  return { id, values: { ...values, until: clockText(until, timeZone).slice(0, 5) } };
}

const LIST_PROBLEMS = {
  LIST_FILE_UNREADABLE: 'admin.problem.LIST_FILE_UNREADABLE',
  LIST_FILE_EMPTY: 'admin.problem.LIST_FILE_EMPTY',
  LIST_FORMAT: 'admin.problem.LIST_FORMAT',
  LIST_STORE_FULL: 'admin.problem.LIST_STORE_FULL',
  LIST_STORE_DAMAGED: 'admin.problem.LIST_STORE_DAMAGED',
  LIST_CHANGED_MEANWHILE: 'admin.problem.LIST_CHANGED_MEANWHILE',
  LIST_NO_EARLIER_COPY: 'admin.problem.LIST_NO_EARLIER_COPY',
  LIST_OLDER: 'admin.problem.LIST_OLDER',
  DELTA_OUT_OF_ORDER: 'admin.problem.DELTA_OUT_OF_ORDER',
  SIGNATURE_MISSING: 'admin.problem.SIGNATURE_MISSING',
  SIGNATURE_UNKNOWN_AUTHORITY: 'admin.problem.SIGNATURE_UNKNOWN_AUTHORITY',
  SIGNATURE_WRONG: 'admin.problem.SIGNATURE_WRONG',
  COUNT_WRONG: 'admin.problem.COUNT_WRONG',
  DIGEST_WRONG: 'admin.problem.DIGEST_WRONG',
} as const satisfies Record<string, MessageId>;

const isListProblem = (code: unknown): code is keyof typeof LIST_PROBLEMS =>
  typeof code === 'string' && Object.hasOwn(LIST_PROBLEMS, code);

/** Why the lists could not be changed; a code without a sentence of its own is named. */
export function listProblemSentence(code: string): Sentence {
  return isListProblem(code) ? { id: LIST_PROBLEMS[code] } : { id: 'admin.problem.OTHER', values: { code } };
}

const RULES_PROBLEMS = {
  RULES_UNREADABLE: 'rules.problem.RULES_UNREADABLE',
  RULES_INVALID: 'rules.problem.RULES_INVALID',
  RULES_FORMAT: 'rules.problem.RULES_FORMAT',
  RULES_SCHEMA_UNKNOWN: 'rules.problem.RULES_SCHEMA_UNKNOWN',
  RULES_STATE_OTHER: 'rules.problem.RULES_STATE_OTHER',
  RULES_DAMAGED: 'rules.problem.RULES_DAMAGED',
  RULES_OLDER: 'rules.problem.RULES_OLDER',
  RULES_EXPIRED: 'rules.problem.RULES_EXPIRED',
  RULES_BASE_OTHER: 'rules.problem.RULES_BASE_OTHER',
  RULES_IN_FORCE: 'rules.problem.RULES_IN_FORCE',
  RULES_NO_EARLIER: 'rules.problem.RULES_NO_EARLIER',
  RULES_UNKNOWN: 'rules.problem.RULES_UNKNOWN',
  RULES_STORE_IO: 'rules.problem.RULES_STORE_IO',
  SIGNATURE_MISSING: 'rules.problem.SIGNATURE_MISSING',
  SIGNATURE_UNKNOWN_AUTHORITY: 'rules.problem.SIGNATURE_UNKNOWN_AUTHORITY',
  SIGNATURE_WRONG: 'rules.problem.SIGNATURE_WRONG',
} as const satisfies Record<string, MessageId>;

const isRulesProblem = (code: string): code is keyof typeof RULES_PROBLEMS => Object.hasOwn(RULES_PROBLEMS, code);

/** Why rules could not be used; a code without a sentence of its own is named. */
export function rulesProblemSentence(code: string): Sentence {
  return isRulesProblem(code) ? { id: RULES_PROBLEMS[code] } : { id: 'rules.problem.OTHER', values: { code } };
}
