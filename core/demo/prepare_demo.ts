import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { z } from 'zod';
import type { DemoDocument } from '../api/devdock_calls.ts';
import { hashPin } from '../api/pin.ts';
import { ROLES, type Role } from '../domain/access/role.ts';
import { LIST_KINDS } from '../domain/screening/entry.ts';
import type { CentralRegister } from '../ports/central_register.ts';
import type { Clock } from '../ports/clock.ts';
import type { Ids } from '../ports/ids.ts';
import type { Settings } from '../settings/settings.ts';
import type { Storage } from '../storage/open_storage.ts';
import { jsonLines } from '../sync/jsonl.ts';
import { layCrossings, pastCrossings } from './demo_crossings.ts';
import { type DemoCode, demoTravel } from './demo_travel.ts';
import type { SimulatedRegister } from './simulated_register.ts';

const folder = new URL('../../resources/demo/', import.meta.url);

const officers = z.array(
  z.object({ number: z.string(), pin: z.string(), displayName: z.string(), role: z.enum(ROLES) }),
);
const lists = z.array(
  z.object({
    list: z.string(),
    kind: z.enum(LIST_KINDS),
    file: z.string(),
    agedAfterHours: z.number(),
    expiredAfterHours: z.number(),
  }),
);
const documents = z.array(
  z.object({
    id: z.string(),
    title: z.object({ vi: z.string(), en: z.string() }),
    kind: z.string(),
    lines: z.array(z.string()),
  }),
);

export interface Demo {
  readonly officers: { number: string; pin: string; role: Role }[];
  readonly documents: readonly DemoDocument[];
  /** Codes for the scanner, and the invented central register. */
  readonly codes: readonly DemoCode[];
  readonly register: SimulatedRegister;
  readonly central: CentralRegister;
  /** Officers, lists and journeys are in the store. The login screen does not wait for it; a sign-in does. */
  readonly ready: Promise<void>;
}

async function readDemo<T>(name: string, schema: z.ZodType<T>, from = folder): Promise<T> {
  return schema.parse(JSON.parse(await readFile(new URL(name, from), 'utf8')));
}

/** The demo's own rows and, after them, those a unit keeps for its training in the folder `training` of the data. */
async function withOwn<T>(name: string, schema: z.ZodType<T[]>, own: URL): Promise<T[]> {
  const theirs = await readDemo(name, schema, own).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  return [...(await readDemo(name, schema)), ...theirs];
}

/**
 * Makes the invented officers once; their PINs stand on the login screen in training only. One after the other: argon2 takes
 * a thread of the pool that also reads the page's files.
 */
async function makeOfficers(storage: Storage, wanted: z.infer<typeof officers>): Promise<void> {
  for (const { number, pin, displayName, role } of wanted) {
    const found = await storage.accounts.find(number);
    if (!found.ok || found.value !== null) continue;
    const pinHash = await hashPin(pin);
    const never = { failures: 0, lockedUntil: null, lastLoginAt: null, lastLoginLane: null };
    await storage.accounts.save({ number, displayName, roles: [role], pinHash, ...never });
  }
}

/** Takes the invented lists in afresh, closed "now", so that the demo starts with fresh ones. */
async function importLists(storage: Storage, clock: Clock, own: URL): Promise<void> {
  const now = clock.now();
  const version = `demo-${new Date(now).toISOString().slice(0, 16)}`;
  const shipped = await readDemo('lists.json', lists);
  const wanted = await withOwn('lists.json', lists, own);
  for (const [place, { file, ...list }] of wanted.entries()) {
    const from = place < shipped.length ? folder : own;
    const rows = jsonLines(fileURLToPath(new URL(`watchlists/${file}`, from)));
    const taken = await storage.watchlist.replace({ ...list, version, asOf: now }, rows);
    if (!taken.ok) throw new Error(`the demo list ${list.list} could not be taken in: ${taken.error.code}`);
    if (taken.value.rejectedCount > 0)
      throw new Error(`the demo list ${list.list} has ${taken.value.rejectedCount} wrong rows`);
  }
}

/** What the demo is laid into, and with what. */
interface DemoGiven {
  readonly storage: Storage;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly lane: Settings['lane'];
  readonly dataDirectory: string;
}

/**
 * Everything invented that the training lane shows: officers, lists, documents, past crossings and journeys of resources/demo, and
 * what a unit has put beside them for its own training (`training` in the data folder:
 * documents, crossings and lists as .json, visas and declarations as .jsonl).
 */
export async function prepareDemo({ storage, clock, ids, lane, dataDirectory }: DemoGiven): Promise<Demo> {
  const own = pathToFileURL(`${join(dataDirectory, 'training')}/`);
  const people = await readDemo('officers.json', officers);
  const invented = await withOwn('documents.json', documents, own);
  const past = await withOwn('crossings.json', pastCrossings, own);
  const travel = await demoTravel(storage, clock, lane.timeZone, own);
  // The journeys go in last of all, on a thread of their own: no start waits for its beginning.
  const ready = importLists(storage, clock, own)
    .then(() => layCrossings({ storage, clock, ids, lane, documents: invented }, past))
    .then(() => Promise.all([makeOfficers(storage, people), travel.takeIn()]))
    .then(() => {});
  return {
    officers: people.map(({ number, pin, role }) => ({ number, pin, role })),
    documents: invented,
    codes: travel.codes,
    register: travel.register,
    central: travel.central,
    ready,
  };
}
