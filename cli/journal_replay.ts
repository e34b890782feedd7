import { replayCase } from '../core/api/replay/case_replay.ts';
import type { Storage } from '../core/storage/open_storage.ts';
import { EXIT, type Io, wrongUse } from './io.ts';
import { writeJson } from './json_output.ts';
import { openRules } from './open_rules.ts';
import type { StoreEnvironment } from './open_store.ts';

const RECORD_NUMBER = /^[A-Z0-9]{1,6}-\d{1,15}$/;

/**
 * One decided case as it was, as one JSON object: what was known when, by whom, and whether the chain and the verdict of
 * the law still hold. Done where both do, no where one does not or there is no such case. Nothing discreet is in it.
 */
export async function replayFromJournal(
  storage: Storage,
  io: Io,
  named: string,
  directory: string,
  environment: StoreEnvironment,
): Promise<number> {
  const rules = await openRules(directory, storage, environment);
  if (!rules.ok) return wrongUse(io, rules.error);
  const { records, caseFiles } = storage;
  const stored = RECORD_NUMBER.test(named)
    ? await records.clearanceByNumber(named)
    : await records.clearanceById(named);
  if (!stored.ok) return wrongUse(io, `${stored.error.code}: ${stored.error.detail}`);
  const replayed = await replayCase(stored.value, { records, caseFiles, rules: rules.value });
  if (!replayed.ok) return wrongUse(io, `${replayed.error.code}: ${replayed.error.detail}`);
  if (replayed.value === null) {
    io.stderr.write(`booth: there is no decided case ${named}\n`);
    return EXIT.NO;
  }
  // Whoever holds the key file may look; that somebody did is written down like every other look.
  const { id, recordNumber, proof, law } = replayed.value;
  const viewed = await records.commit({
    entries: [
      {
        event: 'CASE_VIEWED',
        at: environment.clock.now(),
        actor: 'system',
        terminal: 'cli',
        clearance: id,
        data: { recordNumber, reason: 'booth journal replay' },
      },
    ],
  });
  if (!viewed.ok) return wrongUse(io, `${viewed.error.code}: ${viewed.error.detail}`);
  const { moments, ...rest } = replayed.value;
  const timeline = moments.map(({ says, ...one }) => ({ ...one, says: readable(says) }));
  await writeJson(io, { ...rest, timeline, viewedAs: viewed.value.lastSeq });
  return proof.ok && law?.again !== 'DIFFERS' ? EXIT.DONE : EXIT.NO;
}

/** What an entry says as data; what was too long to be shown whole stays text. */
function readable(says: string): unknown {
  try {
    return JSON.parse(says);
  } catch {
    return says;
  }
}
