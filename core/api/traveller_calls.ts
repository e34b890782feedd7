import type { Api, ApiParts } from './authorise.ts';

export function travellerCalls(api: Api, { lane }: ApiParts) {
  return {
    watch: api.traveller.watch.handler(async function* ({ signal }) {
      yield* lane.traveller.live.follow(signal);
    }),
  };
}
