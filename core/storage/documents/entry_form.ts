import type { DocumentStatus, WatchlistEntry } from '../../domain/screening/entry.ts';
import { foldIssuer } from '../../domain/screening/fold.ts';

/**
 * What many entries of a document list have in common: everything but the document's number, its issuer and the
 * figures at the end of the entry's id. A document then needs its form's number and those figures only.
 */
export interface EntryForm {
  /** The id without its end: the document's number again, or so many figures. */
  readonly idBefore: string;
  readonly idEnd: 'NUMBER' | number;
  /** The issuer as written, where folding changes it. */
  readonly issuer?: string;
  readonly kind?: string;
  readonly status?: DocumentStatus;
  readonly rest: Omit<WatchlistEntry, 'id' | 'names' | 'documents'>;
}

/** The form as text, by which equal forms are known, and the figures of the id. */
export interface ShortEntry {
  readonly form: string;
  readonly identity: number;
}

/** Kept exactly in the six bytes of a figure. */
const MOST_ID_DIGITS = 14;
const EXACT_NUMBER = /^[A-Z0-9]{1,9}$/;
const EXACT_ISSUER = /^[A-Z]{1,3}$/;

function figuresAtEnd(id: string): number {
  let figures = 0;
  while (figures < MOST_ID_DIGITS && figures < id.length) {
    const code = id.charCodeAt(id.length - 1 - figures);
    if (code < 48 || code > 57) break;
    figures++;
  }
  return figures;
}

/** Null for an entry that can not be shortened: with several documents, or a number that is not written as folded. */
export function shortEntry(entry: WatchlistEntry): ShortEntry | null {
  const { id, names, documents, ...rest } = entry;
  const document = documents?.[0];
  if (!document || documents.length !== 1 || names.length > 0) return null;
  const { number, issuer, ...said } = document;
  if (!EXACT_NUMBER.test(number) || !EXACT_ISSUER.test(issuer)) return null;
  const idEnd = id.endsWith(number) ? 'NUMBER' : figuresAtEnd(id);
  const cut = id.length - (idEnd === 'NUMBER' ? number.length : idEnd);
  const form: EntryForm = {
    idBefore: id.slice(0, cut),
    idEnd,
    ...(foldIssuer(issuer) === issuer ? {} : { issuer }),
    ...said,
    rest,
  };
  return { form: JSON.stringify(form), identity: idEnd === 'NUMBER' ? 0 : Number(id.slice(cut)) };
}

function endOfId(form: EntryForm, identity: number, number: string): string {
  if (form.idEnd === 'NUMBER') return number;
  return form.idEnd === 0 ? '' : String(identity).padStart(form.idEnd, '0');
}

/** The whole entry again, from its form, its figures and its document as folded. */
export function wholeEntry(
  form: EntryForm,
  identity: number,
  document: { readonly issuer: string; readonly number: string },
): WatchlistEntry {
  const { idBefore, idEnd: _end, issuer, rest, ...said } = form;
  return {
    id: idBefore + endOfId(form, identity, document.number),
    names: [],
    documents: [{ number: document.number, issuer: issuer ?? document.issuer, ...said }],
    ...rest,
  };
}
