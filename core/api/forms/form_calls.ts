import type { ClearanceState } from '../../domain/clearance/step.ts';
import type { PrintedForm } from '../../domain/refusal/file.ts';
import { type FormContent, formPdf } from '../../forms/form_pdf.ts';
import { loadForm } from '../../forms/form_template.ts';
import type { Evidence } from '../../ports/case_files.ts';
import type { Api, ApiParts } from '../authorise.ts';
import { asJson, entry } from '../lane_context.ts';
import { contentOfClearance, contentOfFile, type Writing } from './form_content.ts';

const PDF = 'application/pdf' as const;

/** Papers: made from what is stored, kept as evidence, named in the journal and in their file before anyone gets them. */
export function formCalls(api: Api, { lane, decisions }: ApiParts) {
  const { context } = lane;
  return {
    print: api.forms.print.handler(async ({ input, context: caller, errors }) => {
      const { kind, language, of } = input;
      const form = await loadForm(kind);
      const how: Writing = { language, words: form.words, timeZone: context.settings.lane.timeZone };
      const at = context.clock.now();
      const by = caller.officer?.number ?? '';

      async function made(content: FormContent | null): Promise<{ printed: PrintedForm; evidence: Evidence }> {
        if (content === null) throw errors.FORM_NOT_DUE();
        const { hash, bytes } = await formPdf(form, content, language);
        const name = `${kind}-${content.number}-${language}.pdf`;
        return {
          printed: { form: kind, language, hash, by, at },
          evidence: { hash, mediaType: PDF, name, addedAt: at, bytes },
        };
      }

      function given({ hash, bytes, name }: Evidence) {
        return { hash, mediaType: PDF, name, base64: Buffer.from(bytes).toString('base64') };
      }

      if ('file' in of) {
        const opened = await decisions.byId(of.file);
        if (opened === null) throw errors.NO_SUCH_CASE();
        const { printed, evidence } = await made(contentOfFile(context, kind, opened, how));
        const done = await decisions.printed(opened, printed, evidence);
        if (done.ok) return given(evidence);
        throw done.error.code === 'STORE_FAILED'
          ? errors.STORE_FAILED({ data: { code: done.error.problem.code } })
          : errors.FORM_NOT_DUE();
      }
      const stored = await context.records.clearanceById(of.clearance);
      if (!stored.ok) throw errors.STORE_FAILED({ data: { code: stored.error.code } });
      if (stored.value === null) throw errors.NO_SUCH_CASE();
      const { clearance } = stored.value.state as unknown as ClearanceState;
      const { printed, evidence } = await made(contentOfClearance(context, kind, clearance, how));
      const told = entry(context, 'FORM_PRINTED', by, clearance, asJson(printed));
      const kept = await context.records.commit({ entries: [told], evidence: [evidence] });
      if (!kept.ok) throw errors.STORE_FAILED({ data: { code: kept.error.code } });
      return given(evidence);
    }),
  };
}
