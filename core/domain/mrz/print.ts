/** Writes an MRZ from its fields, with every check digit: for demonstration documents, specimens and tests. */
import { err, ok, type Result } from '../result.ts';
import { checkDigit } from './characters.ts';
import { compositeDigit } from './check_digits.ts';
import { type FieldSpec, LAYOUTS, type Layout } from './layouts.ts';
import type { MrzFieldName, MrzFields, MrzFormat } from './mrz.ts';
import { printName, printNameHalf } from './print_name.ts';

export type MrzPrintErrorCode = 'FIELD_MISSING' | 'FIELD_TOO_LONG' | 'FIELD_CHARSET';

export interface MrzPrintError {
  readonly code: MrzPrintErrorCode;
  readonly field: MrzFieldName;
}

const REQUIRED: readonly MrzFieldName[] = ['documentCode', 'issuer', 'documentNumber', 'birthDate', 'surname'];

/** Narrower than the parser on purpose: it reads what others print, this prints what the standard says. */
const CHARACTERS: Partial<Record<MrzFieldName, RegExp>> = {
  documentCode: /^[A-Z][A-Z0-9]?$/,
  issuer: /^[A-Z]{1,3}$/,
  nationality: /^[A-Z]{1,3}$/,
  birthDate: /^(?:\d\d|<<){3}$/,
  expiryDate: /^(?:\d{6}|<{6})?$/,
  sex: /^[MF<]?$/,
  surname: /^[A-Z][A-Z ]*$/,
  givenNames: /^(?:[A-Z][A-Z ]*)?$/,
};
const ANY_FIELD = /^[A-Z0-9<]*$/;

/**
 * The lines of an MRZ. Fields as the parser gives them: dates YYMMDD, names with blanks between components. Too long names are
 * cut; a document number too long for its field runs on into the optional data of a TD1 or TD2 (with `checkOverFiller`
 * its check digit counts the filler too). Fields the format has no place for are left out. Whether the codes exist and
 * the dates can be is not asked here.
 */
export function printMrz(format: MrzFormat, fields: MrzFields): Result<readonly string[], MrzPrintError> {
  const layout = LAYOUTS[format];
  const fault = firstFault(layout, fields);
  if (fault !== null) return err(fault);
  const text = new Array<string>(layout.width * layout.lineCount).fill('<');
  for (const spec of layout.fields) write(text, spec.offset, printField(spec, fields));
  for (const spec of layout.fields) {
    if (spec.checkName === null) continue;
    const end = spec.offset + spec.end - spec.start;
    const value = text.slice(spec.offset, end).join('');
    if (spec.kind === 'documentNumber' && spec.continuation !== null && isLong(spec, fields)) {
      write(text, spec.continuation.offset, printLongTail(spec, spec.continuation, fields));
    } else if ((spec.kind === 'optional' || spec.kind === 'expiryDate') && /^<+$/.test(value)) {
      text[end] = '<';
    } else text[end] = String(checkDigit(value) ?? 0);
  }
  const { composite, width } = layout;
  if (composite !== null) {
    const codes = Uint8Array.from(text, (character) => character.charCodeAt(0));
    text[composite.line * width + composite.column] = String(compositeDigit(codes, composite.covers));
  }
  const whole = text.join('');
  return ok(Array.from({ length: layout.lineCount }, (_, line) => whole.slice(line * width, (line + 1) * width)));
}

function write(text: string[], offset: number, value: string): void {
  for (let at = 0; at < value.length; at += 1) text[offset + at] = value.charAt(at);
}

function isLong(spec: FieldSpec, fields: MrzFields): boolean {
  return (fields.documentNumber ?? '').length > spec.end - spec.start;
}

function printField(spec: FieldSpec, fields: MrzFields): string {
  const width = spec.end - spec.start;
  const value = fields[spec.name] ?? '';
  if (spec.kind === 'name') return printName(value, fields.givenNames ?? '', width);
  // The French card parts given names by two fillers and the words of a surname by one.
  if (spec.kind === 'nameHalf') return printNameHalf(value, width, spec.name === 'givenNames' ? '<<' : '<');
  return value.slice(0, width).padEnd(width, '<');
}

/** What stands in the optional field of a long document number: its rest, its check digit, a filler, the optional data. */
function printLongTail(spec: FieldSpec, continuation: FieldSpec, fields: MrzFields): string {
  const number = fields.documentNumber ?? '';
  const principal = number.slice(0, spec.end - spec.start);
  const rest = number.slice(principal.length);
  const digit = checkDigit(fields.checkOverFiller === true ? `${principal}<${rest}` : number) ?? 0;
  return `${rest}${digit}<${fields[continuation.name] ?? ''}`.slice(0, continuation.end - continuation.start);
}

function firstFault(layout: Layout, fields: MrzFields): MrzPrintError | null {
  for (const name of REQUIRED) {
    if ((fields[name] ?? '') === '') return { code: 'FIELD_MISSING', field: name };
  }
  for (const spec of layout.fields) {
    const names: readonly MrzFieldName[] = spec.kind === 'name' ? ['surname', 'givenNames'] : [spec.name];
    for (const name of names) {
      const value = fields[name];
      if (value === undefined) continue;
      if (!(CHARACTERS[name] ?? ANY_FIELD).test(value)) return { code: 'FIELD_CHARSET', field: name };
    }
    if (!fits(spec, fields)) return { code: 'FIELD_TOO_LONG', field: spec.name };
  }
  return longNumberFault(layout, fields);
}

function fits(spec: FieldSpec, fields: MrzFields): boolean {
  if (spec.kind === 'name' || spec.kind === 'nameHalf') return true;
  if (spec.kind === 'documentNumber' && spec.continuation !== null) return true;
  return (fields[spec.name] ?? '').length <= spec.end - spec.start;
}

/** A long number must leave room for its check digit, a filler and the optional data, and hold no filler itself. */
function longNumberFault(layout: Layout, fields: MrzFields): MrzPrintError | null {
  const spec = layout.fields.find((each) => each.kind === 'documentNumber');
  if (spec === undefined || spec.continuation === null || !isLong(spec, fields)) return null;
  const number = fields.documentNumber ?? '';
  if (number.includes('<', spec.end - spec.start - 1)) return { code: 'FIELD_CHARSET', field: 'documentNumber' };
  const { continuation } = spec;
  const used = number.length - (spec.end - spec.start) + 2 + (fields[continuation.name] ?? '').length;
  return used <= continuation.end - continuation.start ? null : { code: 'FIELD_TOO_LONG', field: 'documentNumber' };
}
