import { hashPin } from '../api/pin.ts';
import { type Booth, createBooth } from '../booth.ts';
import type { ListKind, WatchlistEntry } from '../domain/screening/entry.ts';
import type { Clock } from '../ports/clock.ts';
import type { Ids } from '../ports/ids.ts';
import { openStorage } from '../storage/open_storage.ts';
import { systemClock, systemIds } from '../system_ports.ts';
import { desk } from './desk.ts';

/** What the lists say of the traveller whose document is laid: nothing, a discreet entry, or an ordinary one. */
export type Listed = 'NOT' | 'DISCREETLY' | 'OPENLY';

/** The document of the invented citizen that the lists may know: one who may come home any number of times. */
export const QUIET_DOCUMENT = [
  'P<VNMQUIETMAN<<SAM<<<<<<<<<<<<<<<<<<<<<<<<<<',
  'QM00000178VNM8104177M3108088<<<<<<<<<<<<<<<2',
];
export const OFFICER = { number: '0412', pin: '246810' } as const;

const KEY = new Uint8Array(32).fill(9);
const NOW = Date.UTC(2026, 10, 22, 1, 42, 17);

/** The booth's time stands, so that two lanes say the same of it; only what waits, waits in the machine's time. */
const standingClock: Clock = { ...systemClock, now: () => NOW, monotonic: () => 0 };

/** The same names for the same things in every lane. */
function countedIds(): Ids {
  let count = 0;
  return {
    uuid: () => `00000000-0000-4000-8000-${String(count++).padStart(12, '0')}`,
    bytes: systemIds.bytes,
  };
}

const TRAVELLER: WatchlistEntry = {
  id: 'E-1',
  names: [{ surname: 'QUIETMAN', givenNames: 'SAM' }],
  birthDate: '1981-04-17',
  sex: 'M',
  nationalities: ['VNM'],
  documents: [{ number: 'QM0000017', issuer: 'VNM' }],
  authority: 'Đơn vị Mẫu',
  decision: 'D-0001',
  validTo: '2031-01-01',
};
const SOMEBODY: WatchlistEntry = { id: 'E-2', names: [{ full: 'TESTER SPECIMENOV' }], birthDate: '1968-01-01' };

function entriesOf(kind: ListKind, listed: Listed): readonly WatchlistEntry[] {
  if (kind === 'DISCREET') {
    const entry = listed === 'DISCREETLY' ? TRAVELLER : SOMEBODY;
    return [{ ...entry, action: 'DISCREET', discreet: true }];
  }
  if (kind === 'WANTED') return [listed === 'OPENLY' ? TRAVELLER : SOMEBODY];
  return [{ id: 'L-1', names: [], documents: [{ number: 'LD1234567', issuer: 'FRA', status: 'STOLEN' }] }];
}

async function* each(entries: readonly WatchlistEntry[]) {
  yield* entries;
}

/** One officer and three lists of one entry each, in an empty data folder. */
async function furnish(directory: string, listed: Listed): Promise<void> {
  const opened = await openStorage({ directory, key: KEY, clock: standingClock, ids: countedIds(), terminal: 'A07' });
  if (!opened.ok) throw new Error(opened.error.code);
  const { accounts, watchlist, close } = opened.value;
  const never = { failures: 0, lockedUntil: null, lastLoginAt: null, lastLoginLane: null };
  const pinHash = await hashPin(OFFICER.pin);
  await accounts.save({ number: OFFICER.number, displayName: 'Trần Thị Mẫu', roles: ['officer'], pinHash, ...never });
  for (const kind of ['WANTED', 'LOST_STOLEN', 'DISCREET'] as const) {
    const header = { list: kind, kind, version: '1', asOf: NOW, agedAfterHours: 12, expiredAfterHours: 24 };
    const taken = await watchlist.replace(header, each(entriesOf(kind, listed)));
    if (!taken.ok) throw new Error(taken.error.code);
  }
  await close();
}

/** A real lane whose lists do, or do not, know the traveller; all else about two of them is equal. */
export async function quietLane(
  directory: string,
  listed: Listed,
): Promise<{ readonly booth: Booth; readonly table: ReturnType<typeof desk> }> {
  await furnish(directory, listed);
  const table = desk();
  const ports = { clock: standingClock, ids: countedIds(), devices: table.devices };
  const booth = await createBooth({ dataDirectory: directory, demo: false, key: KEY, ...ports });
  if (!booth.ok) throw new Error(booth.error.code);
  return { booth: booth.value, table };
}
