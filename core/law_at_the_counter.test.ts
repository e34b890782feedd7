import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CounterAtWork, checkOf, clearOf, inDays, mother, passport, visa } from './testing/counter_at_work.ts';
import { clientOf, demoLines, seen, startBooth, temporaryData } from './testing/desk.ts';

const counter = new CounterAtWork();
beforeAll(() => counter.start(), 120_000);
afterAll(() => counter.stop());

describe('a foreigner leaves', () => {
  it('within the stay', async () => {
    const view = await counter.laid('DEPARTURE', demoLines('stays'));
    expect(view.law).toMatchObject({ outcome: 'clear', pairing: { state: 'PAIRED', since: inDays(-12) } });
    expect(view.law?.stay).toMatchObject({ until: inDays(32), lines: [{ what: 'GRANTED', decides: true }] });
    await counter.leave(view);
  });

  it('37 days over: the arithmetic adds up, the tier is proposed, nobody leaves before it is settled', async () => {
    const view = await counter.laid('DEPARTURE', demoLines('overstayed'));
    const { overstay } = view.law ?? {};
    expect(overstay).toMatchObject({ entered: inDays(-81), grantedDays: 45, until: inDays(-37), daysOver: 37 });
    expect(overstay?.entry).toMatchObject({ recordNumber: 'A03-088120' });
    expect(overstay?.spans.reduce((sum, { days }) => sum + days, 0)).toBe(37);
    expect(overstay?.tiers.find(({ tier }) => tier === overstay.tier)).toMatchObject({ fineVndMillion: [10, 15] });
    expect(clearOf(view)).toMatchObject({ open: false, why: ['OVERSTAY_OPEN'], check: 'ENTRY_CONDITIONS' });
    expect(checkOf(view, 'ENTRY_CONDITIONS')).toMatchObject({ state: 'FAILED', reason: 'LEGAL_OVERSTAY' });
    await expect(counter.client.lane.clear({ clearance: view.id })).rejects.toMatchObject({
      code: 'WRONG_STATE',
      data: { why: 'OVERSTAY_OPEN' },
    });
    const extended = await counter.stated(view, { stayUntil: inDays(2) });
    expect(extended.law).toMatchObject({ outcome: 'clear', overstay: null });
    await counter.leave(view);
  });

  it('without any known entry: to the second line, unless a certificate is shown', async () => {
    const view = await counter.laid('DEPARTURE', demoLines('no-entry'));
    expect(view.law?.reasons).toEqual(['MOVE_NO_OPEN_ENTRY']);
    expect(clearOf(view).open).toBe(false);
    const shown = await counter.stated(view, { stayUntil: inDays(3) });
    expect(clearOf(shown).open).toBe(true);
    await counter.leave(view);
  });
});

