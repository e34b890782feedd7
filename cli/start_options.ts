import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { err, ok, type Result } from '../core/domain/result.ts';
import { defaultDataDirectory } from '../core/settings/data_directory.ts';

export type Role = 'officer' | 'gate' | 'technician';
export type Host = 'auto' | 'electron' | 'browser' | 'none';

/** What `booth start` was asked for. */
export interface StartOptions {
  readonly role: Role;
  readonly host: Host;
  readonly dataDirectory: string;
  /** 0 = any free port. */
  readonly port: number;
  /** True when asked for; false leaves it to the settings. */
  readonly demo: boolean;
  /** The store's key comes over this file descriptor, and the end of standard input ends the booth. Only the shell says so. */
  readonly keyFd: number | null;
  /** A built page to be shown as it is; null = the product's own, built when its sources are newer. */
  readonly pageDirectory: string | null;
}

const ROLES: readonly string[] = ['officer', 'gate', 'technician'];
const HOSTS: readonly string[] = ['auto', 'electron', 'browser', 'none'];

function number(text: string | undefined, fallback: number, most: number): number | null {
  if (text === undefined) return fallback;
  return /^\d{1,5}$/.test(text) && Number(text) <= most ? Number(text) : null;
}

function parse(args: readonly string[]) {
  return parseArgs({
    args: [...args],
    strict: true,
    allowPositionals: false,
    options: {
      role: { type: 'string' },
      host: { type: 'string' },
      data: { type: 'string' },
      port: { type: 'string' },
      demo: { type: 'boolean' },
      'key-fd': { type: 'string' },
      page: { type: 'string' },
    },
  }).values;
}

/** Reads the arguments of `booth start`. @returns the options, or one line that says what is wrong. */
export function readStartOptions(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  platform: NodeJS.Platform,
): Result<StartOptions, string> {
  let values: ReturnType<typeof parse>;
  try {
    values = parse(args);
  } catch (error) {
    return err(error instanceof Error ? (error.message.split('.')[0] ?? 'wrong arguments') : 'wrong arguments');
  }
  const role = values.role ?? 'officer';
  const host = values.host ?? 'auto';
  const port = number(values.port, 0, 65_535);
  const keyFd = number(values['key-fd'], -1, 255);
  if (!ROLES.includes(role)) return err(`--role is one of ${ROLES.join(', ')}`);
  if (!HOSTS.includes(host)) return err(`--host is one of ${HOSTS.join(', ')}`);
  if (port === null || (port > 0 && port < 1024)) return err('--port is 0 (any free one) or 1024 to 65535');
  if (keyFd === null || (keyFd >= 0 && keyFd < 3)) return err('--key-fd is a file descriptor from 3 on');
  if (values.data === '') return err('--data needs a folder');
  return ok({
    role: role as Role,
    host: host as Host,
    dataDirectory: resolve(values.data ?? defaultDataDirectory(env, platform)),
    port,
    demo: values.demo ?? false,
    keyFd: keyFd === -1 ? null : keyFd,
    pageDirectory: values.page === undefined ? null : resolve(values.page),
  });
}
