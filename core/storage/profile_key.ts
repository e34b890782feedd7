import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { err, ok, type Result } from '../domain/result.ts';
import type { StorageProblem } from '../ports/records.ts';

export const PROFILE_KEY_NAME = 'profile.key';

/** The Ed25519 key by which this booth signs lane profiles, from the data folder; made at its first use, for its owner only. */
export function profileKey(directory: string): Result<KeyObject, StorageProblem> {
  const path = join(directory, PROFILE_KEY_NAME);
  try {
    if (!existsSync(path)) return ok(makeKey(path));
    if (process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0)
      return err({ code: 'STORE_KEY_WRONG', detail: `${PROFILE_KEY_NAME} must be readable by its owner alone (0600)` });
    const key = createPrivateKey(readFileSync(path));
    if (key.asymmetricKeyType === 'ed25519') return ok(key);
    return err({ code: 'STORE_KEY_WRONG', detail: `${PROFILE_KEY_NAME} is no Ed25519 key` });
  } catch (problem) {
    const code = problem instanceof Error && 'code' in problem ? String(problem.code) : 'unreadable';
    return err({ code: 'STORE_IO', detail: `${PROFILE_KEY_NAME}: ${code}` });
  }
}

function makeKey(path: string): KeyObject {
  const { privateKey } = generateKeyPairSync('ed25519');
  const file = openSync(path, 'wx', 0o600);
  try {
    writeSync(file, String(privateKey.export({ format: 'pem', type: 'pkcs8' })));
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  return privateKey;
}
