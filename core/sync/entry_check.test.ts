import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { parseEntry } from './entry_check.ts';

/** The same form said another way: as a schema. */
const text = z.string().min(1).max(500);
const country = z.string().regex(/^[A-Z]{1,3}$/);
const date = z
  .string()
  .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)
  .refine((one) => !Number.isNaN(Date.parse(one)) && new Date(one).toISOString().startsWith(one));
const schema = z
  .object({
    id: z.string().min(1).max(200),
    names: z
      .array(
        z.object({
          surname: z.exactOptional(text),
          givenNames: z.exactOptional(z.string().max(500)),
          full: z.exactOptional(text),
          weak: z.exactOptional(z.boolean()),
        }),
      )
      .max(500)
      .default([]),
    birthDate: z.exactOptional(date),
    otherBirthDates: z.exactOptional(z.array(date).max(50)),
    birthDateApproximate: z.exactOptional(z.boolean()),
    birthPlace: z.exactOptional(text),
    sex: z.exactOptional(z.enum(['M', 'F', 'X'])),
    nationalities: z.exactOptional(z.array(country).max(50)),
    personalNumber: z.exactOptional(text),
    documents: z.exactOptional(
      z
        .array(
          z.object({
            number: text,
            issuer: country,
            kind: z.exactOptional(text),
            status: z.exactOptional(z.enum(['LOST', 'STOLEN', 'REVOKED', 'SINGLE_USE_SPENT', 'LISTED'])),
          }),
        )
        .max(500),
    ),
    action: z.exactOptional(z.enum(['STOP', 'REFER', 'DISCREET', 'INFORM'])),
    priority: z.exactOptional(z.int().min(1).max(9)),
    discreet: z.exactOptional(z.boolean()),
    authority: z.exactOptional(text),
    decision: z.exactOptional(text),
    decisionDate: z.exactOptional(date),
    legalGround: z.exactOptional(z.string().max(2000)),
    personInformed: z.exactOptional(z.boolean()),
    recordedAt: z.exactOptional(date),
    validFrom: z.exactOptional(date),
    validTo: z.exactOptional(date),
    note: z.exactOptional(z.string().max(2000)),
  })
  .refine((one) => one.names.length > 0 || one.personalNumber !== undefined || (one.documents ?? []).length > 0, {
    path: ['names'],
  });

function bySchema(content: unknown): ReturnType<typeof parseEntry> {
  const parsed = schema.safeParse(content);
  if (parsed.success) return { entry: parsed.data };
  return { reason: `FIELD:${parsed.error.issues[0]?.path.map(String).join('.') ?? ''}` };
}

const anything = fc.oneof(fc.anything({ maxDepth: 1 }), fc.constantFrom(null, undefined, 0, [], {}));

/** A value of the right form, seldom one at its edge or a wrong one. */
function mostly(right: fc.Arbitrary<unknown>, ...edges: readonly unknown[]): fc.Arbitrary<unknown> {
  const seldom = edges.length > 0 ? fc.oneof(fc.constantFrom(...edges), anything) : anything;
  return fc.oneof({ weight: 40, arbitrary: right }, { weight: 1, arbitrary: seldom });
}

const word = mostly(fc.string({ minLength: 1, maxLength: 8 }), '', 'NGUYỄN', 'a'.repeat(500), 'a'.repeat(501));
const days = fc.date({ min: new Date('1850-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
const day = mostly(
  fc.tuple(days, fc.constantFrom(4, 7, 10)).map(([one, length]) => one.toISOString().slice(0, length)),
  ...['1980-02-29', '1981-02-29', '1900-02-29', '2000-02-29', '1980-13', '1980-00-01', '1980-04-31', '1980-04-30'],
  ...['0000', '80', '1980-1-1', '1980-01-01T00:00', ' 1980'],
);
const code = mostly(fc.constantFrom('VNM', 'D', 'XXX'), 'vnm', 'VNMM', '');

const person = fc.record(
  {
    surname: word,
    givenNames: word,
    full: word,
    weak: mostly(fc.boolean()),
    other: fc.anything(),
  },
  { requiredKeys: [] },
);
const paper = fc.record(
  {
    number: word,
    issuer: code,
    kind: word,
    status: mostly(fc.constantFrom('LOST', 'SINGLE_USE_SPENT'), 'lost'),
  },
  { requiredKeys: ['number', 'issuer'] },
);
const content = fc.record(
  {
    note: word,
    id: mostly(fc.string({ minLength: 1, maxLength: 9 }), 'i'.repeat(200), 'i'.repeat(201)),
    names: mostly(fc.array(mostly(person), { maxLength: 3 })),
    birthDate: day,
    otherBirthDates: mostly(fc.array(day, { maxLength: 3 }), Array(50).fill('1980'), Array(51).fill('1980')),
    birthDateApproximate: mostly(fc.boolean()),
    sex: mostly(fc.constantFrom('M', 'F', 'X'), 'm'),
    nationalities: mostly(fc.array(code, { maxLength: 3 })),
    personalNumber: word,
    documents: mostly(fc.array(mostly(paper), { maxLength: 3 })),
    action: mostly(fc.constantFrom('STOP', 'INFORM'), 'GO'),
    priority: mostly(fc.integer({ min: 1, max: 9 }), 0, 10, 1.5, Number.NaN),
    discreet: mostly(fc.boolean()),
    decisionDate: day,
    legalGround: mostly(fc.constantFrom('', 'a'.repeat(2000)), 'a'.repeat(2001)),
    recordedAt: day,
    validTo: day,
    unknown: fc.anything(),
  },
  { requiredKeys: ['id'] },
);

describe('an entry', () => {
  test('is judged as the schema judges it, with the same reason and the same order of fields', () => {
    let right = 0;
    fc.assert(
      fc.property(mostly(content), (one) => {
        const expected = bySchema(one);
        expect(JSON.stringify(parseEntry(one))).toBe(JSON.stringify(expected));
        if ('entry' in expected) right++;
      }),
      { numRuns: 4000 },
    );
    // Both are tried: entries that are taken, and those that are wrong in one place.
    expect(right).toBeGreaterThan(400);
    expect(right).toBeLessThan(3600);
  });

  test.each([
    ['FIELD:', []],
    ['FIELD:names', { id: 'A' }],
    ['FIELD:names', { id: 'A', names: [], documents: [] }],
    ['FIELD:id', { names: [{ full: 'A' }] }],
    [
      'FIELD:documents.1.issuer',
      {
        id: 'A',
        documents: [
          { number: '1', issuer: 'VNM' },
          { number: '2', issuer: '' },
        ],
      },
    ],
    ['FIELD:names.0', { id: 'A', names: ['NGUYEN'] }],
    ['FIELD:priority', { id: 'A', names: [{ full: 'A' }], priority: 10 }],
  ])('%s is wrong in %j', (reason, one) => {
    expect(parseEntry(one)).toEqual({ reason });
  });

  test('a document alone is an entry; what is not of the form is left out', () => {
    const hostile = JSON.parse('{"id":"A","documents":[{"number":"C1","issuer":"VNM"}],"__proto__":{"discreet":true}}');
    expect(parseEntry(hostile)).toEqual({
      entry: { id: 'A', names: [], documents: [{ number: 'C1', issuer: 'VNM' }] },
    });
  });
});
