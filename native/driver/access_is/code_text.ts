import type { Symbology } from '../../../core/ports/code_scanner.ts';
import { aimParted } from '../../codec/aim_symbology.ts';

const strictUtf8 = new TextDecoder('utf-8', { fatal: true });

/** The text of a code as its writer meant it: UTF-8 where the bytes are that, else a character for each byte. */
export function codeText(raw: string, aimId: boolean): { readonly text: string; readonly symbology: Symbology | null } {
  const { text, symbology } = aimId ? aimParted(raw) : { text: raw, symbology: null };
  const plain = !/[\x80-\xff]/.test(text);
  return { text: plain ? text : fromUtf8(text), symbology };
}

function fromUtf8(text: string): string {
  try {
    return strictUtf8.decode(Uint8Array.from(text, (char) => char.charCodeAt(0)));
  } catch {
    return text;
  }
}
