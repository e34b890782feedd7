import { z } from 'zod';
import { err, ok, type Result } from '../../core/domain/result.ts';
import type { Clock } from '../../core/ports/clock.ts';
import { simulatorFor } from '../simulator/catalogue.ts';
import { connectSimulator } from '../simulator/connect.ts';
import { simulatorAct, simulatorFaults } from '../simulator/faults.ts';
import type { PlugProblem } from '../simulator/plug.ts';
import { ptyPlug } from '../simulator/pty.ts';
import { tcpPlug } from '../simulator/tcp_plug.ts';

/** What may be done to a simulator, one at a time. */
export const simulatorCommand = z.union([
  z.strictObject({ lay: z.array(z.string().min(1).max(100)).min(1).max(3) }),
  z.strictObject({ remove: z.literal(true) }),
  simulatorAct,
  z.strictObject({ order: simulatorFaults }),
  z.strictObject({ unplug: z.literal(true) }),
  z.strictObject({ replug: z.literal(true) }),
]);

export type SimulatorCommand = z.infer<typeof simulatorCommand>;

/** Where a simulator shall stand: on a pseudo-terminal at a path, or behind a TCP port of this machine (0 = a free one). */
export type SimulatorPlace = { readonly pty: string } | { readonly tcp: number };

/** A simulator that stands alone, for another program to open at `path`. */
export interface StandingSimulator {
  readonly path: string;
  obey(command: SimulatorCommand): Promise<void>;
  close(): Promise<void>;
}

/** Puts a simulator of this driver's model up for others. NO_SIMULATOR: the model has none, or its options are wrong. */
export async function simulateDevice(
  driver: string,
  options: unknown,
  place: SimulatorPlace,
  clock: Clock,
): Promise<Result<StandingSimulator, PlugProblem | { readonly code: 'NO_SIMULATOR'; readonly detail: string }>> {
  const simulator = simulatorFor(driver, clock, options);
  if (simulator?.link !== 'serial')
    return err({ code: 'NO_SIMULATOR', detail: `no simulator for ${driver} with these options` });
  const plug = await ('pty' in place ? ptyPlug(place.pty, clock) : tcpPlug(place.tcp, clock));
  if (!plug.ok) return plug;
  connectSimulator(simulator, plug.value);
  const obey = async (command: SimulatorCommand): Promise<void> => {
    if ('lay' in command) simulator.act({ act: 'lay', lines: command.lay });
    else if ('remove' in command) simulator.act({ act: 'remove' });
    else if ('act' in command) simulator.act(command);
    else if ('order' in command) simulator.order(command.order);
    else if ('unplug' in command) await plug.value.unplug();
    else await plug.value.replug();
  };
  return ok({ path: plug.value.path, obey, close: plug.value.close });
}
