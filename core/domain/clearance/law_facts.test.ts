import { describe, expect, it } from 'vitest';
import { document, fresh, hit } from '../../testing/clearance_states.ts';
import type { WatchlistEntry } from '../screening/entry.ts';
import type { Clearance, RecordedHit } from './clearance.ts';
import { factsTold, statedOnly } from './known_facts.ts';
import { kindOfDocument, lawFacts } from './law_facts.ts';
import { numberOf, ordersOf } from './law_orders.ts';
import { mergeMovements } from './merge_movements.ts';
import { statedWrong } from './stated_wrong.ts';
import { type Given, type Movement, NO_FACTS, type PresentedVisa, type TravelFacts } from './travel_facts.ts';

const TODAY = '2026-11-22';
const by = <T>(source: Given<T>['source'], value: T): Given<T> => ({
  ...{ value, source, at: 1, by: source === 'OFFICER' ? '0412' : null },
});
const caseWith = (travel: Partial<TravelFacts>, more: Partial<Clearance> = {}): Clearance => ({
  ...fresh().clearance,
  travel: { ...NO_FACTS, ...travel },
  ...more,
});
const visa = (change: Partial<PresentedVisa> = {}): PresentedVisa => ({
  ...{ kind: 'EVISA', number: 'EV-1', symbol: 'EV', validFrom: '2026-11-01', validTo: '2026-12-20' },
  ...{ entries: 'single', usedEntries: 0, lastUsed: null, gateListed: true, forged: false, holderMatches: true },
  ...change,
});
const moved = (change: Partial<Movement> = {}): Movement => ({
  ...{ direction: 'arrival', date: '2026-11-01', documentNumber: '12AB34567', stayUntil: '2026-12-15' },
  ...{ gate: null, recordNumber: null, source: 'LOCAL' },
  ...change,
});

describe('facts for the law', () => {
  it('leave out what is not known', () => {
    expect(JSON.parse(JSON.stringify(lawFacts(fresh().clearance, TODAY)))).toEqual({
      id: 'c1',
      direction: 'arrival',
      date: TODAY,
      person: { nationality: 'FRA', birthDate: '1992-06-17' },
      document: { kind: 'ordinary-passport', expires: '2032-01-14' },
      orders: [],
    });
    const vague = caseWith({}, { document: { ...document, nationality: 'D', birthDate: '1992', expiryDate: '' } });
    expect(lawFacts(vague, TODAY).person).toMatchObject({ nationality: 'DEU', birthDate: undefined });
    expect(lawFacts(vague, TODAY).document.expires).toBeUndefined();
  });

  it.each([
    ['TD3', 'P', 'ordinary-passport'],
    ['TD3', 'PD', 'diplomatic-passport'],
    ['TD3', 'PO', 'official-passport'],
    ['TD3', 'PE', 'laissez-passer'],
    ['TD1', 'ID', 'identity-card'],
    ['TD1', 'AC', 'identity-card'],
    ['MRV-A', 'V', 'identity-card'],
    [null, '', 'identity-card'],
  ] as const)('a document of form %s and code %s is a %s', (format, documentCode, kind) => {
    expect(kindOfDocument({ format, documentCode })).toBe(kind);
  });

  it('take the officer’s word on the kind of document and on tourism in any wording', () => {
    const travel = {
      documentKind: by('OFFICER', 'simplified-passport' as const),
      purpose: by('DECLARATION', 'Du lịch'),
    };
    const facts = lawFacts(caseWith(travel), TODAY);
    expect(facts.document.kind).toBe('simplified-passport');
    expect(facts.basis?.exemption).toMatchObject({ kind: 'unilateral-exemption', purpose: 'tourism' });
  });

  it('know a history only as whole as who told it', () => {
    const own = lawFacts(caseWith({ movements: [moved()] }), TODAY);
    expect([own.history?.length, own.historyPartial]).toEqual([1, true]);
    const told = { source: 'MOVEMENTS', state: 'CENTRAL', asOf: null, tookMs: 4 } as const;
    expect(lawFacts(caseWith({ sources: [told] }), TODAY)).toMatchObject({ history: [] });
    const late = lawFacts(caseWith({ sources: [{ ...told, state: 'TIMEOUT' }] }), TODAY);
    expect(late.history).toBeUndefined();
  });

  it('find the stay in the open entry at an exit, and the officer’s certificate before it', () => {
    const leaving = { direction: 'DEPARTURE' } as const;
    expect(lawFacts(caseWith({ movements: [moved()] }, leaving), TODAY).basis?.stay).toEqual({ until: '2026-12-15' });
    const shown = { movements: [moved()], stayUntil: by('OFFICER', '2027-01-31') };
    expect(lawFacts(caseWith(shown, leaving), TODAY).basis?.stay).toEqual({ until: '2027-01-31' });
    const closed = { movements: [moved(), moved({ direction: 'departure', date: '2026-11-20' })] };
    expect(lawFacts(caseWith(closed, leaving), TODAY).basis).toBeUndefined();
    expect(lawFacts(caseWith({ movements: [moved()] }), TODAY).basis).toBeUndefined();
  });

  it('tell a child alone from one of whom nothing was said', () => {
    expect(lawFacts(caseWith({}), TODAY).companions).toBeUndefined();
    expect(lawFacts(caseWith({ unaccompanied: by('OFFICER', false) }), TODAY).companions).toBeUndefined();
    const fellow = {
      relation: 'fellow',
      name: 'SAMPLE MAI',
      documentNumber: null,
      birthDate: '1988-09-12',
      proof: false,
    };
    const listed = { value: fellow, source: 'PASSENGER_LIST', at: 1, by: null } as const;
    expect(lawFacts(caseWith({ companions: [listed] }), TODAY).companions).toBeUndefined();
    expect(lawFacts(caseWith({ unaccompanied: by('OFFICER', true) }), TODAY).companions).toEqual([]);
  });
});

