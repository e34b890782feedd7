import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StatedFacts } from '../contract/facts_view.ts';
import type { ClearanceView } from '../contract/lane_view.ts';
import { type Booth, createBooth } from './booth.ts';
import type { Direction } from './domain/clearance/clearance.ts';
import { addDays } from './domain/entry/calendar.ts';
import { printMrz } from './domain/mrz/print.ts';
import { gateDay } from './settings/gate_day.ts';
import { type Client, clientOf, demoLines, desk, seen, startBooth, temporaryData } from './testing/desk.ts';

/** One booth and one officer for all of it: each case is opened, judged, and ended before the next. */
const table = desk();
const { directory, remove } = temporaryData();
let booth: Booth;
let client: Client;
const today = gateDay(Date.now(), 'Asia/Ho_Chi_Minh');
const inDays = (days: number) => addDays(today, days);

beforeAll(async () => {
  booth = await startBooth({ dataDirectory: directory, devices: table.devices });
  client = clientOf(booth);
}, 120_000);
afterAll(async () => {
  await booth.stop();
  remove();
});

let direction: Direction | null = null;
/** The officer stands at the entry or at the exit. */
async function at(wanted: Direction): Promise<void> {
  if (direction === wanted) return;
  if (direction !== null) await client.session.signOut();
  await client.session.signIn({ number: '0412', pin: '246810', direction: wanted, shift: '1' });
  direction = wanted;
}

/** Lays a document and gives the case once every check has ended. */
async function laid(where: Direction, lines: readonly string[]): Promise<ClearanceView> {
  await at(where);
  table.read(...lines);
  const { clearance } = await seen(client, (view) => view.clearance?.phase === 'REVIEW');
  if (clearance === null) throw new Error('no case');
  return clearance;
}

/** States something and gives the case after the law has spoken anew. */
async function stated({ id }: ClearanceView, facts: StatedFacts): Promise<ClearanceView> {
  await client.lane.state({ clearance: id, facts });
  const { clearance } = await seen(client, () => true);
  if (clearance === null) throw new Error('no case');
  return clearance;
}

const leave = ({ id }: ClearanceView) => client.lane.abandon({ clearance: id, reasons: ['TRAVELLER_LEFT'] });
const checkOf = (clearance: ClearanceView, check: string) => clearance.checks.find((one) => one.check === check);
const clearOf = ({ decisions }: ClearanceView) => decisions.clear;

let count = 0;
/** Lines of a passport of somebody nobody has seen before. */
function passport(nationality: string, more: { birthDate?: string; expiryDate?: string; documentCode?: string } = {}) {
  count += 1;
  const number = `T${String(count).padStart(7, '0')}`;
  const printed = printMrz('TD3', {
    ...{ documentCode: 'P', birthDate: '850607', sex: 'M', expiryDate: '350101', surname: 'PERSONA' },
    ...{ issuer: nationality, nationality, documentNumber: number },
    givenNames: `NUMBER ${String.fromCharCode(64 + (count % 26 || 26))}${String.fromCharCode(65 + Math.floor(count / 26))}`,
    ...more,
  });
  if (!printed.ok) throw new Error(printed.error.code);
  return printed.value;
}
const visa = (change: Partial<NonNullable<StatedFacts['visa']>> = {}): StatedFacts => ({
  visa: {
    ...{ kind: 'EVISA', number: `EV${count}`, symbol: 'EV', validFrom: inDays(-5), validTo: inDays(60) },
    ...{ entries: 'single', usedEntries: 0, lastUsed: null, gateListed: true, forged: false, holderMatches: true },
    ...change,
  },
});
const mother = (proof: boolean): StatedFacts => ({
  companion: {
    ...{ relation: 'mother', name: 'PERSONA MATER', nationality: 'FRA', birthDate: '1980-01-01' },
    ...{ documentNumber: null, proof },
  },
});
const CHILD = { birthDate: `${Number(today.slice(2, 4)) - 8}0101` };

