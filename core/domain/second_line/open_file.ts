import { CHECK_IDS } from '../clearance/check.ts';
import type { Clearance, Decision, RecordedHit } from '../clearance/clearance.ts';
import { finalOutcome } from '../clearance/decisions.ts';
import { asks } from '../clearance/hits.ts';
import { lawCloses, withLawLines } from '../clearance/law_outcomes.ts';
import type { SecondLineFile, SeenEntry } from './file.ts';

const seen = (recorded: RecordedHit): SeenEntry => ({
  name: recorded.name,
  list: recorded.hit.list,
  listKind: recorded.hit.listKind,
  matchClass: recorded.hit.matchClass,
  authority: recorded.hit.entry.authority ?? null,
  strongDifferences: recorded.strongDifferences,
  toldApart: !asks(recorded),
  answer: recorded.answer,
});

/** Checks that spoke against, or had to pass and did not. The line of the lists is answered entry by entry instead. */
function doubtsOf(clearance: Clearance): SecondLineFile['doubts'] {
  const law = lawCloses(clearance);
  return CHECK_IDS.filter((check) => {
    if (check === 'ENTRY_CONDITIONS' && law !== null) return true;
    if (check === 'LOCAL_LISTS' && clearance.hits.some(asks)) return false;
    const final = finalOutcome(clearance, check);
    const passed = final?.result === 'PASSED';
    return final?.result === 'FAILED' || (!passed && clearance.mandatory.includes(check));
  });
}

/** The file that a referral opens: what the counter saw, and nothing of discreet entries. */
export function openFile(clearance: Clearance, { by, at, reasons }: Decision): SecondLineFile {
  const { law } = clearance;
  return {
    stage: 'QUEUED',
    recordNumber: clearance.recordNumber,
    direction: clearance.direction,
    citizen: clearance.document.citizen,
    referred: { by, at },
    reasons,
    entries: clearance.hits.map(seen),
    doubts: doubtsOf(clearance),
    law: law === null ? null : { outcome: law.verdict.outcome, reasons: law.verdict.reasons, rules: law.rules.version },
    overstayOpen: lawCloses(clearance) === 'OVERSTAY_OPEN',
    escorted: null,
    taken: null,
    takenOver: [],
    interview: [],
    rechecks: [],
    comparisons: [],
    confirmations: [],
    measures: [],
    decided: null,
  };
}

/** The file once the overstay was settled after the referral: only what the law says apart from it still stands in the way. */
export function overstaySettled(file: SecondLineFile, clearance: Clearance, overstay: string): SecondLineFile {
  if (!file.overstayOpen) return file;
  const daysOver = clearance.law?.verdict.daysOver ?? 0;
  const settled: Clearance = { ...clearance, overstay: { file: overstay, state: 'SETTLED', daysOver } };
  const still = doubtsOf({ ...settled, checks: withLawLines(settled) });
  return { ...file, overstayOpen: false, doubts: file.doubts.filter((check) => still.includes(check)) };
}
