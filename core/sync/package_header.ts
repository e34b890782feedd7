import * as z from 'zod';
import { LIST_KINDS } from '../domain/screening/entry.ts';

const header = z.strictObject({
  list: z.string().min(1).max(100),
  kind: z.enum(LIST_KINDS),
  version: z.string().min(1).max(100),
  /** The version that the rows change; null where they are the whole list. */
  base: z.string().min(1).max(100).nullable(),
  sequence: z.int().min(0),
  /** When the authority closed this state of the list, milliseconds since 1970. */
  asOf: z.int().min(0),
  /** Lines after this one. */
  entries: z.int().min(0),
  /** SHA-256 over every byte after the end of this line, lower-case hexadecimal. */
  digest: z.string().regex(/^[0-9a-f]{64}$/),
  authority: z.string().min(1).max(100),
  /** Ed25519 over the canonical header, base64. */
  signature: z.base64(),
});

/** The first line of a list package. */
export type PackageHeader = z.infer<typeof header>;

/** Null for a line that is no such header. */
export function parsePackageHeader(line: string): PackageHeader | null {
  try {
    const parsed = header.safeParse(JSON.parse(line));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** What is signed: the fields but the signature as JSON without blanks, in the order of the alphabet, in UTF-8. */
export function canonicalHeader(content: Omit<PackageHeader, 'signature'>): Buffer {
  const { asOf, authority, base, digest, entries, kind, list, sequence, version } = content;
  return Buffer.from(JSON.stringify({ asOf, authority, base, digest, entries, kind, list, sequence, version }), 'utf8');
}
