import { readDocument } from '../document/read_document.ts';
import type { StepOutcome } from './self_test.ts';

/** The State of the specimens of Doc 9303; no person has a document of it. */
const SPECIMEN_STATE = 'UTO';

/**
 * Judges a document laid for the self test: only a specimen of Utopia counts, with every check digit right. Of anything
 * else nothing is told but that it was something else.
 */
export function judgeSpecimen(lines: readonly string[], today: string): StepOutcome {
  const document = readDocument(lines, { today, state: SPECIMEN_STATE, typedIn: false });
  if (document === null) return { result: 'FAILED', measured: null, reason: 'UNREADABLE' };
  if (document.issuer !== SPECIMEN_STATE || document.nationality !== SPECIMEN_STATE)
    return { result: 'FAILED', measured: null, reason: 'NOT_A_SPECIMEN' };
  const digits = Object.values(document.checks);
  const right = digits.filter((verdict) => verdict === 'ok').length;
  const asked = digits.filter((verdict) => verdict === 'ok' || verdict === 'bad').length;
  const measured = `${document.lines.length} lines, ${right} of ${asked} check digits`;
  if (right < asked || asked === 0) return { result: 'FAILED', measured, reason: 'CHECK_DIGITS' };
  return { result: 'PASSED', measured, reason: null };
}
