import { err, ok, type Result } from '../result.ts';

/** The raw columns of one leg, as sent and padded. `size` is the hexadecimal length of `conditional`. */
export interface RawLeg {
  readonly pnr: string;
  readonly from: string;
  readonly to: string;
  readonly carrier: string;
  readonly flight: string;
  readonly date: string;
  readonly compartment: string;
  readonly seat: string;
  readonly sequence: string;
  readonly status: string;
  readonly size: string;
  readonly conditional: string;
}

/** The raw columns of a boarding pass; joined in order they are the text again. `rest` is what follows the legs. */
export interface RawBoardingPass {
  readonly format: string;
  readonly legCount: string;
  readonly name: string;
  readonly ticket: string;
  readonly legs: readonly RawLeg[];
  readonly rest: string;
}

/** Why a text is no boarding pass. */
export const BOARDING_PASS_FAULTS = [
  'EMPTY',
  'TOO_LONG',
  'NOT_A_BOARDING_PASS',
  'CHARACTERS',
  'TRUNCATED',
  'SIZE',
] as const;
export type BoardingPassFault = (typeof BOARDING_PASS_FAULTS)[number];

/** No airline's pass is near it; nine legs with all conditional items would be. */
export const MAX_BOARDING_PASS_CHARS = 2048;

/** Columns of a leg up to the size of its conditional part, with their widths (IATA Resolution 792, mandatory items). */
export const LEG_COLUMNS = [
  ['pnr', 7],
  ['from', 3],
  ['to', 3],
  ['carrier', 3],
  ['flight', 5],
  ['date', 3],
  ['compartment', 1],
  ['seat', 4],
  ['sequence', 5],
  ['status', 1],
  ['size', 2],
] as const;

export const NAME_CHARS = 20;
const HEAD_CHARS = 2 + NAME_CHARS + 1;
const LEG_CHARS = LEG_COLUMNS.reduce((sum, [, width]) => sum + width, 0);

/** Cuts the text of a bar code into the columns of IATA Resolution 792, format M. Judges nothing but the form. */
export function cutBoardingPass(text: string): Result<RawBoardingPass, BoardingPassFault> {
  if (text.length === 0) return err('EMPTY');
  if (text.length > MAX_BOARDING_PASS_CHARS) return err('TOO_LONG');
  if (!/^M[1-9]/.test(text)) return err('NOT_A_BOARDING_PASS');
  if (!/^[\x20-\x7e]*$/.test(text)) return err('CHARACTERS');
  if (text.length < HEAD_CHARS) return err('TRUNCATED');
  const legs: RawLeg[] = [];
  let at = HEAD_CHARS;
  for (let left = Number(text[1]); left > 0; left -= 1) {
    const leg = cutLeg(text, at);
    if (!leg.ok) return leg;
    legs.push(leg.value);
    at += LEG_CHARS + leg.value.conditional.length;
  }
  const name = text.slice(2, 2 + NAME_CHARS);
  const ticket = text.slice(2 + NAME_CHARS, HEAD_CHARS);
  return ok({ format: 'M', legCount: text.slice(1, 2), name, ticket, legs, rest: text.slice(at) });
}

function cutLeg(text: string, from: number): Result<RawLeg, 'TRUNCATED' | 'SIZE'> {
  if (text.length < from + LEG_CHARS) return err('TRUNCATED');
  const columns: Record<string, string> = {};
  let at = from;
  for (const [name, width] of LEG_COLUMNS) {
    columns[name] = text.slice(at, at + width);
    at += width;
  }
  const size = columns.size ?? '';
  if (!/^[0-9A-Fa-f]{2}$/.test(size)) return err('SIZE');
  const end = at + Number.parseInt(size, 16);
  if (text.length < end) return err('TRUNCATED');
  // Every column of the list was cut just now.
  return ok({ ...columns, conditional: text.slice(at, end) } as unknown as RawLeg);
}

/** The text again. */
export function joinBoardingPass(pass: RawBoardingPass): string {
  const legs = pass.legs.map((leg) => LEG_COLUMNS.map(([name]) => leg[name]).join('') + leg.conditional);
  return pass.format + pass.legCount + pass.name + pass.ticket + legs.join('') + pass.rest;
}
