import type { RuleInWords } from '../../contract/rules_view.ts';
import type { IncomingRule } from './use_incoming_rules.ts';

/** What Z4 shows. */
export type Tab = 'tables' | 'rows' | 'rehearsal' | 'incoming';

/** How a picture of the page opens; the page itself opens with nothing. */
export interface Opening {
  readonly tab?: Tab;
  readonly version?: string;
  readonly rows?: readonly RuleInWords[];
  readonly files?: readonly IncomingRule[];
  readonly confirming?: boolean;
}
