import { createPublicKey, type KeyObject, verify } from 'node:crypto';
import type { WatchlistProblemCode } from '../ports/watchlist.ts';
import { canonicalHeader, type PackageHeader } from './package_header.ts';

/** Who may sign lists, as the settings of the data folder name them. */
export interface ListAuthority {
  readonly name: string;
  /** Ed25519, base64: the 32 bytes themselves or as SubjectPublicKeyInfo (DER). */
  readonly publicKey: string;
  /** The lists it may sign; absent: every list. */
  readonly lists?: readonly string[] | undefined;
}

/** What stands before the 32 bytes of an Ed25519 key in a SubjectPublicKeyInfo (RFC 8410, section 4). */
const SPKI_HEAD = Buffer.from('302a300506032b6570032100', 'hex');

/** Null for what is no Ed25519 key. */
export function authorityKey(base64: string): KeyObject | null {
  const bytes = Buffer.from(base64, 'base64');
  const spki = bytes.length === 32 ? Buffer.concat([SPKI_HEAD, bytes]) : bytes;
  try {
    const key = createPublicKey({ key: spki, format: 'der', type: 'spki' });
    return key.asymmetricKeyType === 'ed25519' ? key : null;
  } catch {
    return null;
  }
}

/** Why a package may not be believed, or null. */
export function signatureProblem(
  header: PackageHeader,
  authorities: readonly ListAuthority[],
): Extract<WatchlistProblemCode, `SIGNATURE_${string}`> | null {
  const authority = authorities.find(
    ({ name, lists }) => name === header.authority && (lists === undefined || lists.includes(header.list)),
  );
  const key = authority && authorityKey(authority.publicKey);
  if (!key) return 'SIGNATURE_UNKNOWN_AUTHORITY';
  const holds = verify(null, canonicalHeader(header), key, Buffer.from(header.signature, 'base64'));
  return holds ? null : 'SIGNATURE_WRONG';
}
