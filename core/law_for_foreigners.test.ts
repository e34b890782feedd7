import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHILD, CounterAtWork, checkOf, clearOf, inDays, mother, passport, visa } from './testing/counter_at_work.ts';
import { demoLines } from './testing/desk.ts';

const counter = new CounterAtWork();
beforeAll(() => counter.start(), 120_000);
afterAll(() => counter.stop());

describe('a foreigner arrives', () => {
  it('on the unilateral exemption: 45 days, the day of entry counted', async () => {
    const view = await counter.laid('ARRIVAL', demoLines('foreigner'));
    expect(view.law).toMatchObject({ outcome: 'clear', stay: { until: inDays(44), days: 45, entryDayCounts: true } });
    expect(view.law?.bases.find(({ answer }) => answer === 'APPLIES')).toMatchObject({ kind: 'UNILATERAL' });
    expect(checkOf(view, 'ENTRY_CONDITIONS')).toMatchObject({ state: 'PASSED', mandatory: true });
    expect(clearOf(view).open).toBe(true);
    await counter.client.lane.clear({ clearance: view.id });
    // The record of it is the open entry of the next visit to either side of the gate.
    const again = await counter.laid('ARRIVAL', demoLines('foreigner'));
    expect(again.law?.reasons).toContain('MOVE_OPEN_ENTRY_EXISTS');
    expect(again.law?.pairing).toMatchObject({ state: 'OPEN_ENTRY', since: inDays(0), usedTwice: true });
    expect(clearOf(again)).toMatchObject({ open: false, why: ['LAW_REFERS'], check: 'ENTRY_CONDITIONS' });
    expect(checkOf(again, 'PAIRING')).toMatchObject({ state: 'UNDETERMINED', reason: 'MOVE_USED_TWICE' });
    await counter.leave(again);
    const out = await counter.laid('DEPARTURE', demoLines('foreigner'));
    expect(out.law).toMatchObject({ outcome: 'clear', pairing: { state: 'PAIRED', since: inDays(0) } });
    expect(out.facts.movements[0]).toMatchObject({ stayUntil: inDays(44), source: 'LOCAL' });
    await counter.leave(out);
  });

  it('without any basis: a refusal is proposed, a paper shown late changes that at once', async () => {
    const view = await counter.laid('ARRIVAL', demoLines('no-basis'));
    expect(clearOf(view)).toMatchObject({ open: false, why: ['NO_BASIS'] });
    expect(view.law).toMatchObject({ outcome: 'propose-refusal', decider: 'HEAD_OF_UNIT', reasons: ['LEGAL_NO_VISA'] });
    expect(checkOf(view, 'ENTRY_CONDITIONS')).toMatchObject({ state: 'FAILED', reason: 'LEGAL_NO_VISA' });
    expect(view.decisions.proposeRefusal.open).toBe(true);
    const shown = await counter.stated(view, visa());
    expect(shown.law).toMatchObject({ outcome: 'clear', stay: { until: inDays(60) } });
    expect(clearOf(shown).open).toBe(true);
    const back = await counter.stated(view, { visa: null });
    expect(clearOf(back).why).toEqual(['NO_BASIS']);
    await counter.leave(back);
  });

  it.each([
    ['used', { usedEntries: 1 }, 'LEGAL_VISA_USED'],
    ['for another gate', { gateListed: false }, 'LEGAL_VISA_GATE'],
    ['over', { validFrom: inDays(-60), validTo: inDays(-1) }, 'LEGAL_VISA_NOT_VALID'],
    ['not begun', { validFrom: inDays(1), validTo: inDays(30) }, 'LEGAL_VISA_NOT_VALID'],
    ['forged', { kind: 'VISA' as const, forged: true }, 'LEGAL_VISA_FORGED'],
  ])('with a visa that is %s', async (_what, change, reason) => {
    const view = await counter.stated(await counter.laid('ARRIVAL', passport('AUS')), visa(change));
    expect(view.law).toMatchObject({ outcome: 'propose-refusal', reasons: [reason] });
    expect(view.law?.bases.find(({ kind }) => kind === 'VISA')).toMatchObject({ answer: 'NOT_MET', reason });
    expect(clearOf(view).why).toEqual(['NO_BASIS']);
    await counter.leave(view);
  });

  it('with a visa whose use nobody knows: the fact is asked for', async () => {
    const view = await counter.stated(await counter.laid('ARRIVAL', passport('AUS')), visa({ usedEntries: null }));
    expect(view.law?.missingFacts).toContain('basis.evisa.usedEntries');
    expect(clearOf(view).why).toEqual(['FACTS_MISSING']);
    expect(checkOf(view, 'ENTRY_CONDITIONS')).toMatchObject({ state: 'UNDETERMINED', reason: 'FACTS_MISSING' });
    await counter.leave(view);
  });

  it('with a visa for one entry that this booth has seen used', async () => {
    const lines = passport('AUS');
    const paper = visa({ number: 'EV-ONCE', usedEntries: 0 });
    const first = await counter.stated(await counter.laid('ARRIVAL', lines), paper);
    await counter.client.lane.clear({ clearance: first.id });
    const out = await counter.laid('DEPARTURE', lines);
    await counter.client.lane.clear({ clearance: out.id });
    const again = await counter.stated(await counter.laid('ARRIVAL', lines), paper);
    expect(again.law?.reasons).toContain('LEGAL_VISA_USED');
    expect(again.law?.pairing).toMatchObject({ state: 'PAIRED', usedTwice: true });
    await counter.leave(again);
  });

  it('for tourism where the exemption is for tourism only', async () => {
    const view = await counter.laid('ARRIVAL', passport('POL'));
    expect(view.law?.missingFacts).toContain('basis.exemption.purpose');
    expect(clearOf(view).why).toEqual(['FACTS_MISSING']);
    const business = await counter.stated(view, { purpose: 'business' });
    expect(business.law?.reasons).toEqual(['LEGAL_VISA_PURPOSE']);
    const tourist = await counter.stated(view, { purpose: 'tourism' });
    expect(tourist.law).toMatchObject({ outcome: 'clear', stay: { until: inDays(44) } });
    await counter.leave(tourist);
  });

  it('on a treaty that counts days in a period, all earlier stays being told by the centre', async () => {
    const view = await counter.laid('ARRIVAL', passport('KAZ'));
    expect(view.facts.sources.find(({ source }) => source === 'MOVEMENTS')).toMatchObject({ state: 'CENTRAL' });
    expect(view.law).toMatchObject({ outcome: 'clear', stay: { until: inDays(29) } });
    await counter.leave(view);
  });

  it('on a treaty of 30 days, and with a residence card that gives no stay certificate', async () => {
    const thai = await counter.laid('ARRIVAL', passport('THA'));
    expect(thai.law).toMatchObject({ outcome: 'clear', stay: { until: inDays(29) } });
    await counter.leave(thai);
    const card = { kind: 'TRC' as const, number: 'C1', symbol: null, validTo: inDays(300), economies: null };
    const resident = await counter.stated(await counter.laid('ARRIVAL', passport('CAN')), { card });
    expect(resident.law).toMatchObject({ outcome: 'clear', stay: null });
    expect(resident.law?.bases[0]).toMatchObject({ kind: 'CARD', answer: 'APPLIES' });
    await counter.leave(resident);
  });

  it('in transit, in a zone, with an APEC card', async () => {
    const transit = { onwardTicket: true, thirdCountryVisa: true, leavesTransitArea: false };
    const through = await counter.stated(await counter.laid('ARRIVAL', passport('AUS')), { transit });
    expect(through.law?.bases.find(({ kind }) => kind === 'TRANSIT')?.answer).toBe('APPLIES');
    const left = await counter.stated(through, { transit: { ...transit, leavesTransitArea: true } });
    expect(left.law?.reasons).toEqual(['LEGAL_TRANSIT_LEAVES_AREA']);
    await counter.leave(left);
    const card = { kind: 'ABTC' as const, number: 'A1', symbol: null, validTo: inDays(600), economies: ['VNM'] };
    const apec = await counter.stated(await counter.laid('ARRIVAL', passport('AUS')), { card });
    expect(apec.law?.bases.find(({ kind }) => kind === 'ABTC')?.answer).toBe('APPLIES');
    await counter.leave(apec);
  });

  it('with an expired passport, with a damaged one', async () => {
    const expired = await counter.laid('ARRIVAL', demoLines('expired'));
    expect(expired.law?.reasons).toContain('DOC_EXPIRED');
    expect(clearOf(expired).why).toEqual(['NO_BASIS', 'CHECK_FAILED']);
    await counter.leave(expired);
    const damaged = await counter.stated(await counter.laid('ARRIVAL', passport('FRA')), { documentDamaged: true });
    expect(clearOf(damaged).why).toEqual(['LAW_REFERS']);
    expect(checkOf(damaged, 'ENTRY_CONDITIONS')).toMatchObject({ state: 'UNDETERMINED', reason: 'DOC_DAMAGED' });
    await counter.leave(damaged);
  });

  it('as a child: alone, with somebody whose right is not proven, with a proven mother', async () => {
    const child = await counter.laid('ARRIVAL', passport('FRA', CHILD));
    expect(clearOf(child).why).toEqual(['FACTS_MISSING']);
    const alone = await counter.stated(child, { unaccompanied: true });
    expect(alone.law).toMatchObject({ outcome: 'propose-refusal', reasons: ['LEGAL_MINOR_ALONE'] });
    expect(checkOf(alone, 'COMPANION')).toMatchObject({ state: 'FAILED', reason: 'LEGAL_MINOR_ALONE' });
    const unproven = await counter.stated(child, mother(false));
    expect(clearOf(unproven).why).toEqual(['LAW_REFERS']);
    const proven = await counter.stated(child, mother(true));
    expect(checkOf(proven, 'COMPANION')).toMatchObject({ state: 'PASSED' });
    expect(clearOf(proven).open).toBe(true);
    await counter.leave(proven);
  });

  it('expelled less than three years ago; told apart, the order is nobody’s', async () => {
    const view = await counter.laid('ARRIVAL', demoLines('expelled'));
    expect(view.law).toMatchObject({ outcome: 'propose-refusal', reasons: ['LEGAL_EXPELLED_3Y'] });
    expect(clearOf(view).why).toEqual(['COMPARE_HITS', 'NO_BASIS']);
    const hit = view.hits[0]?.hit ?? '';
    await counter.client.lane.compare({ clearance: view.id, hit, answer: 'SAME' });
    const same = await counter.now();
    expect(same?.law?.reasons).toEqual(['LEGAL_EXPELLED_3Y']);
    const second = { number: '0301', pin: '135791' };
    await counter.client.lane.compare({ clearance: view.id, hit, answer: 'DIFFERENT', second });
    const apart = await counter.now();
    expect(apart?.law?.outcome).toBe('clear');
    expect(apart?.decisions.clear.open).toBe(true);
    await counter.leave(view);
  });
});
