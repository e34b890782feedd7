import type { Api, ApiParts } from './authorise.ts';
import { asJson, entry } from './lane_context.ts';

export function auditCalls(api: Api, { lane }: ApiParts) {
  return {
    verify: api.audit.verify.handler(async ({ errors, context }) => {
      const verdict = await lane.context.records.verifyJournal();
      if (!verdict.ok) throw errors.STORE_FAILED({ data: { code: verdict.error.code } });
      const { ok, entries, firstBroken } = verdict.value;
      lane.memory.journalOk = ok;
      const by = context.officer?.number ?? '';
      await lane.context.records.commit({
        entries: [entry(lane.context, 'JOURNAL_VERIFIED', by, null, asJson(verdict.value))],
      });
      lane.publish();
      return { ok, entries, firstBroken };
    }),
  };
}
