import type { Booth } from '../../core/booth.ts';
import type { Direction } from '../../core/domain/clearance/clearance.ts';
import { type Client, clientOf, demoLines, desk, reviewed, seen, startBooth } from '../../core/testing/desk.ts';

const PINS = {
  '0200': '200200',
  '0301': '135791',
  '0377': '377377',
  '0412': '246810',
  '0413': '413413',
} as const;
/** Invented people of the demo, by number. */
export type Person = keyof typeof PINS;

/** What somebody shows who signs for something at another's window. */
export const pinOf = (number: Person) => ({ number, pin: PINS[number] });

/** A booth with its reader, and whoever works there, each signed in at a window of their own when first asked for. */
export interface Lane {
  readonly booth: Booth;
  person(number: Person): Promise<Client>;
  /** Lays a document of the demo, unless one is open already; resolves with its clearance, ready to be decided. */
  lay(document: string): Promise<string>;
}

/** Starts the booth of a data folder, with the officer 0412 at its counter. */
export async function laneOn(dataDirectory: string, direction: Direction = 'ARRIVAL'): Promise<Lane> {
  const table = desk();
  const booth = await startBooth({ dataDirectory, devices: table.devices });
  const there = new Map<Person, Client>();
  const person = async (number: Person): Promise<Client> => {
    const client = there.get(number) ?? clientOf(booth, number);
    if (!there.has(number)) await client.session.signIn({ ...pinOf(number), direction, shift: '1' });
    there.set(number, client);
    return client;
  };
  const counter = await person('0412');
  return {
    booth,
    person,
    lay: async (document) => {
      const { clearance } = await seen(counter, () => true);
      if (clearance === null) table.read(...demoLines(document));
      return (await seen(counter, reviewed)).clearance?.id ?? '';
    },
  };
}

/** The first view of a stream that satisfies the condition. */
export async function first<T>(
  stream: Promise<AsyncIterable<T>>,
  until: (view: T) => boolean = () => true,
): Promise<T> {
  for await (const view of await stream) if (until(view)) return view;
  throw new Error('the window was locked');
}

/** Tells that the booth has answered, with what the screens then show; a line of its own on the standard output. */
export const say = (step: string, shown: unknown = null): void =>
  void process.stdout.write(`${JSON.stringify({ step, shown })}\n`);
