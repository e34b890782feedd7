import type { ClearanceView } from '../../../contract/lane_view.ts';
import { Text } from '../../i18n/text.tsx';
import { Panel } from '../../ui/panel.tsx';
import { BasisLadder } from './basis_ladder.tsx';
import { Findings } from './findings.tsx';
import styles from './law_page.module.css';
import { OpenOfLaw } from './open_of_law.tsx';
import { OverstayPage } from './overstay_page.tsx';
import { RuleSetLine } from './rule_set_line.tsx';
import { StayArithmetic } from './stay_arithmetic.tsx';

/** Z4, the second page of a case: on what the law lets the person in or out, and how the stay is computed. */
export function LawPage({
  clearance,
  onState,
  onPrint,
}: {
  clearance: ClearanceView;
  /** Opens the form of facts; null where none is stated. */
  onState: (() => void) | null;
  onPrint: (() => void) | null;
}) {
  const { law } = clearance;
  if (law === null) return <NotAsked />;
  if (law.overstay !== null && law.overstay.daysOver > 0)
    return <OverstayPage law={law} overstay={law.overstay} onPrint={onPrint} />;
  return (
    <Panel zone="Z4">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <div className={styles.page} data-scrolls tabIndex={0}>
        {law.bases.length > 0 ? <BasisLadder law={law} /> : <Findings law={law} />}
        {law.stay !== null && law.outcome !== 'propose-refusal' && <StayArithmetic stay={law.stay} />}
        <OpenOfLaw law={law} onState={onState} />
      </div>
      <RuleSetLine law={law} />
    </Panel>
  );
}

function NotAsked() {
  return (
    <Panel zone="Z4" className={styles.empty}>
      <strong>
        <Text id="law.none" />
      </strong>
      <p>
        <Text id="law.none.detail" />
      </p>
    </Panel>
  );
}
