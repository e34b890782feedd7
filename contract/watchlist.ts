import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { LIST_KINDS } from '../core/domain/screening/entry.ts';
import { base, pinErrors } from './base.ts';
import {
  administratorUndoReason,
  fileName,
  incomingFile,
  listName,
  searchAnswer,
  searchRequest,
  toldApart,
  watchlistView,
} from './watchlist_view.ts';

const listsFailed = { LISTS_FAILED: { message: 'LISTS_FAILED', data: z.object({ code: z.string() }) } };
const administrator = base.meta({ needs: 'ADMINISTER_LISTS' }).errors(listsFailed);
const changeId = z.object({ change: z.uuid() });
const ordered = {
  CHANGE_UNDER_WAY: { message: 'CHANGE_UNDER_WAY' },
  NO_SUCH_LIST: { message: 'NO_SUCH_LIST' },
} as const;

/** The watchlist administrator's window. No call of it tells of a clearance. */
export const watchlist = {
  watch: administrator.output(eventIterator(watchlistView)),
  /** Access to personal data: every search is in the journal before its answer is given. */
  search: administrator.input(searchRequest).output(searchAnswer),
  /** The files in the booth's drop folder, newest first, and the formats that can be read. */
  incoming: administrator.output(
    z.object({
      files: z.array(incomingFile),
      formats: z.array(
        z.object({ format: z.string(), list: z.string(), kind: z.enum(LIST_KINDS), saysItself: z.boolean() }),
      ),
    }),
  ),
  /** Builds a list aside from a file of the drop folder. The page names a file of `incoming`, never a path. */
  orderImport: administrator
    .input(
      z.object({
        file: fileName,
        format: z.string().max(40),
        /** Null for a format whose files say themselves which list they are. */
        as: z.object({ list: listName, kind: z.enum(LIST_KINDS) }).nullable(),
        exception: z.boolean(),
      }),
    )
    .errors({
      ...ordered,
      NO_SUCH_FILE: { message: 'NO_SUCH_FILE' },
      LIST_KIND_DIFFERS: { message: 'LIST_KIND_DIFFERS' },
    })
    .output(changeId),
  /** Proposes to put the copy before back in service. */
  orderReturn: administrator
    .input(z.object({ list: z.string().min(1).max(200) }))
    .errors(ordered)
    .output(changeId),
  /** Ends a change that is not in service yet; a running import is cancelled. */
  discard: administrator
    .input(changeId)
    .errors({ NO_SUCH_CHANGE: { message: 'NO_SUCH_CHANGE' } })
    .output(z.object({ discarded: z.literal(true) })),
  /** A second person, an administrator or supervisor, puts the change in service by number and PIN. */
  confirm: administrator
    .input(changeId.extend({ number: z.string().regex(/^[0-9]{4,8}$/), pin: z.string().regex(/^[0-9]{4,12}$/) }))
    .errors({
      NO_SUCH_CHANGE: { message: 'NO_SUCH_CHANGE' },
      SAME_PERSON: { message: 'SAME_PERSON' },
      SECOND_PERSON_ROLE: { message: 'SECOND_PERSON_ROLE' },
      ...pinErrors,
    })
    .output(z.object({ inService: z.literal(true) })),
  /** The decisions "not the same person" that still stand, newest first, at most five hundred. */
  exclusions: administrator.output(z.array(toldApart)),
  /** Takes one back: the entry asks again at the document's next crossing. */
  undoExclusion: administrator
    .input(z.object({ exclusion: z.uuid(), reason: administratorUndoReason }))
    .errors({ NO_SUCH_EXCLUSION: { message: 'NO_SUCH_EXCLUSION' } })
    .output(z.object({ undone: z.literal(true) })),
};
