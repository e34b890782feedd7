import { z } from 'zod';
import { CASE_PAPERS } from '../core/domain/forms/form_kinds.ts';
import { base } from './base.ts';

/** A language by its code of ISO 639-1; the booth knows which papers it has in which. */
export const paperLanguage = z.string().regex(/^[a-z]{2}$/);

/** A paper as a window gets it: kept by its hash before. */
export const paper = z.object({
  hash: z.string(),
  mediaType: z.literal('application/pdf'),
  name: z.string(),
  base64: z.string(),
});

export const paperErrors = {
  /** The file or clearance has not come so far that there is such a paper of it. */
  FORM_NOT_DUE: { message: 'FORM_NOT_DUE' },
  /** There is such a paper, but not in this language. */
  FORM_LANGUAGE: { message: 'FORM_LANGUAGE' },
};

const worker = base.meta({ needs: 'BRING_DECISION' });

/** Papers of files and clearances. Each is kept as evidence under its hash; the same file gives the same bytes again. */
export const forms = {
  /** The languages that a paper can be had in, Vietnamese and English first. */
  languages: worker
    .input(z.object({ kind: z.enum(CASE_PAPERS) }))
    .output(z.object({ languages: z.array(paperLanguage) })),
  print: worker
    .errors({ NO_SUCH_CASE: { message: 'NO_SUCH_CASE' }, ...paperErrors })
    .input(
      z.object({
        kind: z.enum(CASE_PAPERS),
        of: z.union([z.object({ file: z.uuid() }), z.object({ clearance: z.uuid() })]),
        language: paperLanguage,
      }),
    )
    .output(paper),
};
