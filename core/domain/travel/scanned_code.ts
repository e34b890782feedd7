import { type BoardingPass, readBoardingPass } from '../document/boarding_pass.ts';

/** What a code may be. */
export const CODE_KINDS = ['BOARDING_PASS', 'DECLARATION', 'VNEID', 'UNKNOWN'] as const;

/** What a scanned or typed code is. None of it is proof of anything: anybody can print one. */
export type ScannedCode =
  | { readonly kind: 'BOARDING_PASS'; readonly pass: BoardingPass }
  | { readonly kind: 'DECLARATION'; readonly code: string }
  /** Points to a record that only the issuing authority can show, online; never a document by itself. */
  | { readonly kind: 'VNEID' }
  | { readonly kind: 'UNKNOWN' };

/**
 * ASSUMPTION: the form of the confirmation code is not published. Taken for one: 6 to 32 letters, digits and hyphens with
 * at least one digit, alone, in a URL or in JSON under one of these names.
 */
const CODE = /^(?=.*\d)[A-Z0-9][A-Z0-9-]{4,30}[A-Z0-9]$/;
const NAMES_OF_THE_CODE = [
  'code',
  'confirmationcode',
  'declarationcode',
  'declaration',
  'pai',
  'ref',
  'reference',
  'id',
];
/** The national identity application, by its name in any of its addresses or schemes. */
const VNEID = /^(vneid\b|https?:\/\/([\w-]+\.)*vneid\.gov\.vn(?=[/?#]|$))/i;

const codeOf = (text: unknown): string | null => {
  if (typeof text !== 'string' && typeof text !== 'number') return null;
  const code = String(text).trim().toUpperCase();
  return CODE.test(code) ? code : null;
};

/** `https://host/path?code=ABC-123#x` in its parts; the domain has no URL of its own. */
function inUrl(text: string): string | null {
  const [beforeQuery = '', query = ''] = (text.split('#')[0] ?? '').split('?', 2);
  for (const pair of query.split('&')) {
    const [name = '', value = ''] = pair.split('=', 2);
    if (NAMES_OF_THE_CODE.includes(name.toLowerCase().replace(/[_-]/g, ''))) {
      const code = codeOf(value);
      if (code !== null) return code;
    }
  }
  const path = beforeQuery.replace(/^https?:\/\/[^/]*/i, '');
  return codeOf(path.split('/').filter(Boolean).at(-1));
}

function inJson(text: string): string | null {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof content !== 'object' || content === null) return null;
  const fields = new Map(
    Object.entries(content).map(([name, value]) => [name.toLowerCase().replace(/[_-]/g, ''), value]),
  );
  for (const name of NAMES_OF_THE_CODE) {
    const code = codeOf(fields.get(name));
    if (code !== null) return code;
  }
  return null;
}

/** The confirmation code of a pre-arrival declaration in a scanned text; null where there is none. */
function declarationCode(text: string): string | null {
  if (/^https?:\/\//i.test(text)) return inUrl(text);
  return text.startsWith('{') ? inJson(text) : codeOf(text);
}

/** Says what a text of a code scanner or of the keyboard is. `today` is YYYY-MM-DD. */
export function readCode(text: string, today: string): ScannedCode {
  const plain = text.trim();
  if (VNEID.test(plain)) return { kind: 'VNEID' };
  const pass = readBoardingPass(text, today);
  if (pass.ok) return { kind: 'BOARDING_PASS', pass: pass.value };
  const code = declarationCode(plain);
  return code === null ? { kind: 'UNKNOWN' } : { kind: 'DECLARATION', code };
}
