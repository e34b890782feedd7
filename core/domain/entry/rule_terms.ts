import type { Rule } from './rules.ts';

/** What a row says beside its dates and its source, by the name of its column. */
export interface RuleTerm {
  readonly name: string;
  /** Codes and figures; several are parted by a blank, the two of a pair by a stroke. */
  readonly value: string;
}

const COMMON = ['id', 'from', 'to', 'source'];

function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.join(' ');
  return typeof value === 'object' && value !== null ? Object.values(value).join('/') : String(value);
}

/** The columns of a row. What it leaves null it does not say. */
export function termsOf(row: Rule): readonly RuleTerm[] {
  return Object.entries(row)
    .filter(([name, value]) => !COMMON.includes(name) && value !== null)
    .map(([name, value]) => ({ name, value: textOf(value) }));
}