describe('a foreigner arrives', () => {
  it('on the unilateral exemption: 45 days, the day of entry counted', async () => {
    const view = await laid('ARRIVAL', demoLines('foreigner'));
    expect(view.law).toMatchObject({ outcome: 'clear', stay: { until: inDays(44), days: 45, entryDayCounts: true } });
    expect(view.law?.bases.find(({ answer }) => answer === 'APPLIES')).toMatchObject({ kind: 'UNILATERAL' });
    expect(checkOf(view, 'ENTRY_CONDITIONS')).toMatchObject({ state: 'PASSED', mandatory: true });
    expect(clearOf(view).open).toBe(true);
    await client.lane.clear({ clearance: view.id });
    // The record of it is the open entry of the next visit to either side of the gate.
    const again = await laid('ARRIVAL', demoLines('foreigner'));
    expect(again.law?.reasons).toContain('MOVE_OPEN_ENTRY_EXISTS');
    expect(again.law?.pairing).toMatchObject({ state: 'OPEN_ENTRY', since: today, usedTwice: true });
    expect(clearOf(again)).toMatchObject({ open: false, why: ['LAW_REFERS'], check: 'ENTRY_CONDITIONS' });
    expect(checkOf(again, 'PAIRING')).toMatchObject({ state: 'UNDETERMINED', reason: 'MOVE_USED_TWICE' });
    await leave(again);
    const out = await laid('DEPARTURE', demoLines('foreigner'));
    expect(out.law).toMatchObject({ outcome: 'clear', pairing: { state: 'PAIRED', since: today } });
    expect(out.facts.movements[0]).toMatchObject({ stayUntil: inDays(44), source: 'LOCAL' });
    await leave(out);
  });

  it('without any basis: a refusal is proposed, a paper shown late changes that at once', async () => {
    const view = await laid('ARRIVAL', demoLines('no-basis'));
    expect(clearOf(view)).toMatchObject({ open: false, why: ['NO_BASIS'] });
    expect(view.law).toMatchObject({ outcome: 'propose-refusal', decider: 'HEAD_OF_UNIT', reasons: ['LEGAL_NO_VISA'] });
    expect(checkOf(view, 'ENTRY_CONDITIONS')).toMatchObject({ state: 'FAILED', reason: 'LEGAL_NO_VISA' });
    expect(view.decisions.proposeRefusal.open).toBe(true);
    const shown = await stated(view, visa());
    expect(shown.law).toMatchObject({ outcome: 'clear', stay: { until: inDays(60) } });
    expect(clearOf(shown).open).toBe(true);
    const back = await stated(view, { visa: null });
    expect(clearOf(back).why).toEqual(['NO_BASIS']);
    await leave(back);
  });

  it.each([
    ['used', { usedEntries: 1 }, 'LEGAL_VISA_USED'],
    ['for another gate', { gateListed: false }, 'LEGAL_VISA_GATE'],
    ['over', { validFrom: inDays(-60), validTo: inDays(-1) }, 'LEGAL_VISA_NOT_VALID'],
    ['not begun', { validFrom: inDays(1), validTo: inDays(30) }, 'LEGAL_VISA_NOT_VALID'],
    ['forged', { kind: 'VISA' as const, forged: true }, 'LEGAL_VISA_FORGED'],
  ])('with a visa that is %s', async (_what, change, reason) => {
    const view = await stated(await laid('ARRIVAL', passport('AUS')), visa(change));
    expect(view.law).toMatchObject({ outcome: 'propose-refusal', reasons: [reason] });
    expect(view.law?.bases.find(({ kind }) => kind === 'VISA')).toMatchObject({ answer: 'NOT_MET', reason });
    expect(clearOf(view).why).toEqual(['NO_BASIS']);
    await leave(view);
  });

  it('with a visa whose use nobody knows: the fact is asked for', async () => {
    const view = await stated(await laid('ARRIVAL', passport('AUS')), visa({ usedEntries: null }));
    expect(view.law?.missingFacts).toContain('basis.evisa.usedEntries');
    expect(clearOf(view).why).toEqual(['FACTS_MISSING']);
    expect(checkOf(view, 'ENTRY_CONDITIONS')).toMatchObject({ state: 'UNDETERMINED', reason: 'FACTS_MISSING' });
    await leave(view);
  });

  it('with a visa for one entry that this booth has seen used', async () => {
    const lines = passport('AUS');
    const paper = visa({ number: 'EV-ONCE', usedEntries: 0 });
    const first = await stated(await laid('ARRIVAL', lines), paper);
    await client.lane.clear({ clearance: first.id });
    const out = await laid('DEPARTURE', lines);
    await client.lane.clear({ clearance: out.id });
    const again = await stated(await laid('ARRIVAL', lines), paper);
    expect(again.law?.reasons).toContain('LEGAL_VISA_USED');
    expect(again.law?.pairing).toMatchObject({ state: 'PAIRED', usedTwice: true });
    await leave(again);
  });

  it('for tourism where the exemption is for tourism only', async () => {
    const view = await laid('ARRIVAL', passport('POL'));
    expect(view.law?.missingFacts).toContain('basis.exemption.purpose');
    expect(clearOf(view).why).toEqual(['FACTS_MISSING']);
    const business = await stated(view, { purpose: 'business' });
    expect(business.law?.reasons).toEqual(['LEGAL_VISA_PURPOSE']);
    const tourist = await stated(view, { purpose: 'tourism' });
    expect(tourist.law).toMatchObject({ outcome: 'clear', stay: { until: inDays(44) } });
    await leave(tourist);
  });

  it('on a treaty that counts days in a period: this booth alone does not know them', async () => {
    const view = await laid('ARRIVAL', passport('KAZ'));
    expect(view.law?.missingFacts).toContain('history');
    expect(clearOf(view).open).toBe(false);
    await leave(view);
  });

  it('on a treaty of 30 days, and with a residence card that gives no stay certificate', async () => {
    const thai = await laid('ARRIVAL', passport('THA'));
    expect(thai.law).toMatchObject({ outcome: 'clear', stay: { until: inDays(29) } });
    await leave(thai);
    const card = { kind: 'TRC' as const, number: 'C1', symbol: null, validTo: inDays(300), economies: null };
    const resident = await stated(await laid('ARRIVAL', passport('CAN')), { card });
    expect(resident.law).toMatchObject({ outcome: 'clear', stay: null });
    expect(resident.law?.bases[0]).toMatchObject({ kind: 'CARD', answer: 'APPLIES' });
    await leave(resident);
  });

  it('in transit, in a zone, with an APEC card', async () => {
    const transit = { onwardTicket: true, thirdCountryVisa: true, leavesTransitArea: false };
    const through = await stated(await laid('ARRIVAL', passport('AUS')), { transit });
    expect(through.law?.bases.find(({ kind }) => kind === 'TRANSIT')?.answer).toBe('APPLIES');
    const left = await stated(through, { transit: { ...transit, leavesTransitArea: true } });
    expect(left.law?.reasons).toEqual(['LEGAL_TRANSIT_LEAVES_AREA']);
    await leave(left);
    const card = { kind: 'ABTC' as const, number: 'A1', symbol: null, validTo: inDays(600), economies: ['VNM'] };
    const apec = await stated(await laid('ARRIVAL', passport('AUS')), { card });
    expect(apec.law?.bases.find(({ kind }) => kind === 'ABTC')?.answer).toBe('APPLIES');
    await leave(apec);
  });

  it('with an expired passport, with a damaged one', async () => {
    const expired = await laid('ARRIVAL', demoLines('expired'));
    expect(expired.law?.reasons).toContain('DOC_EXPIRED');
    expect(clearOf(expired).why).toEqual(['NO_BASIS', 'CHECK_FAILED']);
    await leave(expired);
    const damaged = await stated(await laid('ARRIVAL', passport('FRA')), { documentDamaged: true });
    expect(clearOf(damaged).why).toEqual(['LAW_REFERS']);
    expect(checkOf(damaged, 'ENTRY_CONDITIONS')).toMatchObject({ state: 'UNDETERMINED', reason: 'DOC_DAMAGED' });
    await leave(damaged);
  });

  it('as a child: alone, with somebody whose right is not proven, with a proven mother', async () => {
    const child = await laid('ARRIVAL', passport('FRA', CHILD));
    expect(clearOf(child).why).toEqual(['FACTS_MISSING']);
    const alone = await stated(child, { unaccompanied: true });
    expect(alone.law).toMatchObject({ outcome: 'propose-refusal', reasons: ['LEGAL_MINOR_ALONE'] });
    expect(checkOf(alone, 'COMPANION')).toMatchObject({ state: 'FAILED', reason: 'LEGAL_MINOR_ALONE' });
    const unproven = await stated(child, mother(false));
    expect(clearOf(unproven).why).toEqual(['LAW_REFERS']);
    const proven = await stated(child, mother(true));
    expect(checkOf(proven, 'COMPANION')).toMatchObject({ state: 'PASSED' });
    expect(clearOf(proven).open).toBe(true);
    await leave(proven);
  });

  it('expelled less than three years ago; told apart, the order is nobody’s', async () => {
    const view = await laid('ARRIVAL', demoLines('expelled'));
    expect(view.law).toMatchObject({ outcome: 'propose-refusal', reasons: ['LEGAL_EXPELLED_3Y'] });
    expect(clearOf(view).why).toEqual(['COMPARE_HITS', 'NO_BASIS']);
    const hit = view.hits[0]?.hit ?? '';
    await client.lane.compare({ clearance: view.id, hit, answer: 'SAME' });
    const same = (await seen(client, () => true)).clearance;
    expect(same?.law?.reasons).toEqual(['LEGAL_EXPELLED_3Y']);
    const second = { number: '0301', pin: '135791' };
    await client.lane.compare({ clearance: view.id, hit, answer: 'DIFFERENT', second });
    const apart = (await seen(client, () => true)).clearance;
    expect(apart?.law?.outcome).toBe('clear');
    expect(apart?.decisions.clear.open).toBe(true);
    await leave(view);
  });
});

