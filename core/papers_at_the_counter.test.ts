import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StatedFacts } from '../contract/facts_view.ts';
import { CounterAtWork, checkOf, clearOf, inDays, passport } from './testing/counter_at_work.ts';
import { demoLines } from './testing/desk.ts';

const counter = new CounterAtWork();
beforeAll(() => counter.start(), 120_000);
afterAll(() => counter.stop());

const HEAD = { number: '0200', pin: '200200' };
const SUPERVISOR = { number: '0301', pin: '135791' };
const granted: NonNullable<StatedFacts['visaAtGate']> = {
  ...{ case: 'urgent', reply: '0119/QLXNC-MẪU', number: 'VG0001', symbol: 'VR', entries: 'single' },
  ...{ validTo: inDays(29), receipt: 'BL-0031' },
};
const permission = { number: 'CP-07', issuer: 'Toà án Mẫu', decision: '0456/QĐ-MẪU', until: null };

describe('a visa that the gate grants', () => {
  it('is a basis of entry once a head of unit stands for it, and who did is kept', async () => {
    const view = await counter.laid('ARRIVAL', passport('AUS'));
    expect(clearOf(view).why).toEqual(['NO_BASIS']);
    const state = (second?: typeof HEAD) =>
      counter.client.lane.state({
        clearance: view.id,
        facts: { visaAtGate: granted },
        ...(second === undefined ? {} : { second }),
      });
    await expect(state()).rejects.toMatchObject({ code: 'CONFIRMATION_NEEDED', data: { by: 'headOfUnit' } });
    await expect(state(SUPERVISOR)).rejects.toMatchObject({ code: 'CONFIRMATION_ROLE' });
    expect((await counter.now()).facts.visaAtGate).toBeNull();
    await state(HEAD);
    const now = await counter.now();
    expect(now.facts.visaAtGate).toMatchObject({ value: { confirmedBy: '0200', receipt: 'BL-0031' }, by: '0412' });
    expect(now.law).toMatchObject({ outcome: 'clear', stay: { until: inDays(29) } });
    expect(now.law?.bases.find(({ answer }) => answer === 'APPLIES')).toMatchObject({ kind: 'VISA_AT_GATE' });
    expect(clearOf(now).open).toBe(true);
    const back = await counter.stated(now, { visaAtGate: null });
    expect(clearOf(back).why).toEqual(['NO_BASIS']);
    await counter.leave(back);
  });

  it('is none that ended yesterday, and none for a citizen or at the exit', async () => {
    const refused = async (id: string, validTo: string, what: string) =>
      expect(
        counter.client.lane.state({ clearance: id, facts: { visaAtGate: { ...granted, validTo } }, second: HEAD }),
      ).rejects.toMatchObject({ code: 'FACTS_WRONG', data: { what } });
    const foreigner = await counter.laid('ARRIVAL', passport('AUS'));
    await refused(foreigner.id, inDays(-1), 'visaDays');
    await counter.leave(foreigner);
    const citizen = await counter.laid('ARRIVAL', passport('VNM'));
    await refused(citizen.id, inDays(9), 'atGateNotArrival');
    await counter.leave(citizen);
  });
});

describe('a permission to leave in spite of a suspension', () => {
  it('opens the way for the decision that it names, and a supervisor has looked at it', async () => {
    const view = await counter.laid('DEPARTURE', demoLines('true-match'));
    const [hit] = view.hits;
    await counter.client.lane.compare({ clearance: view.id, hit: hit?.hit ?? '', answer: 'SAME' });
    const held = await counter.now();
    expect(clearOf(held).why).toEqual(['HIT_SAME_PERSON', 'NOT_PERMITTED_TO_EXIT']);
    const state = (paper: typeof permission) =>
      counter.client.lane.state({ clearance: view.id, facts: { permission: paper }, second: SUPERVISOR });
    await expect(state({ ...permission, decision: '9999/QĐ' })).rejects.toMatchObject({
      code: 'FACTS_WRONG',
      data: { what: 'permissionWithoutOrder' },
    });
    await state(permission);
    const now = await counter.now();
    expect(now.law).toMatchObject({ outcome: 'clear', reasons: ['LEGAL_SPECIAL_PERMISSION'] });
    expect(checkOf(now, 'LOCAL_LISTS')).toMatchObject({ state: 'PASSED', reason: 'LEGAL_SPECIAL_PERMISSION' });
    expect(now.facts.permission).toMatchObject({ value: { confirmedBy: '0301' } });
    expect(clearOf(now).open).toBe(true);
    const back = await counter.stated(now, { permission: null });
    expect(clearOf(back).why).toEqual(['HIT_SAME_PERSON', 'NOT_PERMITTED_TO_EXIT']);
    expect(checkOf(back, 'LOCAL_LISTS')).toMatchObject({ state: 'FAILED' });
    await counter.leave(back);
  });
});

describe('two passports of one person', () => {
  it('are told of, and stop nobody', async () => {
    const view = await counter.laid('ARRIVAL', passport('VNM'));
    const now = await counter.stated(view, {
      secondDocument: { kind: 'ordinary-passport', issuer: 'FRA', expires: null },
    });
    expect(now.law?.reasons).toEqual(['DOC_ONE_ONLY']);
    expect(clearOf(now).open).toBe(true);
    await counter.leave(now);
  });

  it('make the older void: nobody leaves on it', async () => {
    const view = await counter.laid('DEPARTURE', passport('VNM'));
    const number = view.document?.number ?? '';
    await expect(
      counter.client.lane.state({ clearance: view.id, facts: { replacedBy: number } }),
    ).rejects.toMatchObject({ code: 'FACTS_WRONG', data: { what: 'replacedBySame' } });
    const now = await counter.stated(view, { replacedBy: 'X7654321' });
    expect(now.law).toMatchObject({ outcome: 'not-permitted-to-exit', reasons: ['DOC_REPLACED'] });
    expect(clearOf(now).why).toEqual(['NOT_PERMITTED_TO_EXIT']);
    await counter.leave(now);
  });
});

describe('a tour programme', () => {
  it('is stated, stands in the facts with who said it, and asks for nothing where no rule does', async () => {
    const view = await counter.laid('ARRIVAL', passport('FRA'));
    const now = await counter.stated(view, { tourProgramme: true });
    expect(now.facts.tourProgramme).toMatchObject({ value: true, source: 'OFFICER', by: '0412' });
    expect(clearOf(now).open).toBe(true);
    await counter.leave(now);
  });
});
