import type { Incident } from '../../domain/incident/incident.ts';
import { proposalLines } from '../../domain/incident/proposal.ts';
import { reportOf } from '../../domain/incident/report.ts';
import { isShownTo } from '../../domain/incident/who_sees.ts';
import type { Api, ApiParts } from '../authorise.ts';
import { givenPaper, makePaper } from '../forms/made_paper.ts';
import { entry } from '../lane_context.ts';
import { incidentPaper } from './incident_paper.ts';
import type { Signed } from './open_for.ts';

interface PaperErrors {
  NO_SUCH_INCIDENT(): Error;
  STORE_FAILED(options: { data: { code: string } }): Error;
}

/** What leaves the booth on paper or as a file; that it did is written down before it is given. */
export function paperCalls(api: Api, { lane }: ApiParts) {
  const { incidents, context: booth } = lane;

  /** Open or closed within the week; for somebody to whom it is not shown there is none. */
  function found(id: string, { officer }: Signed, errors: PaperErrors): Incident {
    const one = [...incidents.open, ...incidents.closed].find((incident) => incident.id === id);
    if (one === undefined || officer === null || !isShownTo(one, officer)) throw errors.NO_SUCH_INCIDENT();
    return one;
  }
  async function told(incident: Incident, by: string, paper: string, errors: PaperErrors): Promise<void> {
    const made = entry(booth, 'INCIDENT_REPORTED', by, null, { incident: incident.number, paper });
    const stored = await booth.records.commit({ entries: [made] });
    if (!stored.ok) throw errors.STORE_FAILED({ data: { code: stored.error.code } });
  }

  return {
    proposals: api.incident.proposals.handler(async ({ input, context, errors }) => {
      const incident = found(input.incident, context, errors);
      await told(incident, context.officer?.number ?? '', 'ENTRY_PROPOSALS', errors);
      return { fileName: `${incident.number}-entries.jsonl`, text: proposalLines(incident) };
    }),
    print: api.incident.print.handler(async ({ input, context, errors }) => {
      const { incident: id, report, language } = input;
      found(id, context, errors);
      const kind = report === 'DAILY' ? 'incident-daily' : 'incident-special';
      const asked = { kind, language, by: context.officer?.number ?? '' } as const;
      const made = await incidents.print(id, (incident) =>
        makePaper(booth, asked, (writing) => incidentPaper(booth, incident, report, writing)),
      );
      if (made.ok) return givenPaper(made.value);
      const { error } = made;
      if (error.code === 'STORE_FAILED') throw errors.STORE_FAILED({ data: { code: error.problem.code } });
      throw errors[error.code]();
    }),
    report: api.incident.report.handler(async ({ input, context, errors }) => {
      const incident = found(input.incident, context, errors);
      const by = context.officer?.number ?? '';
      await told(incident, by, input.report, errors);
      const report = reportOf(incident, { report: input.report, at: booth.clock.now(), by });
      const fileName = `${incident.number}-${input.report.toLowerCase()}.json`;
      return { fileName, text: `${JSON.stringify(report, null, 2)}\n` };
    }),
  };
}
