import { describe, expect, it } from 'vitest';
import { aimPrefix } from '../../codec/aim_symbology.ts';
import { codeText } from './code_text.ts';

const latin1 = (text: string): string => Buffer.from(text, 'utf8').toString('latin1');

describe('the text of a code', () => {
  it('is taken for UTF-8 where its bytes are that, else for a character a byte', () => {
    expect(codeText(latin1('Nguyễn'), false)).toEqual({ text: 'Nguyễn', symbology: null });
    expect(codeText('caf\xe9', false)).toEqual({ text: 'café', symbology: null });
    expect(codeText('M1SPECIMEN/ANNA', false).text).toBe('M1SPECIMEN/ANNA');
  });

  it.each(['PDF417', 'AZTEC', 'QR', 'DATA_MATRIX', 'CODE_128', 'CODE_39', 'EAN'])(
    'says %s by its AIM identifier',
    (kind) => {
      expect(codeText(`${aimPrefix(kind)}M1`, true)).toEqual({ text: 'M1', symbology: kind });
    },
  );

  it('keeps what looks like an identifier where none is sent, and what is none', () => {
    expect(codeText(']Q1M1', false)).toEqual({ text: ']Q1M1', symbology: null });
    expect(codeText('M1]Q1', true)).toEqual({ text: 'M1]Q1', symbology: null });
    expect(codeText(']X0M1', true)).toEqual({ text: 'M1', symbology: null });
  });
});