describe('a foreigner leaves', () => {
  it('within the stay', async () => {
    const view = await laid('DEPARTURE', demoLines('stays'));
    expect(view.law).toMatchObject({ outcome: 'clear', pairing: { state: 'PAIRED', since: inDays(-12) } });
    expect(view.law?.stay).toMatchObject({ until: inDays(32), lines: [{ what: 'GRANTED', decides: true }] });
    await leave(view);
  });

  it('37 days over: the arithmetic adds up, the tier is proposed, nobody leaves before it is settled', async () => {
    const view = await laid('DEPARTURE', demoLines('overstayed'));
    const { overstay } = view.law ?? {};
    expect(overstay).toMatchObject({ entered: inDays(-81), grantedDays: 45, until: inDays(-37), daysOver: 37 });
    expect(overstay?.entry).toMatchObject({ recordNumber: 'A03-088120' });
    expect(overstay?.spans.reduce((sum, { days }) => sum + days, 0)).toBe(37);
    expect(overstay?.tiers.find(({ tier }) => tier === overstay.tier)).toMatchObject({ fineVndMillion: [10, 15] });
    expect(clearOf(view)).toMatchObject({ open: false, why: ['OVERSTAY_OPEN'], check: 'ENTRY_CONDITIONS' });
    expect(checkOf(view, 'ENTRY_CONDITIONS')).toMatchObject({ state: 'FAILED', reason: 'LEGAL_OVERSTAY' });
    await expect(client.lane.clear({ clearance: view.id })).rejects.toMatchObject({
      code: 'WRONG_STATE',
      data: { why: 'OVERSTAY_OPEN' },
    });
    const extended = await stated(view, { stayUntil: inDays(2) });
    expect(extended.law).toMatchObject({ outcome: 'clear', overstay: null });
    await leave(view);
  });

  it('without any known entry: to the second line, unless a certificate is shown', async () => {
    const view = await laid('DEPARTURE', demoLines('no-entry'));
    expect(view.law?.reasons).toEqual(['MOVE_NO_OPEN_ENTRY']);
    expect(clearOf(view).open).toBe(false);
    const shown = await stated(view, { stayUntil: inDays(3) });
    expect(clearOf(shown).open).toBe(true);
    await leave(view);
  });
});

