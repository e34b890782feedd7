import type { RulesView } from '../../contract/rules_view.ts';
import { rulesProblemSentence } from '../client/error_sentence.ts';
import type { Translate } from '../i18n/text.tsx';
import { type Attention, said } from '../ui/attention.ts';

/** What Z3 says of the law: what waits for somebody first, then what is wrong, then what is in force. */
export function aboutRules(view: RulesView, t: Translate, count: (value: number) => string): Attention {
  const { order, inForce, problem, rehearsal } = view;
  if (order?.phase === 'WAITING')
    return said('to-resolve', 'warn', 'rules.head.waits', 'rules.head.waits.detail', {
      version: order.version,
      by: order.orderedBy,
    });
  if (order?.phase === 'FAILED') {
    const why = rulesProblemSentence(order.problem ?? '');
    return said('to-resolve', 'warn', 'rules.head.failed', 'rules.head.failed.detail', { why: t(why.id, why.values) });
  }
  if (inForce === null) return said('blocking', 'block', 'rules.head.none', 'rules.head.none.detail');
  const { version, signedBy } = inForce;
  if (problem !== null)
    return said('to-resolve', 'warn', 'rules.head.problem', 'rules.head.problem.detail', { version });
  if (rehearsal?.phase === 'RUNNING')
    return said('running', 'run', 'rules.head.running', 'rules.head.running.detail', {
      version: rehearsal.version,
      read: count(rehearsal.read),
      total: count(rehearsal.total),
    });
  if (signedBy === null) return said('information', 'quiet', 'rules.head', 'rules.head.product', { version });
  return said('passed', 'ok', 'rules.head', 'rules.head.signed', { version, by: signedBy });
}
