import { describe, expect, it } from 'vitest';
import { printMrz } from '../mrz/print.ts';
import { readDocument } from './read_document.ts';
import { judgeMrz, judgeValidity } from './verdict.ts';

const TODAY = '2026-11-22';
const base = {
  documentCode: 'P',
  issuer: 'FRA',
  surname: 'EXEMPLE',
  givenNames: 'CLAIRE',
  documentNumber: '12AB34567',
  nationality: 'FRA',
  birthDate: '920617',
  sex: 'F',
  expiryDate: '320114',
};

function read(change: Partial<typeof base> = {}, typedIn = false) {
  const printed = printMrz('TD3', { ...base, ...change });
  if (!printed.ok) throw new Error(printed.error.code);
  const document = readDocument(printed.value, { today: TODAY, state: 'VNM', typedIn });
  if (document === null) throw new Error('not read');
  return document;
}

describe('the verdict on a document', () => {
  it('passes a good one, and names a typed one as typed', () => {
    expect(judgeMrz(read())).toEqual({ result: 'PASSED', reason: null, severity: 'NONE' });
    expect(judgeValidity(read(), TODAY)).toEqual({ result: 'PASSED', reason: null, severity: 'NONE' });
    expect(judgeMrz(read({}, true))).toMatchObject({ result: 'PASSED', reason: 'DOC_TYPED_IN' });
  });

  it.each([
    ['the day of expiry itself', '261122', 'PASSED', null],
    ['the day after', '261121', 'FAILED', 'DOC_EXPIRED'],
  ])('%s', (_what, expiryDate, result, reason) => {
    expect(judgeValidity(read({ expiryDate }), TODAY)).toMatchObject({ result, reason });
  });

  it('never lets a specimen through', () => {
    expect(judgeValidity(read({ issuer: 'UTO', nationality: 'UTO' }), TODAY)).toMatchObject({
      result: 'FAILED',
      reason: 'DOC_SPECIMEN',
    });
  });

  it('asks a person about a State that is in no list, and passes a known odd one with a word', () => {
    expect(judgeValidity(read({ issuer: 'QQQ' }), TODAY)).toMatchObject({
      result: 'UNDETERMINED',
      reason: 'DOC_CODE_UNKNOWN',
    });
    expect(judgeValidity(read({ issuer: 'ROM' }), TODAY)).toMatchObject({ result: 'PASSED', severity: 'INFORMATION' });
  });

  it('does not take a visa for a passport', () => {
    const lines = ['V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L8988901C4XXX4009078F96121096ZE184226B<<<<<<'];
    const visa = readDocument(
      lines.map((line) => line.replace('UTO', 'FRA')),
      { today: TODAY, state: 'VNM', typedIn: false },
    );
    expect(visa === null ? null : judgeValidity(visa, TODAY)).toMatchObject({
      result: 'FAILED',
      reason: 'DOC_KIND_NOT_TRAVEL',
    });
  });

  it('doubts a birthday that its year does not have', () => {
    const lines = ['P<FRAEXEMPLE<<CLAIRE<<<<<<<<<<<<<<<<<<<<<<<<', ''];
    const printed = printMrz('TD3', { ...base, birthDate: '920229' });
    if (!printed.ok) throw new Error(printed.error.code);
    // 1992 had a 29 February, 1993 had none: one digit and its check digits make the difference.
    const second = printed.value[1] ?? '';
    const wrong = withBirthDate(second, '930229');
    const document = readDocument([lines[0] ?? '', wrong], { today: TODAY, state: 'VNM', typedIn: false });
    expect(document?.valid).toBe(true);
    expect(document === null ? null : judgeMrz(document)).toMatchObject({
      result: 'UNDETERMINED',
      severity: 'TO_RESOLVE',
    });
  });
});

/** A second line of a TD3 with another birth date, its check digit and the composite counted anew (9303-3 4.9). */
function withBirthDate(line: string, birthDate: string): string {
  const digit = (text: string): string =>
    String(
      [...text].reduce(
        (sum, character, at) =>
          sum + ([7, 3, 1][at % 3] ?? 0) * (character === '<' ? 0 : Number.parseInt(character, 36)),
        0,
      ) % 10,
    );
  const dated = line.slice(0, 13) + birthDate + digit(birthDate) + line.slice(20, 43);
  return dated + digit(dated.slice(0, 10) + dated.slice(13, 20) + dated.slice(21, 43));
}
