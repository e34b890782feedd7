import { z } from 'zod';
import { LIST_KINDS } from '../core/domain/screening/entry.ts';
import { UNDO_REASONS } from '../core/domain/screening/exclusion.ts';
import { comparedField, hitView } from './hit_view.ts';
import { laneName, laneView, listView, officerView } from './lane_view.ts';

/** What the watchlist administrator's window shows: the lists, what is being changed in them, and what a search found. */

export const listName = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9 ._-]{0,59}$/);
export const fileName = z.string().min(1).max(200);

/** One list in service, discreet ones too: the administrator owns them. */
export const listInService = listView.extend({
  state: z.enum(['IN_SERVICE', 'PREPARING', 'NEEDS_RELOAD']),
  persons: z.number(),
  documentsOnly: z.number(),
  bytes: z.number(),
  /** The authority's own number of this state of the list. */
  sequence: z.number().nullable(),
  lastDeltaAt: z.number().nullable(),
  agedAfterHours: z.number(),
  discreet: z.boolean(),
  importedAt: z.number(),
  /** The number of the person who ordered the last import; null when the booth or the command line did. */
  importedBy: z.string().nullable(),
  /** The list authority whose signature held; null when the copy was not signed. */
  signedBy: z.string().nullable(),
});

const progress = z.object({
  read: z.number(),
  rejected: z.number(),
  rowsPerSecond: z.number(),
  /** 0 to 1; null where the size is not known. */
  share: z.number().nullable(),
  secondsLeft: z.number().nullable(),
});

const comparison = z.object({
  oldVersion: z.string().nullable(),
  newVersion: z.string(),
  oldEntries: z.number(),
  newEntries: z.number(),
  added: z.number(),
  changed: z.number(),
  removed: z.number(),
  /** More than a fifth of the copy in service would be gone. */
  manyRemoved: z.boolean(),
  rejectedCount: z.number(),
  /** The first of them. */
  rejected: z.array(z.object({ line: z.number(), reason: z.string() })),
});

/** An import, or the return to the copy before: built aside, then in service by the word of a second person. */
export const listChange = z.object({
  id: z.uuid(),
  what: z.enum(['IMPORT', 'RETURN']),
  list: z.string(),
  kind: z.enum(LIST_KINDS),
  file: z.string().nullable(),
  /** Ordered to replace a signed list by an unsigned or older one; both persons see it, and the journal has it. */
  exception: z.boolean(),
  /** The list authority whose signature holds over what was built. */
  signedBy: z.string().nullable(),
  orderedBy: z.string(),
  orderedAt: z.number(),
  /** BUILDING = rows are read; CHECKING = read back and compared; READY = waits for the second person. */
  phase: z.enum(['BUILDING', 'CHECKING', 'READY', 'SWAPPING', 'DONE', 'DISCARDED', 'FAILED']),
  progress: progress.nullable(),
  /** For a return only the versions and entries are known. */
  comparison: comparison.nullable(),
  /** Why it failed; a code of the lists. */
  problem: z.string().nullable(),
  /** Who confirmed or discarded it. */
  endedBy: z.string().nullable(),
  endedAt: z.number().nullable(),
});

export const watchlistView = z.object({
  lane: laneName,
  now: z.number(),
  administrator: officerView,
  connection: laneView.shape.connection,
  posture: laneView.shape.posture,
  lists: z.array(listInService),
  /** The lists can not be read; the code says why. */
  problem: z.string().nullable(),
  change: listChange.nullable(),
});

/** A file in the booth's drop folder. */
export const incomingFile = z.object({ name: z.string(), bytes: z.number(), writtenAt: z.number() });

/** A person or document to look for; unknown parts are left out. At least a name or a number. */
export const searchRequest = z
  .object({
    name: z.string().trim().min(1).max(200).optional(),
    /** YYYY, YYYY-MM or YYYY-MM-DD. */
    birthDate: z
      .string()
      .regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/)
      .optional(),
    sex: z.enum(['M', 'F', 'X']).optional(),
    nationality: z
      .string()
      .regex(/^[A-Z]{1,3}$/)
      .optional(),
    documentNumber: z.string().trim().min(1).max(40).optional(),
    issuer: z
      .string()
      .regex(/^[A-Z]{1,3}$/)
      .optional(),
    personalNumber: z.string().trim().min(1).max(40).optional(),
  })
  .refine((asked) => [asked.name, asked.documentNumber, asked.personalNumber].some((one) => one !== undefined));

const optionalText = z.string().nullable();

/** An entry that answers, whole: discreet ones too. */
export const foundEntry = hitView
  .pick({
    hit: true,
    list: true,
    listKind: true,
    listVersion: true,
    listAsOf: true,
    matchClass: true,
    score: true,
    threshold: true,
    why: true,
    authority: true,
    decision: true,
    legalGround: true,
    validTo: true,
    personInformed: true,
  })
  .extend({
    fields: z.array(comparedField),
    discreet: z.boolean(),
    action: z.enum(['STOP', 'REFER', 'DISCREET', 'INFORM']).nullable(),
    names: z.array(z.string()),
    birthDates: z.array(z.string()),
    birthPlace: optionalText,
    documents: z.array(z.object({ number: z.string(), issuer: z.string(), status: optionalText })),
    validFrom: optionalText,
    note: optionalText,
  });

export const searchAnswer = z.object({
  /** Best first, at most fifty. */
  hits: z.array(foundEntry),
  found: z.number(),
  lists: z.number(),
  tookMs: z.number(),
});

/** Document and entry told apart earlier. Of the document and its holder nothing is told. */
export const toldApart = z.object({
  id: z.uuid(),
  list: z.string(),
  entry: z.string(),
  matchClass: hitView.shape.matchClass,
  decidedAt: z.number(),
  decidedBy: z.string(),
  confirmedBy: z.string().nullable(),
  /** Last day at the gate on which it holds, YYYY-MM-DD. */
  lastDay: z.string(),
  runOut: z.boolean(),
});

/** What an administrator may give as reason; "other" would need a case to note it in. */
export const administratorUndoReason = z.enum(UNDO_REASONS).exclude(['OTHER']);

export type ToldApart = z.infer<typeof toldApart>;
export type WatchlistView = z.infer<typeof watchlistView>;
export type ListChange = z.infer<typeof listChange>;
export type SearchRequest = z.infer<typeof searchRequest>;
export type SearchAnswer = z.infer<typeof searchAnswer>;
export type FoundEntry = z.infer<typeof foundEntry>;
