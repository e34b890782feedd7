import { closeSync, existsSync, fsyncSync, openSync, readFileSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { err, ok, type Result } from '../domain/result.ts';
import type { Ids } from '../ports/ids.ts';
import { boothDatabasePath } from './open_booth_database.ts';

export type KeyFileProblemCode =
  /** Others than its owner may read or write it. */
  | 'KEY_FILE_PERMISSIONS'
  /** It is not 64 hexadecimal digits. */
  | 'KEY_FILE_FORMAT'
  /** There is a database but no key to it: a new key would not open it. */
  | 'KEY_FILE_MISSING'
  | 'KEY_FILE_IO';

export interface KeyFileProblem {
  readonly code: KeyFileProblemCode;
  readonly detail: string;
}

export const KEY_FILE_NAME = 'booth.key';
const KEY_BYTES = 32;

function readKeyFile(path: string): Result<Uint8Array, KeyFileProblem> {
  // Windows has no such mode bits: the folder's access list guards the file there.
  if (process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0) {
    return err({ code: 'KEY_FILE_PERMISSIONS', detail: `${KEY_FILE_NAME} must be readable by its owner alone (0600)` });
  }
  const text = readFileSync(path, 'utf8').trim();
  if (!/^[0-9a-f]{64}$/.test(text)) {
    return err({ code: 'KEY_FILE_FORMAT', detail: `${KEY_FILE_NAME} is not 64 hexadecimal digits` });
  }
  return ok(Uint8Array.from(Buffer.from(text, 'hex')));
}

function createKeyFile(path: string, ids: Ids): Uint8Array {
  const key = ids.bytes(KEY_BYTES);
  const file = openSync(path, 'wx', 0o600);
  try {
    writeSync(file, `${Buffer.from(key).toString('hex')}\n`);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  return key;
}

/** The store key from `booth.key` in the data folder, which must exist; made on the first start. */
export function keyFromFile(directory: string, ids: Ids): Result<Uint8Array, KeyFileProblem> {
  const path = join(directory, KEY_FILE_NAME);
  try {
    if (existsSync(path)) return readKeyFile(path);
    if (existsSync(boothDatabasePath(directory))) {
      return err({ code: 'KEY_FILE_MISSING', detail: `${KEY_FILE_NAME} is missing beside booth.db` });
    }
    return ok(createKeyFile(path, ids));
  } catch (problem) {
    const code = problem instanceof Error && 'code' in problem ? String(problem.code) : 'unknown';
    return err({ code: 'KEY_FILE_IO', detail: `${KEY_FILE_NAME}: ${code}` });
  }
}
