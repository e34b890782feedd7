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
  if (rule.gateKinds !== null && gateKind !== undefined && !rule.gateKinds.includes(gateKind)) {
    return [{ kind: 'FAILS', rules: [rule], reason: 'LEGAL_GATE_KIND' }];
  }
  const route = claimed.route?.toLowerCase();
  if (route !== undefined && !['direct', 'transit'].includes(route)) {
    return [{ kind: 'FAILS', rules: [rule], reason: 'LEGAL_ZONE_LEFT' }];
  }
  const enough = papersLast(rule, facts);
  if (enough === null) return [{ kind: 'UNKNOWN', rules: [rule], fact: 'document.expires' }];
  if (!enough) return [{ kind: 'FAILS', rules: [rule], reason: 'LEGAL_PASSPORT_6M' }];
  return [{ kind: 'HOLDS', rules: [rule], until: lastDay(rules, facts.date, rule.days) }];
}

/** Whether passport or border pass is valid long enough; null when its end is unknown. */
function papersLast(rule: ZoneRule, facts: Facts): boolean | null {
  const { kind, expires } = facts.document;
  if (kind !== 'border-pass') return validFor(facts, rule.minValidityMonths);
  if (rule.borderPassDays === null) return false;
  return expires === undefined ? null : expires >= addDays(facts.date, rule.borderPassDays);
}
