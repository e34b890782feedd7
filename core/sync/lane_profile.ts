import { createHash, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { z } from 'zod';
import { canonicalJson } from '../domain/canonical_json.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { authorityKey } from './list_authorities.ts';

/** Who signs a booth's lane profiles: a key that this booth made for itself. */
export interface ProfileSigner {
  readonly name: string;
  readonly privateKey: KeyObject;
  /** Ed25519, SubjectPublicKeyInfo (DER) in base64. */
  readonly publicKey: string;
}

/** Whose profiles are trusted beside this booth's own, as the settings name them. */
export interface ProfileAuthority {
  readonly name: string;
  /** Ed25519, base64: the 32 bytes themselves or as SubjectPublicKeyInfo (DER). */
  readonly publicKey: string;
}

const profile = z.strictObject({
  kind: z.literal('border-booth-lane-profile'),
  version: z.literal(1),
  lane: z.string().min(1).max(20),
  madeAt: z.int().min(0),
  /** As in `settings.json`; the device layer checks them by the schema of each driver. */
  devices: z.array(z.record(z.string(), z.json())).max(32),
  signer: z.strictObject({ name: z.string().min(1).max(100), publicKey: z.base64() }),
  /** Ed25519 over the canonical JSON of all the rest, base64. */
  signature: z.base64(),
});
type Profile = z.infer<typeof profile>;

/** A profile whose signature holds. */
export interface ReadProfile {
  readonly lane: string;
  readonly madeAt: number;
  readonly devices: readonly Readonly<Record<string, unknown>>[];
  /** The name by which this booth knows the signer, else the one the file gives, with the key's digest. */
  readonly signedBy: string;
  readonly trusted: boolean;
}

const signedBytes = (content: Omit<Profile, 'signature'>): Buffer => Buffer.from(canonicalJson(content), 'utf8');

/** The signed file of a lane's device settings, as JSON text. */
export function exportProfile(
  facts: { readonly lane: string; readonly madeAt: number; readonly devices: readonly unknown[] },
  signer: ProfileSigner,
): string {
  const { name, publicKey, privateKey } = signer;
  const content = {
    kind: 'border-booth-lane-profile' as const,
    version: 1 as const,
    lane: facts.lane,
    madeAt: facts.madeAt,
    devices: JSON.parse(JSON.stringify(facts.devices)) as Profile['devices'],
    signer: { name, publicKey },
  };
  const signature = sign(null, signedBytes(content), privateKey).toString('base64');
  return `${JSON.stringify({ ...content, signature } satisfies Profile, null, 2)}\n`;
}

/**
 * Reads a profile and checks its signature. PROFILE_SIGNATURE: it was changed after it was signed. A signature that holds
 * but is nobody's we know is said to be untrusted: what it would change can be read all the same.
 */
export function readProfile(
  text: string,
  own: Pick<ProfileSigner, 'name' | 'publicKey'>,
  authorities: readonly ProfileAuthority[],
): Result<ReadProfile, 'PROFILE_UNREADABLE' | 'PROFILE_SIGNATURE'> {
  const parsed = parse(text);
  if (parsed === null) return err('PROFILE_UNREADABLE');
  const { signature, ...content } = parsed;
  const key = authorityKey(content.signer.publicKey);
  if (key === null) return err('PROFILE_SIGNATURE');
  if (!verify(null, signedBytes(content), key, Buffer.from(signature, 'base64'))) return err('PROFILE_SIGNATURE');
  const known = [own, ...authorities].find(({ publicKey }) => sameKey(authorityKey(publicKey), key));
  const { lane, madeAt, devices, signer } = content;
  return ok({ lane, madeAt, devices, signedBy: known?.name ?? strangerName(signer), trusted: known !== undefined });
}

function parse(text: string): Profile | null {
  try {
    const parsed = profile.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** Anybody can write any name into a file; the key behind it is a stranger's, and is told with it. */
function strangerName({ name, publicKey }: Profile['signer']): string {
  return `${name} (${createHash('sha256').update(Buffer.from(publicKey, 'base64')).digest('hex').slice(0, 16)})`;
}

function sameKey(one: KeyObject | null, other: KeyObject): boolean {
  return one?.equals(other) ?? false;
}

/** The public half of a private key, as profiles and settings name it. */
export function publicKeyOf(privateKey: KeyObject): string {
  return createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).toString('base64');
}
