import type { Api, ApiParts } from './authorise.ts';

export function devicesCalls(api: Api, { lane }: ApiParts) {
  return {
    list: api.devices.list.handler(() =>
      lane.options.devices
        .health()
        .map(({ name, kind, driver, state, since, problem, firmware, reads, reconnects }) => ({
          name,
          kind,
          driver,
          state,
          since,
          problem: problem?.code ?? null,
          firmware,
          reads,
          reconnects,
        })),
    ),
  };
}
