import { describe, expect, it } from 'vitest';
import { hidPosBarcodeProtocol, type ScannedPiece } from '../../codec/hid_pos_barcode.ts';
import { pieces } from './pieces.ts';

function piece(text: string, continued: boolean, aim = ']L2', shifted: number | null = null): ScannedPiece {
  const data = [...Buffer.from(text, 'utf8')];
  const rest = Array.from({ length: 58 - data.length - (shifted === null ? 0 : 1) }, () => 0);
  const said: ScannedPiece = { type: 'scanned', aim, data, continued, shifted, rest, flags: continued ? 1 : 0 };
  // Through the report, as it would arrive.
  const read = hidPosBarcodeProtocol.decode('device-to-host', hidPosBarcodeProtocol.encode('device-to-host', said));
  if (!read.ok || read.value.type !== 'scanned') throw new Error('no report');
  return read.value;
}

describe('the pieces of a code', () => {
  it('are joined in order, without the CR behind them, with the kind the first one names', () => {
    const code = pieces();
    expect(code.add(piece('M1TRAN/LINH', true))).toBe('more');
    expect(code.add(piece(' 100\r', false, ']C0'))).toEqual({ text: 'M1TRAN/LINH 100', symbology: 'PDF417' });
    expect(code.add(piece('4006381333931', false, ']E0'))).toEqual({ text: '4006381333931', symbology: 'EAN' });
  });

  it.each([
    [']L2', 'PDF417'],
    [']z0', 'AZTEC'],
    [']Q1', 'QR'],
    [']d2', 'DATA_MATRIX'],
    [']C1', 'CODE_128'],
    [']A0', 'CODE_39'],
    [']E0', 'EAN'],
    [']X0', null],
  ])('of identifier %s are %s, also where it stands one place later', (aim, symbology) => {
    expect(pieces().add(piece('A', false, aim))).toEqual({ text: 'A', symbology });
    expect(pieces().add(piece('A', false, aim, 0x72))).toEqual({ text: 'A', symbology });
  });

  it('are UTF-8 where they are, else one byte a character', () => {
    expect(pieces().add(piece('Trần', false))).toMatchObject({ text: 'Trần' });
    const latin = { ...piece('', false), data: [0x4d, 0xfc, 0x6c] };
    expect(pieces().add(latin)).toMatchObject({ text: 'Mül' });
  });

  it('of an empty code are nothing', () => {
    expect(pieces().add(piece('\r', false))).toBe('nothing');
  });

  it('that come behind a spoilt one are no code of their own, until a pause', () => {
    const code = pieces();
    code.add(piece('FIRST', true));
    expect(code.spoil()).toBe(5);
    expect(code.add(piece('REST OF IT', false))).toBe('nothing');
    expect(code.waiting()).toBe(true);
    expect(code.pause()).toBe(0);
    expect(code.add(piece('NEXT', false))).toMatchObject({ text: 'NEXT' });
  });

  it('that never end are given up at 4096 bytes, and kept from then on by nobody', () => {
    const code = pieces();
    const answers = Array.from({ length: 200 }, () => code.add(piece('X'.repeat(56), true)));
    expect(answers.filter((answer) => answer === 'too-long')).toHaveLength(1);
    expect(answers.indexOf('too-long')).toBe(Math.floor(4096 / 56));
    expect(code.add(piece('END', false))).toBe('nothing');
    code.pause();
    expect(code.add(piece('NEXT', false))).toMatchObject({ text: 'NEXT' });
  });
});
