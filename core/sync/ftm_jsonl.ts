import type { EntryDocument, WatchlistEntry } from '../domain/screening/entry.ts';
import { ListFileError } from '../ports/list_file_error.ts';
import type { ListRows, RejectedRow } from '../ports/watchlist.ts';
import { checkedRow } from './entry_check.ts';
import { type FtmEntity, ftmEntity, heldDocuments, personEntry } from './ftm_entity.ts';
import { type Line, lineBatches } from './lines.ts';
import { cutOff } from './list_file.ts';
import { type AtLine, listReading, type OpenListFile } from './list_reading.ts';

/** A person of many registers is a long line. */
const LONGEST_LINE = 4 << 20;

/** So many documents are held at a time: some 100 MB. */
const MOST_DOCUMENTS = 250_000;
/** Of one holder; the entry has room for no more. */
const MOST_OF_ONE = 500;

/** A document that refers to its holder; anything else is not worth reading in the first round. */
const DOCUMENT_SCHEMA = /"schema":\s*"(?:Passport|Identification)"/;

function entityOf({ number: line, text, problem, ended }: Line): FtmEntity | RejectedRow {
  if (problem === 'ENCODING' && !ended) throw cutOff();
  if (text === null) return { line, reason: problem ?? 'LINE_TOO_LONG' };
  try {
    const entity = ftmEntity(JSON.parse(text));
    return 'reason' in entity ? { line, ...entity } : entity;
  } catch {
    if (!ended) throw cutOff();
    return { line, reason: 'NOT_JSON' };
  }
}

/** A number that is the same for the same id: it decides the share that an id belongs to. */
function spread(id: string): number {
  let hash = 2166136261;
  for (let place = 0; place < id.length; place++) hash = Math.imul(hash ^ id.charCodeAt(place), 16777619);
  return hash >>> 0;
}

interface Share {
  /** Which of how many parts of all persons, by their ids. */
  readonly part: number;
  readonly parts: number;
  readonly documents: ReadonlyMap<string, readonly EntryDocument[]>;
}

/** Keeps the documents of those holders that belong to a share, and makes the share smaller once they are too many. */
function documentKeeper(part: number, most: number, least: number) {
  const documents = new Map<string, EntryDocument[]>();
  let parts = least;
  let held = 0;
  const halve = () => {
    parts *= 2;
    for (const [holder, list] of documents) {
      if (spread(holder) % parts === part) continue;
      documents.delete(holder);
      held -= list.length;
    }
  };
  return {
    keep(holder: string, document: EntryDocument) {
      if (spread(holder) % parts !== part) return;
      const list = documents.get(holder) ?? [];
      if (list.length >= MOST_OF_ONE) return;
      documents.set(holder, list);
      list.push(document);
      held++;
      // Only the first round may change the number of shares; the others are about as large as its own.
      while (part === 0 && held > most && documents.size > 1) halve();
      if (held > 4 * most) throw new ListFileError({ code: 'LIST_FORMAT', detail: 'TOO_MANY_DOCUMENTS' });
    },
    share: (): Share => ({ part, parts, documents }),
  };
}

/**
 * Persons and the documents that name them as holders stand anywhere in the file, so a first round gathers the documents and
 * a second gives the persons. Where the documents are more than may be held, only those of half the holders are kept, then of
 * a quarter ...; each further share costs two more rounds, and none puts names on the disk unencrypted.
 */
async function gather(chunks: AsyncIterable<Buffer>, keeper: ReturnType<typeof documentKeeper>): Promise<Share> {
  for await (const lines of lineBatches(chunks, LONGEST_LINE)) {
    for (const line of lines) {
      if (line.text === null || !DOCUMENT_SCHEMA.test(line.text)) continue;
      const entity = entityOf(line);
      if ('reason' in entity || !/^(Passport|Identification)$/.test(entity.schema)) continue;
      for (const { holder, document } of heldDocuments(entity)) keeper.keep(holder, document);
    }
  }
  return keeper.share();
}

/** The persons of one part; bad rows are told in the first part only. */
async function* persons(
  chunks: AsyncIterable<Buffer>,
  share: Share,
  at: AtLine,
): AsyncGenerator<WatchlistEntry | RejectedRow> {
  for await (const lines of lineBatches(chunks, LONGEST_LINE)) {
    for (const line of lines) {
      if (line.text?.trim() === '') continue;
      const entity = entityOf(line);
      if ('reason' in entity) {
        if (share.part === 0) yield entity;
      } else if (entity.schema === 'Person' && entity.target && spread(entity.id) % share.parts === share.part) {
        at(line.number);
        yield checkedRow(line.number, personEntry(entity, share.documents.get(entity.id) ?? []));
      }
    }
  }
}

async function* rows(
  open: OpenListFile,
  at: AtLine,
  path: string,
  most: number,
): AsyncGenerator<WatchlistEntry | RejectedRow> {
  let parts = 1;
  for (let part = 0; part < parts; part++) {
    const share = await gather(open(path), documentKeeper(part, most, parts));
    parts = share.parts;
    yield* persons(open(path), share, at);
  }
}

/**
 * The listed persons of a FollowTheMoney file, one entity a line, with the passports and identity cards that refer to them.
 * Companies, ships and those who are only mentioned are passed over.
 */
export function ftmJsonLines(path: string, mostDocuments = MOST_DOCUMENTS): ListRows {
  return listReading([path, path], (open, at) => rows(open, at, path, mostDocuments));
}
