import type { ClearanceView } from '../../../contract/lane_view.ts';
import type { Sentence } from '../../i18n/sentence.ts';

type Evidence = ClearanceView['evidence'][number];

/** What the booth attaches to a proposal by itself, each as a sentence that says which or how many. */
export const evidenceSentences = (clearance: ClearanceView): readonly Sentence[] =>
  clearance.evidence.map((one) => sentenceOf(one, clearance));

function sentenceOf(one: Evidence, { law, facts, checks, history, notes }: ClearanceView): Sentence {
  switch (one) {
    case 'DOCUMENT':
      return { id: 'refusal.evidence.document' };
    case 'CHECKS': {
      const count = checks.filter(({ state }) => state !== 'WAITING' && state !== 'RUNNING').length;
      return { id: 'refusal.evidence.checks', values: { count } };
    }
    case 'BASES':
      return { id: 'refusal.evidence.bases', values: { count: law?.bases.length ?? 0 } };
    case 'VISA':
      return {
        id: 'refusal.evidence.visa',
        values: { number: facts.visas.map(({ value }) => value.number).join(', ') },
      };
    case 'DECLARATION':
      return { id: 'refusal.evidence.declaration', values: { code: facts.declaration?.value.code ?? '' } };
    case 'MOVEMENTS':
      return { id: 'refusal.evidence.movements', values: { count: history.length } };
    case 'COMPARISON':
      return { id: 'refusal.evidence.comparison' };
    case 'NOTES':
      return { id: 'refusal.evidence.notes', values: { count: notes.length } };
  }
}
