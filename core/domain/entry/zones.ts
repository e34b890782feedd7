import type { BasisAnswer } from './basis_answer.ts';
import { addDays } from './calendar.ts';
import { validFor } from './document_rules.ts';
import { lastDay } from './exemptions.ts';
import type { Facts } from './facts.ts';
import { inForce, type RuleSet, type ZoneRule } from './rules.ts';

/** Stays in a coastal or border-gate economic zone (Art 31(1)(d)): only for who does not leave it. */
export function zoneAnswer(rules: RuleSet, facts: Facts): BasisAnswer[] {
  const claimed = facts.basis?.exemption;
  if (claimed?.kind !== 'coastal-zone' && claimed?.kind !== 'border-gate-zone') return [];
  const rule = inForce(rules.zones, facts.date).find(({ zone }) => zone === claimed.kind);
  if (rule === undefined) return [];
  const { gateKind } = facts;
  const step = { basis: 'ZONE', rules: [rule], values: { zone: claimed.kind, days: rule.days } } as const;
  if (rule.gateKinds !== null && gateKind !== undefined && !rule.gateKinds.includes(gateKind)) {
    return [{ ...step, kind: 'FAILS', reason: 'LEGAL_GATE_KIND' }];
  }
  const route = claimed.route?.toLowerCase();
  if (route !== undefined && !['direct', 'transit'].includes(route)) {
    return [{ ...step, kind: 'FAILS', reason: 'LEGAL_ZONE_LEFT' }];
  }
  const enough = papersLast(rule, facts);
  if (enough === null) return [{ ...step, kind: 'UNKNOWN', fact: 'document.expires' }];
  if (!enough) return [{ ...step, kind: 'FAILS', reason: 'LEGAL_PASSPORT_6M' }];
  const until = lastDay(rules, facts.date, rule.days);
  return [{ ...step, kind: 'HOLDS', ends: [{ what: 'DAYS', from: facts.date, days: rule.days, until }] }];
}

/** Whether passport or border pass is valid long enough; null when its end is unknown. */
function papersLast(rule: ZoneRule, facts: Facts): boolean | null {
  const { kind, expires } = facts.document;
  if (kind !== 'border-pass') return validFor(facts, rule.minValidityMonths);
  if (rule.borderPassDays === null) return false;
  return expires === undefined ? null : expires >= addDays(facts.date, rule.borderPassDays);
}
