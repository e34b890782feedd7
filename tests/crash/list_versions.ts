import type { WatchlistEntry } from '../../core/domain/screening/entry.ts';
import type { ListChange, ListHeader, WatchlistProblem } from '../../core/ports/watchlist.ts';
import type { Storage } from '../../core/storage/open_storage.ts';

/**
 * One list whose versions can be told apart from outside: a single entry, the witness, says in its fields which version
 * it belongs to and how many entries that version has. Every third version is a whole copy, those between are changes.
 */
const LIST = 'WITNESSED';
const WITNESS = { surname: 'ĐẶNG', givenNames: 'VĂN CHỨNG' };
const ROWS = 400;

const witness = (version: number, entries: number): WatchlistEntry => ({
  id: 'witness',
  names: [WITNESS],
  birthDate: '1980-02-03',
  personalNumber: '001080000001',
  legalGround: String(version),
  decision: String(entries),
});

const row = (id: string): WatchlistEntry => ({ id, names: [{ full: `MẪU ${id}` }], birthDate: '1990-01-01' });

async function* copyRows(version: number): AsyncGenerator<WatchlistEntry> {
  const rows = ROWS + (version % 7);
  yield witness(version, rows + 1);
  for (let place = 0; place < rows; place++) yield row(`${version}-${place}`);
}

async function* changeRows(version: number, entries: number): AsyncGenerator<ListChange> {
  yield { op: 'add', entry: row(`change-${version}`) };
  yield { op: 'add', entry: row(`passing-${version}`) };
  yield { op: 'withdraw', id: `passing-${version}` };
  yield { op: 'update', entry: witness(version, entries + 1) };
}

async function listStatus(storage: Storage) {
  const status = await storage.watchlist.status();
  if (!status.ok) throw new Error(`status: ${status.error.code}`);
  return status.value.find((one) => one.list === LIST);
}

/** What is in service, seen as look-ups see it; null before the first version. Throws where they contradict each other. */
export async function versionInService(storage: Storage): Promise<number | null> {
  const list = await listStatus(storage);
  if (!list) return null;
  if (list.state !== 'IN_SERVICE') throw new Error(`version ${list.version} is ${list.state}`);
  for (const query of [{ personalNumber: '001080000001' }, { ...WITNESS, birthDate: '1980-02-03' }]) {
    const screened = await storage.watchlist.screen({ ...query, on: '2026-11-22' });
    if (!screened.ok) throw new Error(`look-up: ${screened.error.code}`);
    const asked = screened.value.lists.find((one) => one.list === LIST);
    const found = screened.value.hits.filter(({ entry }) => entry.id === 'witness');
    const said = found.map(({ entry, listVersion }) => `${listVersion} ${entry.legalGround} ${entry.decision}`);
    // Another process may have put the next version in service since, but within one answer all is of one.
    const expected = `${asked?.version} ${asked?.version} ${asked?.entries}`;
    if (said.length !== 1 || said[0] !== expected) throw new Error(`a mixed list: ${said} instead of ${expected}`);
  }
  return Number(list.version);
}

/** Puts version `version` in service over the one before it. */
export async function takeIn(storage: Storage, version: number): Promise<WatchlistProblem | null> {
  const entries = (await listStatus(storage))?.entries ?? 0;
  const header: ListHeader = {
    list: LIST,
    kind: 'OTHER',
    version: String(version),
    asOf: 0,
    sequence: version,
    agedAfterHours: 24,
    expiredAfterHours: 72,
  };
  const isCopy = entries === 0 || version % 3 === 1;
  const done = isCopy
    ? await storage.watchlist.replace(header, copyRows(version))
    : await storage.watchlist.replace({ ...header, base: String(version - 1) }, changeRows(version, entries));
  return done.ok ? null : done.error;
}
