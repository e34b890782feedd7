import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { hashPin } from '../core/api/pin.ts';
import { ROLES } from '../core/domain/access/role.ts';
import { defaultDataDirectory } from '../core/settings/data_directory.ts';
import { loadSettings } from '../core/settings/settings.ts';
import type { Storage } from '../core/storage/open_storage.ts';
import { accountKeys } from './account_keys.ts';
import { EXIT, type Io, wrongUse } from './io.ts';
import { writeJson } from './json_output.ts';
import { openStore, type StoreEnvironment, systemEnvironment } from './open_store.ts';

const USAGE = `usage: booth account set NUMBER --role ${ROLES.join('|')} --name NAME [--data DIR]   (the PIN on standard input) | account keys|forget-keys NUMBER [--data DIR]`;
const OPTIONS = { role: { type: 'string' }, name: { type: 'string' }, data: { type: 'string' } } as const;

/** The PIN is read from standard input, because a command line can be seen by every user of the machine. */
async function readPin(io: Io): Promise<string | null> {
  const lines = createInterface({ input: io.stdin });
  for await (const line of lines) {
    lines.close();
    return /^[0-9]{6,12}$/.test(line.trim()) ? line.trim() : null;
  }
  return null;
}

async function setAccount(
  storage: Storage,
  io: Io,
  account: { number: string; role: (typeof ROLES)[number]; name: string; pin: string },
  at: number,
  terminal: string,
): Promise<number> {
  const { number, role, name, pin } = account;
  const found = await storage.accounts.find(number);
  if (!found.ok) return wrongUse(io, `${found.error.code}: ${found.error.detail}`);
  const before = found.value ?? { lastLoginAt: null, lastLoginLane: null };
  const saved = await storage.accounts.save({
    ...before,
    number,
    displayName: name,
    roles: [role],
    pinHash: await hashPin(pin),
    failures: 0,
    lockedUntil: null,
  });
  if (!saved.ok) return wrongUse(io, `${saved.error.code}: ${saved.error.detail}`);
  const data = { number, role, created: found.value === null };
  const journalled = await storage.records.commit({
    entries: [{ event: 'ACCOUNT_SET', at, actor: 'system', terminal, clearance: null, data }],
  });
  if (!journalled.ok) return wrongUse(io, `${journalled.error.code}: ${journalled.error.detail}`);
  await writeJson(io, data);
  return EXIT.DONE;
}

/** `booth account set`: makes an officer, or gives one a new PIN and role; also ends a lock-out. `keys`, `forget-keys`: their security keys. Journalled. */
export async function accountCommand(args: readonly string[], io: Io, parts?: StoreEnvironment): Promise<number> {
  let given: {
    readonly role?: string | undefined;
    readonly name?: string | undefined;
    readonly data?: string | undefined;
  };
  let positionals: string[];
  try {
    ({ values: given, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true }));
  } catch {
    return wrongUse(io, USAGE);
  }
  const [what, number = ''] = positionals;
  if (positionals.length !== 2 || !/^[0-9]{4,8}$/.test(number)) return wrongUse(io, USAGE);
  if (what === 'keys' || what === 'forget-keys')
    return withStore(given.data, io, parts, false, (storage, at, terminal) =>
      accountKeys(storage, io, { number, forget: what === 'forget-keys' }, at, terminal),
    );
  const role = ROLES.find((one) => one === given.role);
  const name = given.name?.trim() ?? '';
  if (what !== 'set' || role === undefined || name === '') return wrongUse(io, USAGE);
  const pin = await readPin(io);
  if (pin === null) return wrongUse(io, 'PIN_FORMAT: the PIN on standard input must have 6 to 12 digits');
  return withStore(given.data, io, parts, true, (storage, at, terminal) =>
    setAccount(storage, io, { number, role, name, pin }, at, terminal),
  );
}

/** Does one thing with the store of the data folder and closes it. `create`: make what is absent. */
async function withStore(
  data: string | undefined,
  io: Io,
  parts: StoreEnvironment | undefined,
  create: boolean,
  act: (storage: Storage, at: number, terminal: string) => Promise<number>,
): Promise<number> {
  const environment = parts ?? (await systemEnvironment());
  const directory = data ?? defaultDataDirectory();
  const settings = await loadSettings(directory);
  if (!settings.ok) return wrongUse(io, `${settings.error.code}: ${settings.error.detail}`);
  const storage = await openStore(directory, environment, create);
  if (!storage.ok) return wrongUse(io, storage.error);
  try {
    return await act(storage.value, environment.clock.now(), settings.value.lane.id);
  } finally {
    await storage.value.close();
  }
}
