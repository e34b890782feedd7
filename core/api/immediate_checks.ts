import type { CheckId, CheckOutcome, CheckResult, CheckSource, ReasonCode } from '../domain/clearance/check.ts';
import type { Clearance } from '../domain/clearance/clearance.ts';
import type { DocumentFacts } from '../domain/document/facts.ts';
import { judgeMrz, judgeValidity, outcome } from '../domain/document/verdict.ts';

/** Checks whose device, service or rules this lane does not have: said plainly, never passed. */
const NOT_HERE: readonly (readonly [CheckId, CheckResult, ReasonCode, CheckSource])[] = [
  ['OPTICAL', 'NOT_SUPPORTED', 'OPTICAL_NO_DEVICE', 'DEVICE'],
  ['CHIP_ACCESS', 'NOT_PERFORMED', 'CHIP_NO_READER', 'DEVICE'],
  ['ISSUER_SIGNATURE', 'NOT_PERFORMED', 'CHIP_NO_READER', 'DEVICE'],
  ['CLONE', 'NOT_PERFORMED', 'CHIP_NO_READER', 'DEVICE'],
  ['DG1_EQUALS_MRZ', 'NOT_PERFORMED', 'CHIP_NO_READER', 'DEVICE'],
  ['FACE', 'NOT_PERFORMED', 'BIO_NO_DEVICE', 'DEVICE'],
  ['FINGERPRINTS', 'NOT_PERFORMED', 'BIO_NO_DEVICE', 'DEVICE'],
  ['PERSONAL_NUMBER', 'NOT_PERFORMED', 'SOURCE_NOT_CONNECTED', 'CENTRAL'],
];

/** What an expired document means for a citizen who comes home is the law's to say, not the document's alone. */
function validity(document: DocumentFacts, direction: Clearance['direction'], today: string) {
  const judged = judgeValidity(document, today);
  const home = document.citizen && direction === 'ARRIVAL' && judged.reason === 'DOC_EXPIRED';
  return home ? { ...judged, severity: 'TO_RESOLVE' as const } : judged;
}

/** Every check that needs nothing but the MRZ and the day: known the moment the document is. */
export function immediateOutcomes(
  { document, direction }: Pick<Clearance, 'document' | 'direction'>,
  today: string,
  online: boolean,
  tookMs: () => number,
): CheckOutcome[] {
  const central: CheckOutcome = online
    ? {
        check: 'CENTRAL_LISTS',
        result: 'NOT_PERFORMED',
        reason: 'SOURCE_NOT_CONNECTED',
        severity: 'NONE',
        source: 'CENTRAL',
        dataVersion: null,
        durationMs: 0,
      }
    : {
        check: 'CENTRAL_LISTS',
        result: 'ABORTED',
        reason: 'SOURCE_OFFLINE',
        severity: 'INFORMATION',
        source: 'CENTRAL',
        dataVersion: null,
        durationMs: 0,
      };
  return [
    outcome('MRZ_CHECK_DIGITS', judgeMrz(document), 'DEVICE', tookMs()),
    outcome('VALIDITY', validity(document, direction, today), 'LOCAL', tookMs()),
    ...NOT_HERE.map(
      ([check, result, reason, source]): CheckOutcome => ({
        check,
        result,
        reason,
        severity: 'NONE',
        source,
        dataVersion: null,
        durationMs: 0,
      }),
    ),
    central,
  ];
}
