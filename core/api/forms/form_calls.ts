import type { ClearanceState } from '../../domain/clearance/step.ts';
import { languagesOf, loadForm } from '../../forms/form_template.ts';
import type { Api, ApiParts } from '../authorise.ts';
import { asJson, entry } from '../lane_context.ts';
import { contentOfClearance, contentOfFile } from './form_content.ts';
import { givenPaper, type MadePaper, makePaper, type NoPaper } from './made_paper.ts';

/** Papers: made from what is stored, kept as evidence, named in the journal and in their file before anyone gets them. */
export function formCalls(api: Api, { lane, decisions }: ApiParts) {
  const { context } = lane;
  return {
    languages: api.forms.languages.handler(async ({ input }) => ({
      languages: [...languagesOf(await loadForm(input.kind))],
    })),
    print: api.forms.print.handler(async ({ input, context: caller, errors }) => {
      const { kind, language, of } = input;
      const asked = { kind, language, by: caller.officer?.number ?? '' };

      function made(paper: MadePaper | NoPaper): MadePaper {
        if (paper === 'FORM_NOT_DUE') throw errors.FORM_NOT_DUE();
        if (paper === 'FORM_LANGUAGE') throw errors.FORM_LANGUAGE();
        return paper;
      }

      if ('file' in of) {
        const opened = await decisions.byId(of.file);
        if (opened === null) throw errors.NO_SUCH_CASE();
        const paper = await makePaper(context, asked, (writing) => contentOfFile(context, kind, opened, writing));
        const { printed, evidence } = made(paper);
        const done = await decisions.printed(opened, printed, evidence);
        if (done.ok) return givenPaper(evidence);
        throw done.error.code === 'STORE_FAILED'
          ? errors.STORE_FAILED({ data: { code: done.error.problem.code } })
          : errors.FORM_NOT_DUE();
      }
      const stored = await context.records.clearanceById(of.clearance);
      if (!stored.ok) throw errors.STORE_FAILED({ data: { code: stored.error.code } });
      if (stored.value === null) throw errors.NO_SUCH_CASE();
      const { clearance } = stored.value.state as unknown as ClearanceState;
      const paper = await makePaper(context, asked, (writing) => contentOfClearance(context, kind, clearance, writing));
      const { printed, evidence } = made(paper);
      const told = entry(context, 'FORM_PRINTED', asked.by, clearance, asJson(printed));
      const kept = await context.records.commit({ entries: [told], evidence: [evidence] });
      if (!kept.ok) throw errors.STORE_FAILED({ data: { code: kept.error.code } });
      return givenPaper(evidence);
    }),
  };
}
