import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { LIST_KINDS } from '../core/domain/screening/entry.ts';
import { type PackageFacts, signedHeader } from '../core/sync/sign_package.ts';
import { EXIT, type Io, wrongUse } from './io.ts';
import { privateKeyOf } from './private_key.ts';

/** What an authority says of the list that it signs. */
export interface SignArguments {
  readonly key?: string | undefined;
  readonly authority?: string | undefined;
  readonly list?: string | undefined;
  readonly kind?: string | undefined;
  readonly version?: string | undefined;
  readonly base?: string | undefined;
  readonly sequence?: string | undefined;
  readonly 'as-of'?: string | undefined;
}

function factsOf(given: SignArguments): PackageFacts | null {
  const { authority, list, version, base = null } = given;
  const kind = LIST_KINDS.find((known) => known === (given.kind ?? 'OTHER'));
  const sequence = Number(given.sequence);
  const asOf = given['as-of'] === undefined ? Date.now() : Date.parse(given['as-of']);
  if (!authority || !list || !version || !kind || !Number.isSafeInteger(sequence) || !Number.isFinite(asOf))
    return null;
  return { list, kind, version, base, sequence, asOf, authority };
}

/**
 * Makes a package of the authority channel from JSON Lines, to standard output: entries, or, with `--base`, changes
 * (`{op: "add"|"update", entry}`, `{op: "withdraw", id}`). `--key` names an Ed25519 private key as PEM.
 */
export async function signList(io: Io, file: string, given: SignArguments): Promise<number> {
  const facts = factsOf(given);
  if (!facts) return wrongUse(io, 'sign needs --authority, --list, --version and a whole number as --sequence');
  const key = privateKeyOf(given.key ?? '');
  if (!key) return wrongUse(io, '--key is not the file of an Ed25519 private key');
  try {
    io.stdout.write(await signedHeader(file, facts, key));
    await pipeline(createReadStream(file), io.stdout, { end: false });
    return EXIT.DONE;
  } catch (problem) {
    if (problem instanceof Error && 'syscall' in problem) return wrongUse(io, `LIST_FILE_UNREADABLE: ${file}`);
    throw problem;
  }
}
