import { addMonths } from './calendar.ts';
import type { Facts, Order } from './facts.ts';
import { type Findings, type LegalReason, suspendedBy } from './outcome.ts';
import { groundRule, refuse } from './refusal.ts';
import { type ExitSuspensionRule, inForce, type RefusalGround, type RuleSet } from './rules.ts';

/** What an order means on a day. UNCERTAIN: its first period is over by law and no end or extension is written down. */
type Standing = 'IN_FORCE' | 'NOT_YET' | 'LAPSED' | 'UNCERTAIN';

/** Whether an order stands on a day: its own end, as extended, lapses by itself. */
export function standing(order: Order, day: string, rule: ExitSuspensionRule | undefined): Standing {
  if (order.validFrom !== undefined && day < order.validFrom) return 'NOT_YET';
  const end = order.extendedTo ?? order.validTo;
  if (end !== undefined) return day <= end ? 'IN_FORCE' : 'LAPSED';
  if (rule?.maxMonths == null || order.validFrom === undefined) return 'IN_FORCE';
  return day <= addMonths(order.validFrom, rule.maxMonths) ? 'IN_FORCE' : 'UNCERTAIN';
}

/** Exit suspensions of groups 1 to 9: the officer cannot clear while one stands; lapsed ones are only mentioned. */
export function judgeExitSuspensions(rules: RuleSet, facts: Facts, citizen: boolean, findings: Findings): void {
  const table = inForce(rules.exitSuspensions, facts.date).filter(({ who }) => (who === 'CITIZEN') === citizen);
  for (const order of facts.orders ?? []) {
    if (order.kind !== 'exit-suspension') continue;
    const rule = table.find(({ group }) => group === order.group);
    const now = standing(order, facts.date, rule);
    if (now === 'NOT_YET') continue;
    if (now === 'LAPSED') findings.find('clear', 'LIST_LAPSED', rule);
    else if (order.specialPermission === true) findings.find('clear', 'LEGAL_SPECIAL_PERMISSION', rule);
    else if (facts.basis?.escort === true && !citizen) findings.find('clear', 'LEGAL_ESCORTED', rule);
    else if (now === 'UNCERTAIN') findings.find('refer', 'LEGAL_ORDER_END_UNCERTAIN', rule);
    else findings.find('not-permitted-to-exit', suspendedBy(order.group), rule);
    if (order.group === undefined && now === 'IN_FORCE') findings.miss('orders.group', false);
  }
}

/** Bans, expulsions and forced exits that stand against an entry (grounds 5 to 9, and any ground an order names). */
export function judgeEntryOrders(rules: RuleSet, facts: Facts, findings: Findings): void {
  for (const order of facts.orders ?? []) {
    if (order.kind === 'entry-ban') judgeBan(rules, order, facts.date, findings);
    if (order.kind === 'expulsion') judgeBar(rules, 5, 'LEGAL_EXPELLED_3Y', order, facts.date, findings);
    if (order.kind === 'forced-exit') judgeBar(rules, 6, 'LEGAL_FORCED_6M', order, facts.date, findings);
  }
}

/** What a ban by order of a minister is for; other grounds have no order of their own. */
const BAN_REASONS: Readonly<Record<number, LegalReason>> = {
  7: 'LEGAL_ORDER_HEALTH',
  8: 'LEGAL_ORDER_DISASTER',
  9: 'LEGAL_ORDER_SECURITY',
};

function judgeBan(rules: RuleSet, order: Order, day: string, findings: Findings): void {
  const now = standing(order, day, undefined);
  const rule = groundRule(rules, order.ground ?? 9, day);
  if (now === 'LAPSED') findings.find('clear', 'LIST_LAPSED', rule);
  else if (now === 'IN_FORCE') refuse(findings, rule, BAN_REASONS[order.ground ?? 0] ?? 'LEGAL_ENTRY_BAN');
  if (order.ground === undefined && now === 'IN_FORCE') findings.miss('orders.ground', false);
}

/** A decision bars entry for so many calendar months from the day it took effect. */
function judgeBar(
  rules: RuleSet,
  ground: number,
  reason: 'LEGAL_EXPELLED_3Y' | 'LEGAL_FORCED_6M',
  order: Order,
  day: string,
  findings: Findings,
): void {
  const rule: RefusalGround | undefined = groundRule(rules, ground, day);
  const effective = order.effective ?? order.validFrom;
  if (rule?.barMonths == null) return;
  if (effective === undefined) {
    findings.find('refer', reason, rule);
    findings.miss('orders.effective', true);
  } else if (day >= effective && day < addMonths(effective, rule.barMonths)) refuse(findings, rule, reason);
  else if (day >= effective) findings.find('clear', 'LIST_LAPSED', rule);
}
