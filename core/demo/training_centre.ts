import type { CentralRegister } from '../ports/central_register.ts';
import type { Clock } from '../ports/clock.ts';
import { centralOverHttp } from '../travel/central_over_http.ts';
import type { SimulatedRegister } from './simulated_register.ts';

/** The invented centre as a training lane asks it: it begins to listen with the first question, so that no start waits for it. */
export function trainingCentre(register: SimulatedRegister, clock: Clock): CentralRegister {
  let begun: Promise<CentralRegister> | null = null;
  const there = (): Promise<CentralRegister> => {
    begun ??= register.listen().then((address) => centralOverHttp(address, clock));
    return begun;
  };
  return {
    visas: async (query) => (await there()).visas(query),
    movements: async (query) => (await there()).movements(query),
    declarations: async (query) => (await there()).declarations(query),
  };
}
