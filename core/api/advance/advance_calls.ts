import type { Api, ApiParts } from '../authorise.ts';

/** The page of expected passengers, answered. */
export function advanceCalls(api: Api, { advance, incoming, signIns }: ApiParts) {
  const { advance: area } = api;
  const by = (context: { officer: { number: string } | null }): string => context.officer?.number ?? '';
  return {
    watch: area.watch.handler(async function* ({ input, signal, context }) {
      for await (const _ of advance.live.follow(signal)) {
        const here = signIns.officerAt(context.window.windowId);
        if (here === null || here.number !== by(context)) return;
        yield await advance.view(input, here.roles);
      }
    }),

    people: area.people.handler(async ({ input, context, errors }) => {
      const found = await advance.people(input, by(context));
      if (found.ok) return found.value;
      if (found.error.code === 'NO_SUCH_FLIGHT') throw errors.NO_SUCH_FLIGHT();
      throw errors.STORE_FAILED({ data: { code: found.error.problem.code } });
    }),

    incoming: area.incoming.handler(async ({ errors }) => {
      const files = await incoming.files();
      if (!files.ok) throw errors.LISTS_FAILED({ data: { code: files.error.code } });
      return [...files.value];
    }),

    take: area.take.handler(async ({ input, context, errors }) => {
      const taken = await advance.importing.take(input, by(context));
      if (taken.ok) return { taking: taken.value };
      const { error } = taken;
      if (error.code === 'STORE_FAILED') throw errors.STORE_FAILED({ data: { code: error.problem.code } });
      if (error.code === 'FILE_TOO_LARGE') throw errors.FILE_TOO_LARGE({ data: { most: error.most } });
      throw errors[error.code]();
    }),

    cancel: area.cancel.handler(async ({ input, context }) => ({
      cancelled: advance.importing.cancel(input.taking, by(context)),
    })),
  };
}
