import { openStore, systemEnvironment } from '../../cli/open_store.ts';
import { hashPin } from '../../core/api/pin.ts';
import { addDays } from '../../core/domain/entry/calendar.ts';
import { evaluate } from '../../core/domain/entry/evaluate.ts';
import type { Facts } from '../../core/domain/entry/facts.ts';
import { loadRules } from '../../core/rules/load_rules.ts';
import { PRODUCT_RULES } from '../../core/rules/testing/signed_rules.ts';

/** `changed_law_store.ts DIRECTORY DAY NUMBER PIN`: makes a head of unit of that number, and a crossing decided on that day. */
const [, , directory = '', day = '', number = '', pin = ''] = process.argv;
const facts: Facts = {
  ...{ direction: 'arrival', date: day, gateKind: 'airport' },
  person: { nationality: 'FRA', birthDate: '1971-03-04' },
  document: { kind: 'ordinary-passport', expires: addDays(day, 2000) },
  history: [],
};
const storage = await openStore(directory, await systemEnvironment(), true);
const rules = await loadRules(PRODUCT_RULES, 'VNM');
if (!storage.ok || !rules.ok) throw new Error('the store or the rules cannot be opened');
const { accounts, records } = storage.value;
const never = { failures: 0, lockedUntil: null, lastLoginAt: null, lastLoginLane: null };
const pinHash = await hashPin(pin);
await accounts.save({ number, displayName: 'Mẫu Trưởng Hai', roles: ['head-of-unit'], pinHash, ...never });
const at = Date.parse(day);
const verdict = evaluate(rules.value, facts);
const written = await records.commit({
  entries: [{ event: 'CLEARED', at, actor: '0412', terminal: 'A07', clearance: 'before', data: {} }],
  crossing: {
    ...{ id: 'before', recordNumber: 'A08-000001', lane: 'A08', at, day, direction: 'ARRIVAL', outcome: 'CLEARED' },
    ...{ documentKey: null, personKey: null, personalNumber: null, nationality: 'FRA' },
    ...{ stayUntil: verdict.stayUntil ?? null, rulesVersion: rules.value.version, facts, verdict },
  },
});
await storage.value.close();
if (!written.ok) throw new Error(written.error.code);