describe('a citizen', () => {
  it('comes home and is never refused', async () => {
    const view = await laid('ARRIVAL', demoLines('citizen'));
    expect(clearOf(view).open).toBe(true);
    expect(view.decisions.proposeRefusal).toMatchObject({ open: false, why: ['NOT_FOR_CITIZENS'] });
    expect(view.law?.bases).toEqual([]);
    await leave(view);
  });

  it('comes home with an expired passport: dealt with, then admitted', async () => {
    const view = await laid('ARRIVAL', demoLines('citizen-expired'));
    expect(view.law).toMatchObject({ outcome: 'refer' });
    expect(view.law?.reasons).toEqual(['DOC_EXPIRED', 'LEGAL_CITIZEN_ADMITTED']);
    expect(clearOf(view).why).toEqual(['LAW_REFERS']);
    expect(view.decisions.proposeRefusal.open).toBe(false);
    const handled = await stated(view, { handled: 'Biên bản số 17/BB-MẪU' });
    expect(checkOf(handled, 'ENTRY_CONDITIONS')).toMatchObject({ state: 'PASSED', reason: 'LEGAL_CITIZEN_ADMITTED' });
    expect(checkOf(handled, 'VALIDITY')).toMatchObject({ state: 'FAILED', severity: 'INFORMATION' });
    expect(clearOf(handled).open).toBe(true);
    await client.lane.clear({ clearance: view.id });
  });

  it('leaves: the destination is asked for and holds nobody, a no does', async () => {
    const view = await laid('DEPARTURE', demoLines('citizen'));
    expect(view.law?.missingFacts).toContain('basis.destinationAdmission');
    expect(checkOf(view, 'ENTRY_CONDITIONS')).toMatchObject({ state: 'PASSED', reason: 'LEGAL_DESTINATION_TO_ASK' });
    expect(clearOf(view).open).toBe(true);
    const no = await stated(view, { destinationAdmission: false });
    expect(clearOf(no).why).toEqual(['NOT_PERMITTED_TO_EXIT']);
    const yes = await stated(view, { destinationAdmission: true });
    expect(checkOf(yes, 'ENTRY_CONDITIONS')).toMatchObject({ state: 'PASSED', reason: null });
    await leave(view);
  });

  it('may not leave on an expired passport', async () => {
    const view = await laid('DEPARTURE', demoLines('citizen-expired'));
    expect(clearOf(view).why).toEqual(['NOT_PERMITTED_TO_EXIT', 'CHECK_FAILED']);
    await leave(view);
  });

  it('may not leave while suspended by group 5', async () => {
    const view = await laid('DEPARTURE', demoLines('suspended'));
    expect(view.law).toMatchObject({ outcome: 'not-permitted-to-exit', reasons: ['LEGAL_SUSPENDED_G5'] });
    expect(clearOf(view).why).toEqual(['COMPARE_HITS', 'NOT_PERMITTED_TO_EXIT']);
    await leave(view);
    const home = await laid('ARRIVAL', demoLines('suspended'));
    expect(home.law?.outcome).toBe('clear');
    await leave(home);
  });

  it('of less than fourteen leaves only with a proven representative, and comes home without', async () => {
    const child = await laid('DEPARTURE', demoLines('child'));
    expect(clearOf(child).why).toEqual(['FACTS_MISSING']);
    const alone = await stated(child, { unaccompanied: true });
    expect(clearOf(alone).why).toContain('NOT_PERMITTED_TO_EXIT');
    const proven = await stated(child, mother(true));
    expect(clearOf(proven).open).toBe(true);
    await leave(child);
    const home = await laid('ARRIVAL', demoLines('child'));
    expect(clearOf(home).open).toBe(true);
    expect(checkOf(home, 'COMPANION')).toMatchObject({ state: 'NOT_PERFORMED', reason: 'NOT_NEEDED' });
    await leave(home);
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
    const view = await laid('ARRIVAL', passport('FRA'));
    await expect(client.lane.state({ clearance: view.id, facts })).rejects.toMatchObject({
      code: 'FACTS_WRONG',
      data: { what },
    });
    expect((await seen(client, () => true)).clearance?.facts).toEqual(view.facts);
    await leave(view);
  });
});

it('a State whose law is not installed: nobody is cleared, everybody can be referred', async () => {
  const other = temporaryData();
  const { writeFileSync } = await import('node:fs');
  writeFileSync(`${other.directory}/settings.json`, JSON.stringify({ lane: { state: 'LAO' } }));
  const made = await createBooth({ dataDirectory: other.directory, demo: true });
  if (!made.ok) throw new Error(made.error.code);
  const there = clientOf(made.value);
  await there.session.signIn({ number: '0412', pin: '246810', direction: 'ARRIVAL', shift: '1' });
  const lines = [...passport('FRA')];
  await there.lane.typeIn({ lines, again: lines });
  const { clearance } = await seen(there, (view) => view.clearance?.phase === 'REVIEW');
  expect(checkOf(clearance as ClearanceView, 'ENTRY_CONDITIONS')).toMatchObject({
    ...{ state: 'NOT_PERFORMED', reason: 'RULES_NOT_INSTALLED' },
  });
  expect(clearance?.decisions.clear).toMatchObject({ open: false, check: 'ENTRY_CONDITIONS' });
  expect(clearance?.decisions.refer.open).toBe(true);
  await made.value.stop();
  other.remove();
}, 120_000);
