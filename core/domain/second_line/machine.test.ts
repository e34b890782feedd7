import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answerer } from '../clearance/who_answers.ts';
import { openEscalations } from './escalation.ts';
import type { SecondLineEvent } from './event.ts';
import { CONFIRMATION_ANSWERS, SECOND_LINE_OUTCOMES, type SecondLineFile, type SecondLineOutcome } from './file.ts';
import { hitTruths } from './hit_truth.ts';
import { step } from './machine.ts';
import { nextThing } from './next_thing.ts';
import { openEntries, whyClosed } from './standing.ts';

const LIMITS = { supervisorMinutes: 10, headOfUnitMinutes: 30 };
const MINUTE = 60_000;
const FIRST: Answerer = { number: '0377', roles: ['second-line'] };
const OTHER: Answerer = { number: '0378', roles: ['second-line'] };
const SUPERVISOR: Answerer = { number: '0301', roles: ['supervisor'] };

const FILE: SecondLineFile = {
  stage: 'QUEUED',
  recordNumber: 'A07-000412',
  direction: 'ARRIVAL',
  citizen: false,
  referred: { by: '0412', at: 0 },
  reasons: ['LIST_HIT_POSSIBLE'],
  entries: [
    {
      name: 'wanted/W-1',
      list: 'wanted',
      listKind: 'WANTED',
      matchClass: 'POSSIBLE',
      authority: 'Đơn vị Mẫu',
      strongDifferences: 2,
      toldApart: false,
      answer: 'CANNOT_DECIDE',
    },
  ],
  doubts: ['VALIDITY'],
  law: null,
  overstayOpen: false,
  escorted: null,
  taken: null,
  takenOver: [],
  interview: [],
  rechecks: [],
  comparisons: [],
  confirmations: [],
  measures: [],
  decided: null,
};

const OUTCOMES: Record<SecondLineOutcome['kind'], SecondLineOutcome> = {
  CLEARED: { kind: 'CLEARED' },
  REFUSAL_PROPOSED: { kind: 'REFUSAL_PROPOSED', ground: 1, grounds: 'x', carrier: null, returnFlight: null },
  HANDED_OVER: { kind: 'HANDED_OVER', unit: 'u', name: 'n', number: '1', receipt: 'r' },
  DETAINED_BY_AUTHORITY: { kind: 'DETAINED_BY_AUTHORITY', authority: 'a', decision: 'd' },
  RELEASED: { kind: 'RELEASED', conditions: 'c' },
};

/** The file after these events; fails where one is refused. */
function reached(file: SecondLineFile, ...events: readonly SecondLineEvent[]): SecondLineFile {
  return events.reduce((before, event) => {
    const next = step(before, event, LIMITS);
    if (!next.ok) throw new Error(`${event.type}: ${next.error}`);
    return next.value;
  }, file);
}
const refusal = (file: SecondLineFile, event: SecondLineEvent) => {
  const next = step(file, event, LIMITS);
  return next.ok ? null : next.error;
};

const take = (by = FIRST, at = 0): SecondLineEvent => ({ type: 'TAKE', by, at });
const entry = 'wanted/W-1';
const ask = (at: number, by = FIRST): SecondLineEvent => ({
  type: 'CONFIRMATION_ASKED',
  entry,
  authority: 'Đơn vị Mẫu',
  channel: 'PHONE',
  by,
  at,
});
const ownerSays = (result: (typeof CONFIRMATION_ANSWERS)[number], at: number): SecondLineEvent => ({
  type: 'CONFIRMATION_ANSWERED',
  entry,
  result,
  note: '',
  by: FIRST,
  at,
});
const decide = (kind: SecondLineOutcome['kind'], by = FIRST): SecondLineEvent => ({
  type: 'DECIDE',
  outcome: OUTCOMES[kind],
  offline: false,
  by,
  at: 9,
});
const different: SecondLineEvent = { type: 'COMPARED', entry, answer: 'DIFFERENT', by: FIRST, second: null, at: 2 };
const inOrder: SecondLineEvent = {
  type: 'RECHECKED',
  check: 'VALIDITY',
  result: 'PASSED',
  reason: 'seen',
  by: FIRST,
  second: null,
  at: 3,
};

describe('the lock', () => {
  test('is one officer’s: another neither takes the file nor works on it', () => {
    const taken = reached(FILE, take());
    expect(refusal(taken, take(OTHER))).toBe('LOCKED');
    expect(refusal(taken, take())).toBe('TAKEN_ALREADY');
    expect(refusal(taken, { ...ask(1), by: OTHER } as SecondLineEvent)).toBe('LOCKED');
    expect(refusal(FILE, ask(1))).toBe('NOT_TAKEN');
  });

  test('goes to another only by who supervises, and stays written down', () => {
    const taken = reached(FILE, take());
    const over = (by: Answerer): SecondLineEvent => ({ type: 'TAKE_OVER', reason: 'end of shift', by, at: 5 });
    expect(refusal(taken, over(OTHER))).toBe('NOT_SUPERVISOR');
    const moved = reached(taken, over(SUPERVISOR));
    expect(moved.taken).toEqual({ by: '0301', at: 5 });
    expect(moved.takenOver).toEqual([{ from: '0377', by: '0301', at: 5, reason: 'end of shift' }]);
    expect(refusal(moved, different)).toBe('LOCKED');
  });

  test('is given back, and is anyone’s then', () => {
    const back = reached(FILE, take(), { type: 'PUT_BACK', by: FIRST, at: 1 });
    expect(back.stage).toBe('QUEUED');
    expect(reached(back, take(OTHER)).taken?.by).toBe('0378');
  });
});

