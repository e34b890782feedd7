import { createHash, type KeyObject, sign } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { canonicalHeader, type PackageHeader } from './package_header.ts';

/** What an authority says of a list; count and digest are taken from its rows. */
export type PackageFacts = Omit<PackageHeader, 'entries' | 'digest' | 'signature'>;

const LINE_END = 10;

/** The header line for the rows in this file, which follow it byte by byte. Throws file system errors. */
export async function signedHeader(rows: string, facts: PackageFacts, key: KeyObject): Promise<string> {
  const hash = createHash('sha256');
  let entries = 0;
  let last = LINE_END;
  for await (const chunk of createReadStream(rows) as AsyncIterable<Buffer>) {
    hash.update(chunk);
    for (let at = chunk.indexOf(LINE_END); at >= 0; at = chunk.indexOf(LINE_END, at + 1)) entries++;
    last = chunk[chunk.length - 1] ?? last;
  }
  if (last !== LINE_END) entries++;
  const content = { ...facts, entries, digest: hash.digest('hex') };
  const signature = sign(null, canonicalHeader(content), key).toString('base64');
  return `${JSON.stringify({ ...content, signature } satisfies PackageHeader)}\n`;
}
