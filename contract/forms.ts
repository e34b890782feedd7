import { z } from 'zod';
import { FORM_KINDS } from '../core/domain/forms/form_kinds.ts';
import { base } from './base.ts';

/** Papers of files and clearances. Each is kept as evidence under its hash; the same file gives the same bytes again. */
export const forms = {
  print: base
    .meta({ needs: 'BRING_DECISION' })
    .errors({
      NO_SUCH_CASE: { message: 'NO_SUCH_CASE' },
      /** The file or clearance has not come so far that there is such a paper of it. */
      FORM_NOT_DUE: { message: 'FORM_NOT_DUE' },
    })
    .input(
      z.object({
        kind: z.enum(FORM_KINDS),
        of: z.union([z.object({ file: z.uuid() }), z.object({ clearance: z.uuid() })]),
        language: z.enum(['vi', 'en']),
      }),
    )
    .output(
      z.object({ hash: z.string(), mediaType: z.literal('application/pdf'), name: z.string(), base64: z.string() }),
    ),
};