describe('letting the person pass', () => {
  test('asks for every entry and every check first', () => {
    const taken = reached(FILE, take());
    expect(whyClosed(taken, 'CLEARED', '0377')).toEqual(['ENTRIES_OPEN', 'CHECKS_IN_DOUBT']);
    const compared = reached(taken, different);
    expect(refusal(compared, decide('CLEARED'))).toBe('CHECKS_IN_DOUBT');
    expect(reached(compared, inOrder, decide('CLEARED')).decided?.outcome.kind).toBe('CLEARED');
  });

  test('is closed while the owner is asked or has confirmed, and opened by a denial', () => {
    const asked = reached(FILE, take(), inOrder, ask(1));
    expect(whyClosed(asked, 'CLEARED', '0377')[0]).toBe('CONFIRMATION_OPEN');
    expect(refusal(reached(asked, ownerSays('CONFIRMED', 2), different), decide('CLEARED'))).toBe(
      'CONFIRMATION_STANDS',
    );
    const denied = reached(asked, ownerSays('DENIED', 2));
    expect(openEntries(denied)).toEqual([]);
    expect(hitTruths(denied)[0]?.truth).toBe('FALSE');
    expect(reached(denied, decide('CLEARED')).stage).toBe('CLOSED');
  });

  test('takes a supervisor beside who says that the law’s answer is in order', () => {
    const taken = reached(FILE, take());
    const law = (by: Answerer, second: Answerer | null): SecondLineEvent =>
      ({ ...inOrder, check: 'ENTRY_CONDITIONS', by, second }) as SecondLineEvent;
    expect(refusal(taken, law(FIRST, null))).toBe('SECOND_PERSON');
    expect(refusal(taken, law(FIRST, OTHER))).toBe('SECOND_PERSON');
    expect(reached(taken, law(FIRST, SUPERVISOR)).rechecks[0]?.confirmedBy).toBe('0301');
  });

  test('"different" with too few strong differences takes a supervisor, as at the counter', () => {
    const [first] = FILE.entries;
    if (first === undefined) throw new Error('no entry');
    const weak = reached({ ...FILE, entries: [{ ...first, strongDifferences: 1 }] }, take());
    expect(refusal(weak, different)).toBe('SECOND_PERSON');
    expect(reached(weak, { ...different, second: SUPERVISOR } as SecondLineEvent).comparisons[0]?.confirmedBy).toBe(
      '0301',
    );
  });
});

test('an overstay without its procedure lets nobody pass', () => {
  const ready = reached({ ...FILE, overstayOpen: true }, take(), different, inOrder);
  expect(whyClosed(ready, 'CLEARED', '0377')).toEqual(['OVERSTAY_OPEN']);
  expect(whyClosed(ready, 'RELEASED', '0377')).toEqual([]);
});

test('a refusal is proposed for foreigners who arrive, and for nobody else', () => {
  const taken = reached(FILE, take());
  expect(whyClosed(taken, 'REFUSAL_PROPOSED', '0377')).toEqual([]);
  expect(whyClosed({ ...taken, citizen: true }, 'REFUSAL_PROPOSED', '0377')).toEqual(['NOT_FOR_CITIZENS']);
  expect(whyClosed({ ...taken, direction: 'DEPARTURE' }, 'REFUSAL_PROPOSED', '0377')).toEqual(['NOT_AT_DEPARTURE']);
});

