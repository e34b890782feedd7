import type { Booth } from '../../core/booth.ts';
import { type Client, clientOf, demoLines, desk, reviewed, seen, signIn, startBooth } from '../../core/testing/desk.ts';

/** A lane made to be killed, as the process that is killed has it: its booth, its reader, and a voice. */
export interface LaneToKill {
  readonly booth: Booth;
  /** The officer 0412 at the counter. */
  readonly counter: Client;
  /** Somebody else, signed in at a window of their own. */
  personAt(window: string, number: string, pin: string): Promise<Client>;
  /** Lays a document of the demo; resolves with its clearance, ready to be decided. */
  lay(document: string): Promise<string>;
  /** Tells that the booth has answered, with what the screen then showed; a line of its own. */
  say(step: string, shown?: unknown): void;
}

/** Starts the lane on the data folder that was given to the process. It runs until it is killed. */
export async function laneToKill(): Promise<LaneToKill> {
  // The booth's own timers keep no process alive; its door does, which is not part of this.
  setInterval(() => {}, 1000);
  const table = desk();
  const booth = await startBooth({ dataDirectory: process.argv[2] ?? '', devices: table.devices });
  const counter = clientOf(booth, 'counter');
  await signIn(counter);
  return {
    booth,
    counter,
    personAt: async (window, number, pin) => {
      const client = clientOf(booth, window);
      await signIn(client, number, pin);
      return client;
    },
    lay: async (document) => {
      table.read(...demoLines(document));
      return (await seen(counter, reviewed)).clearance?.id ?? '';
    },
    say: (step, shown = null) => void process.stdout.write(`${JSON.stringify({ step, shown })}\n`),
  };
}
