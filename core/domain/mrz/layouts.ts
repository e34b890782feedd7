/** Where everything stands in each MRZ: 9303-4 4.2, 9303-5 4.2, 9303-6 4.2, 9303-7 4.2 and 5.2, and the French card of 1988. */
import type { MrzCheckName, MrzFieldName, MrzFormat } from './mrz.ts';

export type FieldKind =
  | 'documentCode'
  | 'country'
  | 'documentNumber'
  | 'birthDate'
  | 'expiryDate'
  | 'sex'
  | 'optional'
  /** Surname, two fillers, given names. */
  | 'name'
  /** One half of a name in a field of its own (French card). */
  | 'nameHalf';

/** One field. `start` and `end` are 0-based columns (end exclusive); `offset` is `start` in the lines laid end to end. */
export interface FieldSpec {
  readonly kind: FieldKind;
  /** For kind `name` the surname; the given names follow from the same field. */
  readonly name: MrzFieldName;
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly offset: number;
  /** The check digit stands right behind the field. */
  readonly checkName: MrzCheckName | null;
  /** The field into which a long document number runs on (TD1 and TD2 only). */
  readonly continuation: FieldSpec | null;
}

export interface Layout {
  readonly format: MrzFormat;
  readonly lineCount: number;
  readonly width: number;
  readonly fields: readonly FieldSpec[];
  /** The composite check digit, or null for visas. `covers` are offsets in the lines laid end to end, in order. */
  readonly composite: { readonly line: number; readonly column: number; readonly covers: Uint8Array } | null;
}

/** Positions as Doc 9303 counts them: line from 1, first and last position from 1, both inclusive. */
type Row = readonly [
  kind: FieldKind,
  name: MrzFieldName,
  line: number,
  first: number,
  last: number,
  checkName?: MrzCheckName,
];
type Range = readonly [line: number, first: number, last: number];

const VISA_LINE_2: readonly Row[] = [
  ['documentNumber', 'documentNumber', 2, 1, 9, 'documentNumber'],
  ['country', 'nationality', 2, 11, 13],
  ['birthDate', 'birthDate', 2, 14, 19, 'birthDate'],
  ['sex', 'sex', 2, 21, 21],
  ['expiryDate', 'expiryDate', 2, 22, 27, 'expiryDate'],
];

function head(nameLast: number): readonly Row[] {
  return [
    ['documentCode', 'documentCode', 1, 1, 2],
    ['country', 'issuer', 1, 3, 5],
    ['name', 'surname', 1, 6, nameLast],
  ];
}

function layout(
  format: MrzFormat,
  lineCount: number,
  width: number,
  rows: readonly Row[],
  composite: { at: Range; covers: readonly Range[] } | null,
): Layout {
  const fields: FieldSpec[] = [];
  // A long number runs into the first optional field; only the sizes with that rule name one with continuation.
  const runsOn = format === 'TD1' ? 'optionalData1' : format === 'TD2' ? 'optionalData' : null;
  const spec = ([kind, name, line, first, last, checkName]: Row, continuation: FieldSpec | null): FieldSpec => ({
    kind,
    name,
    line: line - 1,
    start: first - 1,
    end: last,
    offset: (line - 1) * width + first - 1,
    checkName: checkName ?? null,
    continuation,
  });
  const continuationRow = rows.find((row) => row[1] === runsOn);
  const continuation = continuationRow === undefined ? null : spec(continuationRow, null);
  for (const row of rows) fields.push(spec(row, row[0] === 'documentNumber' ? continuation : null));
  if (composite === null) return { format, lineCount, width, fields, composite: null };
  const covers: number[] = [];
  for (const [line, first, last] of composite.covers) {
    for (let position = first; position <= last; position += 1) covers.push((line - 1) * width + position - 1);
  }
  const [line, column] = composite.at;
  return {
    format,
    lineCount,
    width,
    fields,
    composite: { line: line - 1, column: column - 1, covers: Uint8Array.from(covers) },
  };
}

export const LAYOUTS: Readonly<Record<MrzFormat, Layout>> = {
  TD1: layout(
    'TD1',
    3,
    30,
    [
      ['documentCode', 'documentCode', 1, 1, 2],
      ['country', 'issuer', 1, 3, 5],
      ['documentNumber', 'documentNumber', 1, 6, 14, 'documentNumber'],
      ['optional', 'optionalData1', 1, 16, 30],
      ['birthDate', 'birthDate', 2, 1, 6, 'birthDate'],
      ['sex', 'sex', 2, 8, 8],
      ['expiryDate', 'expiryDate', 2, 9, 14, 'expiryDate'],
      ['country', 'nationality', 2, 16, 18],
      ['optional', 'optionalData2', 2, 19, 29],
      ['name', 'surname', 3, 1, 30],
    ],
    {
      at: [2, 30, 30],
      covers: [
        [1, 6, 30],
        [2, 1, 7],
        [2, 9, 15],
        [2, 19, 29],
      ],
    },
  ),
  TD2: layout('TD2', 2, 36, [...head(36), ...VISA_LINE_2, ['optional', 'optionalData', 2, 29, 35]], {
    at: [2, 36, 36],
    covers: [
      [2, 1, 10],
      [2, 14, 20],
      [2, 22, 35],
    ],
  }),
  TD3: layout('TD3', 2, 44, [...head(44), ...VISA_LINE_2, ['optional', 'optionalData', 2, 29, 42, 'optionalData']], {
    at: [2, 44, 44],
    covers: [
      [2, 1, 10],
      [2, 14, 20],
      [2, 22, 43],
    ],
  }),
  'MRV-A': layout('MRV-A', 2, 44, [...head(44), ...VISA_LINE_2, ['optional', 'optionalData', 2, 29, 44]], null),
  'MRV-B': layout('MRV-B', 2, 36, [...head(36), ...VISA_LINE_2, ['optional', 'optionalData', 2, 29, 36]], null),
  'FRA-ID-1988': layout(
    'FRA-ID-1988',
    2,
    36,
    [
      ['documentCode', 'documentCode', 1, 1, 2],
      ['country', 'issuer', 1, 3, 5],
      ['nameHalf', 'surname', 1, 6, 30],
      ['optional', 'departmentOfIssue', 1, 31, 33],
      ['optional', 'officeOfIssue', 1, 34, 36],
      ['documentNumber', 'documentNumber', 2, 1, 12, 'documentNumber'],
      ['nameHalf', 'givenNames', 2, 14, 27],
      ['birthDate', 'birthDate', 2, 28, 33, 'birthDate'],
      ['sex', 'sex', 2, 35, 35],
    ],
    {
      at: [2, 36, 36],
      covers: [
        [1, 1, 36],
        [2, 1, 35],
      ],
    },
  ),
};