describe('an owner who does not answer', () => {
  const asked = reached(FILE, take(), ask(1000));
  const tell = (to: 'SUPERVISOR' | 'HEAD_OF_UNIT', at: number): SecondLineEvent => ({
    type: 'ESCALATE',
    entry,
    to,
    at,
  });

  test('is told of exactly at the limits, once each, in order', () => {
    expect(openEscalations(asked, LIMITS).map(({ to, dueAt }) => [to, dueAt])).toEqual([
      ['SUPERVISOR', 1000 + 10 * MINUTE],
      ['HEAD_OF_UNIT', 1000 + 30 * MINUTE],
    ]);
    expect(refusal(asked, tell('SUPERVISOR', 1000 + 10 * MINUTE - 1))).toBe('NOT_DUE');
    const told = reached(asked, tell('SUPERVISOR', 1000 + 10 * MINUTE));
    expect(refusal(told, tell('SUPERVISOR', 1000 + 20 * MINUTE))).toBe('NOT_DUE');
    expect(openEscalations(told, LIMITS).map(({ to }) => to)).toEqual(['HEAD_OF_UNIT']);
    expect(refusal(told, tell('HEAD_OF_UNIT', 1000 + 30 * MINUTE - 1))).toBe('NOT_DUE');
    expect(openEscalations(reached(told, tell('HEAD_OF_UNIT', 1000 + 30 * MINUTE)), LIMITS)).toEqual([]);
  });

  test('is written down as silent only when the last limit has passed; a late answer still counts', () => {
    expect(refusal(asked, ownerSays('NO_ANSWER', 1000 + 30 * MINUTE - 1))).toBe('TOO_EARLY');
    const silent = reached(asked, ownerSays('NO_ANSWER', 1000 + 30 * MINUTE));
    expect(openEscalations(silent, LIMITS)).toEqual([]);
    const late = reached(silent, ownerSays('CONFIRMED', 1000 + 40 * MINUTE));
    expect(hitTruths(late)[0]?.truth).toBe('TRUE');
    expect(refusal(late, ownerSays('DENIED', 1000 + 41 * MINUTE))).toBe('NOT_ASKED');
  });
});

const person = fc.constantFrom(FIRST, OTHER, SUPERVISOR);
const at = fc.integer({ min: 0, max: 60 * MINUTE });
const anyEvent: fc.Arbitrary<SecondLineEvent> = fc.oneof(
  fc.record({ type: fc.constant('TAKE' as const), by: person, at }),
  fc.record({ type: fc.constant('PUT_BACK' as const), by: person, at }),
  fc.record({ type: fc.constant('TAKE_OVER' as const), by: person, at, reason: fc.constant('r') }),
  fc.record({ type: fc.constant('ESCORTED' as const), by: person, at, escort: fc.constant('0412') }),
  fc.record({
    type: fc.constant('COMPARED' as const),
    by: person,
    at,
    entry: fc.constantFrom(entry, 'none/N'),
    answer: fc.constantFrom('SAME' as const, 'DIFFERENT' as const, 'CANNOT_DECIDE' as const),
    second: fc.option(person, { nil: null }),
  }),
  fc.record({
    type: fc.constant('RECHECKED' as const),
    by: person,
    at,
    check: fc.constantFrom('VALIDITY' as const, 'ENTRY_CONDITIONS' as const),
    result: fc.constantFrom('PASSED' as const, 'FAILED' as const),
    reason: fc.constant('r'),
    second: fc.option(person, { nil: null }),
  }),
  fc.record({ by: person, at }).map(({ by, at: when }) => ask(when, by)),
  fc
    .record({ by: person, at, result: fc.constantFrom(...CONFIRMATION_ANSWERS) })
    .map(({ by, at: when, result }) => ({ ...ownerSays(result, when), by }) as SecondLineEvent),
  fc.record({
    type: fc.constant('ESCALATE' as const),
    entry: fc.constant(entry),
    to: fc.constantFrom('SUPERVISOR' as const, 'HEAD_OF_UNIT' as const),
    at,
  }),
  fc.record({ by: person, kind: fc.constantFrom(...SECOND_LINE_OUTCOMES) }).map(({ by, kind }) => decide(kind, by)),
);

test('every path ends in at most one outcome, and none after it', () => {
  void fc.assert(
    fc.property(fc.array(anyEvent, { maxLength: 40 }), (events) => {
      let file = FILE;
      let decisions = 0;
      for (const event of events) {
        const next = step(file, event, LIMITS);
        if (!next.ok) continue;
        if (event.type === 'DECIDE') decisions += 1;
        // Only who holds the lock changes a file, but for bringing the person, taking it, and time.
        const free = ['TAKE', 'TAKE_OVER', 'ESCORTED', 'ESCALATE'].includes(event.type);
        if (!free && 'by' in event) expect(file.taken?.by).toBe(event.by.number);
        file = next.value;
        expect(file.taken === null).toBe(file.stage === 'QUEUED');
      }
      expect(decisions).toBe(file.stage === 'CLOSED' ? 1 : 0);
      expect(file.decided !== null).toBe(file.stage === 'CLOSED');
      expect(new Set(file.confirmations.map(({ escalated }) => escalated.length <= 2))).not.toContain(false);
      if (file.decided?.outcome.kind === 'CLEARED') {
        expect(openEntries(file)).toEqual([]);
        expect(hitTruths(file).every(({ truth }) => truth === 'FALSE')).toBe(true);
      }
      expect(nextThing(file, '0377', LIMITS).what === 'CLOSED').toBe(file.stage === 'CLOSED');
    }),
    { numRuns: 400 },
  );
});

test('every open file can be brought to each end that its person allows', () => {
  for (const kind of SECOND_LINE_OUTCOMES) {
    const ready = reached(FILE, take(), different, inOrder);
    expect(reached(ready, decide(kind)).decided?.outcome.kind).toBe(kind);
  }
});
