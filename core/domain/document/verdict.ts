import type { CheckOutcome, CheckResult, ReasonCode, Severity } from '../clearance/check.ts';
import type { DocumentFacts } from './facts.ts';

type Judgement = { result: CheckResult; reason: ReasonCode | null; severity: Severity };
const passed: Judgement = { result: 'PASSED', reason: null, severity: 'NONE' };

/**
 * Warnings that leave the string well formed but the holder in doubt: a day that this year does not have, a character that
 * no code of a State can hold.
 */
function isDoubt({ code, field }: DocumentFacts['problems'][number]): boolean {
  return code === 'DATE_IMPOSSIBLE' || (code === 'FIELD_CHARSET' && (field === 'nationality' || field === 'issuer'));
}

/** The check digits and characters of the MRZ (9303-3 4.9). A correction is proposed, never taken. */
export function judgeMrz(document: DocumentFacts): Judgement {
  if (Object.values(document.checks).includes('bad')) {
    return { result: 'FAILED', reason: 'DOC_CHECKDIGIT', severity: 'BLOCKING' };
  }
  if (!document.valid) return { result: 'FAILED', reason: 'DOC_MRZ_INVALID', severity: 'BLOCKING' };
  if (document.problems.some(isDoubt))
    return { result: 'UNDETERMINED', reason: 'DOC_MRZ_INVALID', severity: 'TO_RESOLVE' };
  if (document.typedIn) return { result: 'PASSED', reason: 'DOC_TYPED_IN', severity: 'INFORMATION' };
  return passed;
}

/** Whether this is a document a person may cross with today: not a specimen, no visa alone, known issuer, not expired. */
export function judgeValidity(document: DocumentFacts, today: string): Judgement {
  const codes = new Set(document.problems.map((problem) => problem.code));
  if (codes.has('SPECIMEN')) return { result: 'FAILED', reason: 'DOC_SPECIMEN', severity: 'BLOCKING' };
  if (document.format === 'MRV-A' || document.format === 'MRV-B') {
    return { result: 'FAILED', reason: 'DOC_KIND_NOT_TRAVEL', severity: 'BLOCKING' };
  }
  // The French card of 1988 carries no expiry in its MRZ: a person must look at the printed date.
  if (document.expiryDate === '')
    return { result: 'UNDETERMINED', reason: 'DOC_EXPIRY_UNREADABLE', severity: 'TO_RESOLVE' };
  // Valid through the printed day, in the gate's own time (domain B1.6).
  if (document.expiryDate < today) return { result: 'FAILED', reason: 'DOC_EXPIRED', severity: 'BLOCKING' };
  if (codes.has('CODE_UNKNOWN')) return { result: 'UNDETERMINED', reason: 'DOC_CODE_UNKNOWN', severity: 'TO_RESOLVE' };
  if (codes.has('CODE_NON_STANDARD') || codes.has('CODE_DEPRECATED')) {
    return { result: 'PASSED', reason: 'DOC_CODE_UNKNOWN', severity: 'INFORMATION' };
  }
  return passed;
}

/** Dresses a judgement as a recorded line of the verdict. */
export function outcome(
  check: CheckOutcome['check'],
  judgement: Judgement,
  source: CheckOutcome['source'],
  durationMs: number,
  dataVersion: string | null = null,
): CheckOutcome {
  return { check, ...judgement, source, dataVersion, durationMs };
}