describe('visas for the law', () => {
  const chosen = (...visas: Given<PresentedVisa>[]) => lawFacts(caseWith({ visas }), TODAY).basis;

  it('hear register and officer of one paper: either’s used entry counts, forged is the officer’s to say', () => {
    const both = chosen(by('OFFICER', visa({ usedEntries: 0 })), by('VISA_REGISTER', visa({ usedEntries: 1 })));
    expect(both?.evisa).toMatchObject({ usedEntries: 1 });
    const forged = chosen(by('VISA_REGISTER', visa()), by('OFFICER', visa({ forged: true })));
    expect(forged?.visa).toMatchObject({ forged: true });
    expect(forged?.evisa).toBeUndefined();
  });

  it('count an entry that this booth saw itself', () => {
    const movements = [moved({ visaNumber: 'EV1', date: '2026-11-03' })];
    const basis = lawFacts(caseWith({ visas: [by('VISA_REGISTER', visa())], movements }), TODAY).basis;
    expect(basis?.evisa).toMatchObject({ usedEntries: 1, lastUsed: '2026-11-03' });
  });

  it('take the one that is nearest to holding, and none of somebody else’s', () => {
    const old = visa({ number: 'EV-0', validFrom: '2025-01-01', validTo: '2025-02-01' });
    const used = visa({ number: 'EV-2', usedEntries: 1 });
    const best = chosen(by('VISA_REGISTER', old), by('VISA_REGISTER', used), by('OFFICER', visa()));
    expect(best?.evisa).toMatchObject({ number: 'EV-1' });
    expect(chosen(by('VISA_REGISTER', visa({ holderMatches: false })))).toBeUndefined();
  });
});

describe('orders from the lists', () => {
  const listed = (change: Partial<RecordedHit>, entry: Partial<WatchlistEntry>, suspends = true): RecordedHit => {
    const found = hit(0);
    const listKind = suspends ? ('EXIT_SUSPENSION' as const) : ('ENTRY_BAN' as const);
    const whole = { ...found.hit.entry, legalGround: 'Luật 49/2019/QH14, Điều 36, nhóm 5', ...entry };
    return { ...found, hit: { ...found.hit, listKind, matchClass: 'CERTAIN', entry: whole }, ...change };
  };
  const of = (one: RecordedHit) => ordersOf({ hits: [one] });

  it.each([
    ['Luật 49/2019/QH14, Điều 36, nhóm 5', 5],
    ['Law 49/2019/QH14 Art 36(3)', 3],
    ['khoản 9 Điều 21 Luật 47/2014/QH13', 9],
    ['Art. 21(1) no. 6', 6],
    ['Luật 47/2014/QH13, Điều 21', undefined],
    [undefined, undefined],
  ])('%s names number %s', (ground, number) => {
    expect(numberOf(ground)).toBe(number);
  });

  it('are those of the same person, and certain ones until somebody says otherwise', () => {
    const dates = { validFrom: '2025-03', validTo: '2031', decision: '0123', personInformed: false };
    expect(of(listed({}, dates))).toEqual([
      {
        ...{ kind: 'exit-suspension', group: 5, decision: '0123', informed: false },
        ...{ validFrom: '2025-03-01', validTo: '2031-12-31' },
      },
    ]);
    expect(of(listed({ answer: 'DIFFERENT' }, {}))).toEqual([]);
    expect(of(listed({ answer: 'CANNOT_DECIDE' }, {}))).toEqual([]);
    const likely = listed({}, {});
    expect(of({ ...likely, hit: { ...likely.hit, matchClass: 'PROBABLE' } })).toEqual([]);
    expect(of({ ...likely, hit: { ...likely.hit, matchClass: 'PROBABLE' }, answer: 'SAME' })).toHaveLength(1);
    expect(ordersOf({ hits: [hit(0)] })).toEqual([]);
  });

  it('know expulsions and forced exits, which bar for a time of their own, from bans', () => {
    const expelled = { legalGround: 'Điều 21 khoản 5 (trục xuất)', validFrom: '2025-01-01' };
    expect(of(listed({}, expelled, false))).toMatchObject([{ kind: 'expulsion', effective: '2025-01-01' }]);
    const forced = { legalGround: 'buộc xuất cảnh', decisionDate: '2026-10-02' };
    expect(of(listed({}, forced, false))).toMatchObject([{ kind: 'forced-exit', effective: '2026-10-02' }]);
    expect(of(listed({}, { legalGround: 'Điều 21 khoản 9' }, false))).toMatchObject([{ kind: 'entry-ban', ground: 9 }]);
  });
});

