import type { ListKind } from '../screening/entry.ts';
import type { SecondLineFile, SeenEntry } from './file.ts';
import { answerOf, confirmationOf } from './standing.ts';

/** Whether an entry that answered meant the person: what lists are measured by. */
export interface HitTruth {
  readonly name: string;
  readonly list: string;
  readonly listKind: ListKind;
  readonly truth: 'TRUE' | 'FALSE' | 'UNDECIDED';
}

function truthOf(file: SecondLineFile, entry: SeenEntry): HitTruth['truth'] {
  const owner = confirmationOf(file, entry.name)?.answer?.result;
  if (owner === 'CONFIRMED') return 'TRUE';
  if (owner === 'DENIED') return 'FALSE';
  const answer = answerOf(file, entry);
  if (answer === 'SAME') return 'TRUE';
  return answer === 'DIFFERENT' || entry.toldApart ? 'FALSE' : 'UNDECIDED';
}

/** The owner's word first, then the officers'. */
export const hitTruths = (file: SecondLineFile): readonly HitTruth[] =>
  file.entries.map((entry) => ({
    name: entry.name,
    list: entry.list,
    listKind: entry.listKind,
    truth: truthOf(file, entry),
  }));
