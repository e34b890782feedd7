import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';

/** RFC 9106's second recommended setting: 64 MiB, 3 passes, 4 lanes. */
const COST = { memory: 65_536, passes: 3, parallelism: 4, tagLength: 32 } as const;

function derive(pin: string, nonce: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    argon2('argon2id', { message: pin, nonce, ...COST }, (error, tag) => (error ? reject(error) : resolve(tag)));
  });
}

/** Hashes a PIN with argon2id; the text holds the salt. Takes about a sixth of a second on purpose. */
export async function hashPin(pin: string): Promise<string> {
  const nonce = randomBytes(16);
  const tag = await derive(pin, nonce);
  return `argon2id$${nonce.toString('base64')}$${tag.toString('base64')}`;
}

/** True only for the PIN that made the hash; takes the same time for every answer. */
export async function verifyPin(pin: string, hash: string): Promise<boolean> {
  const [scheme, nonce, tag] = hash.split('$');
  if (scheme !== 'argon2id' || nonce === undefined || tag === undefined) return false;
  const expected = Buffer.from(tag, 'base64');
  const actual = await derive(pin, Buffer.from(nonce, 'base64'));
  return actual.length === expected.length && timingSafeEqual(actual, expected);
}