describe('a citizen', () => {
  it('comes home and is never refused', async () => {
    const view = await counter.laid('ARRIVAL', demoLines('citizen'));
    expect(clearOf(view).open).toBe(true);
    expect(view.decisions.proposeRefusal).toMatchObject({ open: false, why: ['NOT_FOR_CITIZENS'] });
    expect(view.law?.bases).toEqual([]);
    await counter.leave(view);
  });

  it('comes home with an expired passport: dealt with, then admitted', async () => {
    const view = await counter.laid('ARRIVAL', demoLines('citizen-expired'));
    expect(view.law).toMatchObject({ outcome: 'refer' });
    expect(view.law?.reasons).toEqual(['DOC_EXPIRED', 'LEGAL_CITIZEN_ADMITTED']);
    expect(clearOf(view).why).toEqual(['LAW_REFERS']);
    expect(view.decisions.proposeRefusal.open).toBe(false);
    const handled = await counter.stated(view, { handled: 'Biên bản số 17/BB-MẪU' });
    expect(checkOf(handled, 'ENTRY_CONDITIONS')).toMatchObject({ state: 'PASSED', reason: 'LEGAL_CITIZEN_ADMITTED' });
    expect(checkOf(handled, 'VALIDITY')).toMatchObject({ state: 'FAILED', severity: 'INFORMATION' });
    expect(clearOf(handled).open).toBe(true);
    await counter.client.lane.clear({ clearance: view.id });
  });

  it('leaves: the destination is asked for and holds nobody, a no does', async () => {
    const view = await counter.laid('DEPARTURE', demoLines('citizen'));
    expect(view.law?.missingFacts).toContain('basis.destinationAdmission');
    expect(checkOf(view, 'ENTRY_CONDITIONS')).toMatchObject({ state: 'PASSED', reason: 'LEGAL_DESTINATION_TO_ASK' });
    expect(clearOf(view).open).toBe(true);
    const no = await counter.stated(view, { destinationAdmission: false });
    expect(clearOf(no).why).toEqual(['NOT_PERMITTED_TO_EXIT']);
    const yes = await counter.stated(view, { destinationAdmission: true });
    expect(checkOf(yes, 'ENTRY_CONDITIONS')).toMatchObject({ state: 'PASSED', reason: null });
    await counter.leave(view);
  });

  it('may not leave on an expired passport', async () => {
    const view = await counter.laid('DEPARTURE', demoLines('citizen-expired'));
    expect(clearOf(view).why).toEqual(['NOT_PERMITTED_TO_EXIT', 'CHECK_FAILED']);
    await counter.leave(view);
  });

  it('may not leave while suspended by group 5', async () => {
    const view = await counter.laid('DEPARTURE', demoLines('suspended'));
    expect(view.law).toMatchObject({ outcome: 'not-permitted-to-exit', reasons: ['LEGAL_SUSPENDED_G5'] });
    expect(clearOf(view).why).toEqual(['COMPARE_HITS', 'NOT_PERMITTED_TO_EXIT']);
    await counter.leave(view);
    const home = await counter.laid('ARRIVAL', demoLines('suspended'));
    expect(home.law?.outcome).toBe('clear');
    await counter.leave(home);
  });

  it('of less than fourteen leaves only with a proven representative, and comes home without', async () => {
    const child = await counter.laid('DEPARTURE', demoLines('child'));
    expect(clearOf(child).why).toEqual(['FACTS_MISSING']);
    const alone = await counter.stated(child, { unaccompanied: true });
    expect(clearOf(alone).why).toContain('NOT_PERMITTED_TO_EXIT');
    const proven = await counter.stated(child, mother(true));
    expect(clearOf(proven).open).toBe(true);
    await counter.leave(child);
    const home = await counter.laid('ARRIVAL', demoLines('child'));
    expect(clearOf(home).open).toBe(true);
    expect(checkOf(home, 'COMPANION')).toMatchObject({ state: 'NOT_PERFORMED', reason: 'NOT_NEEDED' });
    await counter.leave(home);
  });
});

describe('what an officer states', () => {
  it.each([
    ['visaDays', visa({ validFrom: inDays(3), validTo: inDays(1) })],
    ['visaLastUsed', visa({ lastUsed: inDays(1) })],
    ['visaEntries', visa({ usedEntries: 2 })],
    ['issuedLater', { documentIssued: inDays(1) }],
    ['flightDay', { flight: { number: 'XZ417', day: inDays(30), seat: null } }],
    ['handledNotCitizen', { handled: 'x' }],
  ] as const)('%s is refused with its own error and changes nothing', async (what, facts) => {
    const view = await counter.laid('ARRIVAL', passport('FRA'));
    await expect(counter.client.lane.state({ clearance: view.id, facts })).rejects.toMatchObject({
      code: 'FACTS_WRONG',
      data: { what },
    });
    expect((await counter.now()).facts).toEqual(view.facts);
    await counter.leave(view);
  });
});

it('a State whose law is not installed: nobody is cleared, everybody can be referred', async () => {
  const other = temporaryData();
  writeFileSync(join(other.directory, 'settings.json'), JSON.stringify({ lane: { state: 'LAO' } }));
  const booth = await startBooth({ dataDirectory: other.directory });
  const there = clientOf(booth);
  await there.session.signIn({ number: '0412', pin: '246810', direction: 'ARRIVAL', shift: '1' });
  const lines = [...passport('FRA')];
  await there.lane.typeIn({ lines, again: lines });
  const { clearance } = await seen(there, (view) => view.clearance?.phase === 'REVIEW');
  const line = clearance?.checks.find(({ check }) => check === 'ENTRY_CONDITIONS');
  expect(line).toMatchObject({ state: 'NOT_PERFORMED', reason: 'RULES_NOT_INSTALLED' });
  expect(clearance?.decisions.clear).toMatchObject({ open: false, check: 'ENTRY_CONDITIONS' });
  expect(clearance?.decisions.refer.open).toBe(true);
  await booth.stop();
  other.remove();
}, 120_000);
