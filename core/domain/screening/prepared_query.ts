import type { ScreeningQuery } from './entry.ts';
import { foldIssuer } from './fold.ts';
import { type NamePart, nameParts } from './names/name_part.ts';
import { latinForms } from './scripts/latin_forms.ts';

/** A name made ready once, to be compared often. */
export interface PreparedName {
  /** As written, for the eye. */
  readonly written: string;
  readonly parts: readonly NamePart[];
  /** The MRZ name may have been cut: parts match by their beginnings. */
  readonly truncated: boolean;
  /** Latin letters for a name written in others. */
  readonly otherScript: boolean;
  /** The list itself calls it a weak alias. */
  readonly weak?: boolean;
}

/** A query made ready once for many entries. */
export interface PreparedQuery {
  readonly query: ScreeningQuery;
  /** The name as written, then its Latin spellings where it is written in another script. */
  readonly names: readonly PreparedName[];
  /** Folded, empty when unknown. */
  readonly state: string;
}

export function prepareName(written: string, truncated = false): PreparedName {
  return { written, parts: nameParts(written), truncated, otherScript: false };
}

/** A written name and its Latin spellings, without repetition and without empty ones. */
export function prepareNames(written: string, truncated = false): PreparedName[] {
  const latin = latinForms(written).map((form) => ({ ...prepareName(form, truncated), written, otherScript: true }));
  const seen = new Set<string>();
  return [prepareName(written, truncated), ...latin].filter((name) => {
    const key = name.parts.map((part) => part.text).join(' ');
    if (key === '' || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

export function queryName(query: ScreeningQuery): string {
  return query.name ?? [query.surname, query.givenNames].filter((part) => part).join(' ');
}

export function prepareQuery(query: ScreeningQuery): PreparedQuery {
  return {
    query,
    names: prepareNames(queryName(query), query.nameTruncated === true),
    state: foldIssuer(query.nationality ?? ''),
  };
}
