import type { ParsedMrz } from '../mrz/mrz.ts';

/** What the booth knows of a document from its MRZ alone: values in the screen's form, with every doubt beside them. */
export interface DocumentFacts {
  readonly format: ParsedMrz['format'];
  readonly lines: readonly string[];
  /** Keyed in by an officer, not read by a device. */
  readonly typedIn: boolean;
  readonly documentCode: string;
  readonly issuer: string;
  readonly number: string;
  readonly surname: string;
  readonly givenNames: string;
  readonly nameTruncated: boolean;
  readonly nationality: string;
  /** YYYY-MM-DD, YYYY-MM, YYYY, or empty when unknown (9303-3 4.8). */
  readonly birthDate: string;
  readonly age: readonly [number, number] | null;
  readonly centuryUncertain: boolean;
  readonly sex: 'M' | 'F' | 'X' | '';
  /** YYYY-MM-DD or empty when it cannot be read. */
  readonly expiryDate: string;
  readonly personalNumber: string | null;
  /** Nationality of the State this booth serves. */
  readonly citizen: boolean;
  readonly problems: ParsedMrz['problems'];
  readonly checks: ParsedMrz['checks'];
  readonly corrections: ParsedMrz['corrections'];
  readonly valid: boolean;
}

/** Names a document across clearances: issuer and number. */
export function documentKey(document: DocumentFacts): string | null {
  return document.number === '' || document.issuer === '' ? null : `${document.issuer}:${document.number}`;
}
