import { setTimeout } from 'node:timers/promises';
import { round, type Table } from '../figures.ts';
import type { Contender } from './contender.ts';
import type { Questions } from './measured.ts';

const PAUSES = 5;
const PAUSE_MS = 10_000;

/** The first query after ten seconds in which nothing was asked, as at a desk between two travellers. */
export async function atRest(contender: Contender, questions: Questions): Promise<Table> {
  const times: number[] = [];
  for (let pause = 0; pause < PAUSES; pause++) {
    await setTimeout(PAUSE_MS);
    const traveller = questions.travellers[pause];
    if (traveller) times.push(contender.ask(traveller).took);
  }
  return {
    title: 'First query after 10 s at rest',
    rows: [
      {
        what: contender.name,
        'ms, each pause': times.map((took) => round(took, 2)).join(', '),
        'worst ms': round(Math.max(...times), 2),
        target: '<= 5',
      },
    ],
  };
}