describe('what sources and officers say', () => {
  const officer = by('OFFICER', 'work');
  const declared = by('DECLARATION', 'tourism');

  it('stands side by side: the officer’s word counts, the source’s is kept', () => {
    const travel = { ...NO_FACTS, purpose: officer, visas: [by('OFFICER', visa())] };
    const told = factsTold(travel, { purpose: declared, address: declared, visas: [by('VISA_REGISTER', visa())] });
    expect(told).toMatchObject({ address: declared, sourced: { purpose: declared } });
    expect('purpose' in told).toBe(false);
    expect(told.visas?.map(({ source }) => source)).toEqual(['VISA_REGISTER', 'OFFICER']);
  });

  it('only the officer’s own words outlive a second reading', () => {
    const travel = { ...NO_FACTS, purpose: officer, address: declared, movements: [moved()] };
    expect(statedOnly(travel)).toEqual({ ...NO_FACTS, purpose: officer });
  });

  it('a movement that both know is one', () => {
    const own = moved({ recordNumber: 'A07-1', at: 5 });
    const told = moved({ source: 'CENTRAL', recordNumber: 'A07-1', gate: 'Mẫu 1' });
    const other = moved({ source: 'CENTRAL', recordNumber: 'B01-9', date: '2026-10-01' });
    expect(mergeMovements([own], [other, told])).toEqual([{ ...told, ...own, gate: 'Mẫu 1' }, other]);
    const otherwise = moved({ source: 'CENTRAL', stayUntil: '2026-12-24', documentNumber: '12 ab 34567' });
    const [both] = mergeMovements([moved({ stayUntil: '2026-12-31' })], [otherwise]);
    expect(both).toMatchObject({ source: 'LOCAL', stayUntil: '2026-12-31' });
    expect(both?.differing).toEqual([{ field: 'stayUntil', central: '2026-12-24' }]);
    const twin = moved({ source: 'CENTRAL', documentNumber: '12 ab 34567' });
    expect(mergeMovements([moved()], [twin])).toHaveLength(1);
    expect(mergeMovements([moved()], [moved({ source: 'CENTRAL', direction: 'departure' })])).toHaveLength(2);
  });

  it.each([
    [{ visa: visa() }, null],
    [{ visa: visa({ validTo: '2026-10-31' }) }, 'visaDays'],
    [{ visa: visa({ lastUsed: '2026-11-23' }) }, 'visaLastUsed'],
    [{ visa: visa({ usedEntries: 2 }) }, 'visaEntries'],
    [{ documentIssued: '2032-01-15' }, 'issuedLater'],
    [{ companion: { birthDate: '2026-11-23' } }, 'companionBornLater'],
    [{ flight: { number: 'XZ1', day: '2026-11-25', seat: null } }, 'flightDay'],
    [{ flight: { number: 'XZ1', day: '2026-11-24', seat: null } }, null],
    [{ handled: 'x' }, 'handledNotCitizen'],
  ] as const)('%j: %s', (stated, wrong) => {
    expect(statedWrong(fresh().clearance, stated, TODAY)).toBe(wrong);
  });
});
