import type { LawView } from '../../../contract/law_view.ts';
import { vi } from '../../i18n/messages.ts';
import type { MessageId } from '../../i18n/preferences.tsx';
import type { Sentence } from '../../i18n/sentence.ts';

/** The law as the clearance shows it; it speaks in codes, this file turns them into sentences. */
export type Law = LawView;
export type Overstay = NonNullable<Law['overstay']>;

const isMessage = (id: string): id is MessageId => id in vi;

/** A reason of the law as a sentence. A code of a later rule set stands for itself. */
export function reasonSentence(code: string): Sentence {
  const id = [`reason.${code}`, `law.reason.${code}`].find(isMessage);
  return id === undefined ? { id: 'law.reason.OTHER', values: { code } } : { id };
}

/** A fact that is wanting, by its place among the facts (`basis.stay.until`), as a short name. */
export function missingSentence(fact: string): Sentence {
  const id = `law.missing.${fact.replaceAll('.', '_')}`;
  return isMessage(id) ? { id } : { id: 'law.missing.OTHER', values: { fact } };
}

const OF_THE_LADDER = new Set([
  'LEGAL_NO_VISA',
  'LEGAL_VISA_NOT_VALID',
  'LEGAL_VISA_USED',
  'LEGAL_VISA_GATE',
  'LEGAL_VISA_FORGED',
  'LEGAL_VISA_PURPOSE',
  'LEGAL_WINDOW_SPENT',
  'LEGAL_ZONE_LEFT',
  'LEGAL_TRANSIT_LEAVES_AREA',
  'LEGAL_CARD_EXPIRED',
  'LEGAL_PASSPORT_6M',
]);

/** Whether a reason is told by the rungs of the ladder, so that it needs no line of its own beside them. */
export const isOfTheLadder = (reason: string): boolean => OF_THE_LADDER.has(reason);

/** Whether entry fails for want of a basis, and nothing else does. */
export const lacksBasis = (law: Law): boolean =>
  law.outcome === 'propose-refusal' && law.bases.length > 0 && law.reasons.every(isOfTheLadder);
