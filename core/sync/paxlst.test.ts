import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AdvanceRow } from './advance_rows.ts';
import { BrokenInterchange, type Segment, SegmentReader, type ServiceCharacters, USUAL } from './edifact_segments.ts';
import { paxlstRows } from './paxlst.ts';
import { adviceText, manyPassengers, paxlstText, segmentText } from './testing/paxlst_text.ts';

async function* pieces(text: string | Buffer, size: number): AsyncGenerator<Buffer> {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function read(text: string | Buffer, size = 7): Promise<AdvanceRow[]> {
  const rows: AdvanceRow[] = [];
  for await (const row of paxlstRows(pieces(text, size))) rows.push(row);
  return rows;
}

const passengersIn = (rows: readonly AdvanceRow[]) =>
  rows.flatMap((row) => ('passengers' in row ? row.passengers.passengers : []));
const TWO = manyPassengers(2);
const GOOD = paxlstText(TWO);

describe('segments', () => {
  const signs = fc.constantFrom<ServiceCharacters>(USUAL, {
    component: '|',
    element: '*',
    release: '\\',
    terminator: '~',
  });
  // Lines begin with no blanks of their own: those between segments are dropped.
  const text = fc.string({ unit: fc.constantFrom(..."AB1 :+?'|*\\~Ñ."), maxLength: 12 });
  const segment = fc.record({
    tag: fc.constantFrom('NAD', 'DTM', 'RFF'),
    elements: fc.array(fc.array(text, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 }),
  });

  test('what is written comes back, wherever the pieces end', () => {
    fc.assert(
      fc.property(signs, fc.array(segment, { minLength: 1 }), fc.integer({ min: 1, max: 9 }), (own, written, size) => {
        const whole = adviceText(own) + written.map((one) => segmentText(one, own)).join('\r\n');
        const reader = new SegmentReader();
        const found: Segment[] = [];
        for (let at = 0; at < whole.length; at += size) found.push(...reader.push(whole.slice(at, at + size)));
        reader.end();
        expect(found.map(({ tag, elements }) => ({ tag, elements }))).toEqual(written);
        expect(found.map(({ place }) => place)).toEqual(written.map((_, place) => place + 1));
      }),
    );
  });

  test('whatever comes, it ends in segments or in one clear refusal', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (noise) => {
        const reader = new SegmentReader();
        try {
          reader.push(`UNA:+.? '${noise}`);
          reader.end();
        } catch (problem) {
          expect(problem).toBeInstanceOf(BrokenInterchange);
        }
      }),
    );
  });
});

describe('a passenger list', () => {
  test('gives the flight and every passenger with document, booking and birth date', async () => {
    const [row] = await read(GOOD);
    expect(row).toEqual({
      passengers: {
        flight: { number: 'XZ417', from: 'AAA', to: 'BBB', departs: '2026-11-22T06:10', arrives: '2026-11-22T08:35' },
        kind: 'PASSENGER',
        continues: false,
        passengers: TWO.map((one) => ({
          kind: 'PASSENGER',
          holder: {
            surname: one.surname,
            givenNames: one.givenNames,
            birthDate: `19${one.birth?.slice(0, 2)}-01-01`,
            nationality: 'FRA',
            documentNumber: one.number,
            issuer: 'FRA',
          },
          seat: null,
          locator: one.locator,
          reference: null,
          visa: null,
        })),
      },
    });
  });

  test('crew is counted by CNT+41 and said to be crew', async () => {
    const people = passengersIn(await read(paxlstText(TWO, { crew: true })));
    expect(people.map(({ kind }) => kind)).toEqual(['CREW', 'CREW']);
  });

  test('released signs are part of a name', async () => {
    const [person] = passengersIn(
      await read(paxlstText([{ ...manyPassengers(1)[0], surname: "O?'MAU?+?:??", givenNames: 'A', number: 'X1' }])),
    );
    expect(person?.holder.surname).toBe("O'MAU+:?");
  });

  test('letters beyond ASCII are read in the set that the interchange names', async () => {
    const named = (set: string) =>
      paxlstText([{ surname: 'NGUYỄN', givenNames: 'MẪU', number: 'X1' }]).replace('UNOA', set);
    expect(passengersIn(await read(named('UNOY')))[0]?.holder.surname).toBe('NGUYỄN');
    await expect(read(named('UNOQ'))).rejects.toThrow('CHARACTER_SET_UNKNOWN');
    const damaged = Buffer.from(named('UNOY').replace('NGUYỄN', '#'), 'utf8');
    damaged[damaged.indexOf('#')] = 0xff;
    await expect(read(damaged)).rejects.toThrow('ENCODING');
  });

  test('a wrong person is rejected alone, by the place of its segment', async () => {
    const people = manyPassengers(3).map((one, place) => (place === 1 ? { ...one, birth: '921332' } : one));
    const rows = await read(paxlstText(people));
    expect(rows[0]).toEqual({ rejected: { line: 25, reason: 'BIRTH_DATE_WRONG' } });
    expect(passengersIn(rows)).toHaveLength(2);
  });

  test.each([
    ['UNT_COUNT_WRONG', GOOD.replace(/UNT\+\d+/, 'UNT+4')],
    ['UNT_REFERENCE_WRONG', GOOD.replace(/(UNT\+\d+)\+M1/, '$1+M2')],
    ['UNE_COUNT_WRONG', GOOD.replace('UNE+1', 'UNE+2')],
    ['UNZ_COUNT_WRONG', GOOD.replace('UNZ+1', 'UNZ+3')],
    ['UNZ_REFERENCE_WRONG', GOOD.replace('UNZ+1+REF1', 'UNZ+1+REF2')],
    ['CNT_COUNT_WRONG', GOOD.replace('CNT+42:2', 'CNT+42:3')],
    ['NOT_PAXLST', GOOD.replace('M1+PAXLST', 'M1+CUSRES')],
    ['LIST_KIND_UNKNOWN', GOOD.replace('BGM+745', 'BGM+266')],
    ['LIST_KIND_UNKNOWN', GOOD.replace('BGM+745', 'BGM+745+XR')],
    ['NO_FLIGHT', GOOD.replace('TDT+20+XZ417', 'TDT+20+?')],
    ['NO_FLIGHT_DATE', GOOD.replace(/DTM\+(189|232):\d+/g, 'DTM+$1:9999999999')],
    ['CUT_OFF', GOOD.slice(0, GOOD.indexOf('UNE'))],
    ['CUT_OFF', GOOD.slice(0, -8)],
    ['NOT_EDIFACT', 'name;number\nA;B\n'],
    ['NOT_EDIFACT', ''],
    ['AFTER_THE_END', GOOD + GOOD.slice(GOOD.indexOf('UNB'))],
  ])('%s refuses the whole', async (reason, text) => {
    await expect(read(text)).rejects.toThrow(reason);
  });

  test('cut anywhere, it is refused', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: GOOD.trimEnd().length - 1 }), async (length) => {
        await expect(read(GOOD.slice(0, length), 64)).rejects.toBeInstanceOf(BrokenInterchange);
      }),
    );
  });
});
