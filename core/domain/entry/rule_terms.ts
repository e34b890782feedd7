import type { Rule } from './rules.ts';

/** What a row says beside its dates and its source, by the name of its column. */
export interface RuleTerm {
  readonly name: string;
  /** Codes and figures; several are parted by a blank, the two of a pair by a stroke. */
  readonly value: string;
}

const COMMON = ['id', 'from', 'to', 'source'];

const isGroup = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.join(' ');
  return isGroup(value) ? Object.values(value).join('/') : String(value);
}

/** A column of columns is told by each of them. */
function columnsOf([name, value]: readonly [string, unknown]): readonly (readonly [string, unknown])[] {
  if (!isGroup(value) || !Object.values(value).some(Array.isArray)) return [[name, value]];
  return Object.entries(value).map(([inner, one]) => [`${name}_${inner}`, one]);
}

/** The columns of a row. What it leaves null it does not say. */
export function termsOf(row: Rule): readonly RuleTerm[] {
  return Object.entries(row)
    .filter(([name]) => !COMMON.includes(name))
    .flatMap(columnsOf)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => ({ name, value: textOf(value) }));
}
