import type { FormKind, FormLanguage } from '../../domain/forms/form_kinds.ts';
import type { PrintedForm } from '../../domain/refusal/file.ts';
import type { FormContent } from '../../forms/form_content.ts';
import { formPdf } from '../../forms/form_pdf.ts';
import { languagesOf, loadForm } from '../../forms/form_template.ts';
import type { Evidence } from '../../ports/case_files.ts';
import type { LaneContext } from '../lane_context.ts';
import type { Writing } from './paper_text.ts';

const PDF = 'application/pdf' as const;

/** A paper as it is kept, and the line that names it in its file. */
export interface MadePaper {
  readonly printed: PrintedForm;
  readonly evidence: Evidence;
}

/** Why there is no such paper. */
export type NoPaper = 'FORM_NOT_DUE' | 'FORM_LANGUAGE';

/** Makes a paper of what `content` says; it is nobody's before it is kept. */
export async function makePaper(
  { settings, clock }: LaneContext,
  asked: { readonly kind: FormKind; readonly language: FormLanguage; readonly by: string },
  content: (writing: Writing) => FormContent | null,
): Promise<MadePaper | NoPaper> {
  const { kind, language, by } = asked;
  const form = await loadForm(kind);
  if (!languagesOf(form).includes(language)) return 'FORM_LANGUAGE';
  const said = content({ form, language, timeZone: settings.lane.timeZone });
  if (said === null) return 'FORM_NOT_DUE';
  const { hash, bytes } = await formPdf(form, said, language);
  const at = clock.now();
  const name = `${kind}-${said.number}-${language}.pdf`;
  return {
    printed: { form: kind, language, hash, by, at },
    evidence: { hash, mediaType: PDF, name, addedAt: at, bytes },
  };
}

/** A kept paper as a window is given it. */
export function givenPaper({ hash, bytes, name }: Evidence) {
  return { hash, mediaType: PDF, name, base64: Buffer.from(bytes).toString('base64') };
}
