import type { SecondLineCase } from '../../contract/second_line_view.ts';
import { LawPage } from '../officer/law/law_page.tsx';

/** What the law answered at the counter, as the counter saw it. It is said again, never worked out anew, and nothing is stated here. */
export const LawTab = ({ file }: { file: SecondLineCase }) => (
  <LawPage clearance={file.clearance} onState={null} onPrint={null} />
);
