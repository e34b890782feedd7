import type { Incident } from '../../domain/incident/incident.ts';
import { proposalLines } from '../../domain/incident/proposal.ts';
import { reportOf } from '../../domain/incident/report.ts';
import type { Api, ApiParts } from '../authorise.ts';
import { entry } from '../lane_context.ts';

interface PaperErrors {
  NO_SUCH_INCIDENT(): Error;
  STORE_FAILED(options: { data: { code: string } }): Error;
}

/** What leaves the booth on paper or as a file; that it did is written down before it is given. */
export function paperCalls(api: Api, { lane }: ApiParts) {
  const { incidents, context: booth } = lane;

  function found(id: string, errors: PaperErrors): Incident {
    const one = [...incidents.open, ...incidents.closed].find((incident) => incident.id === id);
    if (one === undefined) throw errors.NO_SUCH_INCIDENT();
    return one;
  }
  async function told(incident: Incident, by: string, paper: string, errors: PaperErrors): Promise<void> {
    const made = entry(booth, 'INCIDENT_REPORTED', by, null, { incident: incident.number, paper });
    const stored = await booth.records.commit({ entries: [made] });
    if (!stored.ok) throw errors.STORE_FAILED({ data: { code: stored.error.code } });
  }

  return {
    proposals: api.incident.proposals.handler(async ({ input, context, errors }) => {
      const incident = found(input.incident, errors);
      await told(incident, context.officer?.number ?? '', 'ENTRY_PROPOSALS', errors);
      return { fileName: `${incident.number}-entries.jsonl`, text: proposalLines(incident) };
    }),
    report: api.incident.report.handler(async ({ input, context, errors }) => {
      const incident = found(input.incident, errors);
      const by = context.officer?.number ?? '';
      await told(incident, by, input.report, errors);
      const report = reportOf(incident, { report: input.report, at: booth.clock.now(), by });
      const fileName = `${incident.number}-${input.report.toLowerCase()}.json`;
      return { fileName, text: `${JSON.stringify(report, null, 2)}\n` };
    }),
  };
}
