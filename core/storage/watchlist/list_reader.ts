import { type Judgement, judge, type PreparedQuery } from '../../domain/screening/classify.ts';
import type { Hit, WatchlistEntry } from '../../domain/screening/entry.ts';
import { PLAIN } from '../../domain/screening/names/weights.ts';
import type { ListState, ListStatus } from '../../ports/watchlist.ts';
import type { EndedDocument } from '../documents/document_list.ts';
import type { LoadedDocuments } from './document_part.ts';
import type { ListContent } from './list_file.ts';
import { type ListLayer, listLayer } from './list_layer.ts';

/** The parts of a list that another thread has read and checked. */
export interface LoadedList {
  readonly path: string;
  readonly documents: LoadedDocuments | null;
  /** Null while it is being made again. */
  readonly image: Uint8Array | null;
  readonly delta: LoadedDelta | null;
  readonly bytes: number;
}

export interface LoadedDelta {
  readonly path: string;
  readonly documents: LoadedDocuments | null;
  readonly image: Uint8Array;
  /** One bit for each row of the copy, by number: set where the row no longer counts. */
  readonly hidden: Uint8Array;
  /** Ids of the copy's documents that no longer count. */
  readonly hiddenIds: ReadonlySet<string>;
}

/** Few entries tell little of how rare a name is: what they find is judged by the whole list. */
const SLACK_OF_CHANGES = 4;

export interface ListReader {
  readonly status: ListStatus;
  screen(prepared: PreparedQuery): Hit[];
  /** Entries whose last day lies in [from, before), of the list as it is with its changes. */
  ended(from: string, before: string): EndedDocument[];
  /** The file that was asked last: where a look-up throws, the damaged one. */
  asked(): string;
  close(): void;
}

/** What a list in this state says of itself. */
export function statusOf(content: ListContent, state: ListState, bytes: number): ListStatus {
  const {
    digest: _,
    baseDigest: _base,
    base: _version,
    sequence,
    documentEntries: _documents,
    ownDocuments: _own,
    ...told
  } = content;
  return {
    ...told,
    documentsOnly: content.entries - content.persons,
    sequence: sequence ?? null,
    state,
    bytes,
  };
}

/** One list as it is in service: a copy, and the changes over it. Functions throw SqliteError. */
export function listReader(loaded: LoadedList, key: Buffer, state: ListState): ListReader {
  const base = listLayer(loaded.path, key, loaded.image, loaded.documents);
  const { delta } = loaded;
  const layers: readonly ListLayer[] = delta
    ? [listLayer(delta.path, key, delta.image, delta.documents, SLACK_OF_CHANGES), base]
    : [base];
  const content = layers[0]?.content ?? base.content;
  // How rare a name is, is known by the whole list, not by the few entries that changed.
  const rarity = base.index ?? PLAIN;
  let asked = base.path;

  const counts = (layer: ListLayer, number: number): boolean =>
    layer !== base || !delta || (((delta.hidden[number >> 3] ?? 0) >> (number & 7)) & 1) === 0;

  const hitOf = (entry: WatchlistEntry, judgement: Judgement): Hit => ({
    entry,
    list: content.list,
    listKind: content.kind,
    listVersion: content.version,
    ...judgement,
  });
  const byDocument = (layer: ListLayer, prepared: PreparedQuery): Hit[] => {
    const found = layer.documents?.screen(prepared) ?? [];
    const counting = layer === base ? found.filter(({ entry }) => !delta?.hiddenIds.has(entry.id)) : found;
    return counting.map(({ entry, judgement }) => hitOf(entry, judgement));
  };

  return {
    status: statusOf(content, loaded.image ? state : 'PREPARING', loaded.bytes),
    screen(prepared) {
      const hits: Hit[] = [];
      for (const layer of layers) {
        asked = layer.path;
        for (const number of layer.candidates(prepared)) {
          const entry = counts(layer, number) ? layer.entry(number) : null;
          const judgement = entry && judge(prepared, entry, rarity);
          if (judgement) hits.push(hitOf(entry, judgement));
        }
        hits.push(...byDocument(layer, prepared));
      }
      return hits;
    },
    ended(from, before) {
      return layers.flatMap((layer) => {
        asked = layer.path;
        const documents = layer.documents?.ended(from, before) ?? [];
        return [
          ...layer.ended(from, before).filter(({ number }) => counts(layer, number)),
          ...(layer === base ? documents.filter(({ id }) => !delta?.hiddenIds.has(id)) : documents),
        ];
      });
    },
    asked: () => asked,
    close() {
      for (const layer of layers) layer.close();
    },
  };
}
