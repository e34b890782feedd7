import type { PresentedCard } from '../clearance/travel_facts.ts';
import type { CardRecord } from './advance.ts';
import { differingFields, isOf, type Traveller } from './same_holder.ts';

/** Fewest first: cards of residence say more of a stay than others. */
const RANK: readonly CardRecord['kind'][] = ['PRC', 'TRC', 'exemption-certificate', 'special-exemption-card', 'ABTC'];

const isGood = ({ validFrom, validTo }: CardRecord, day: string): boolean =>
  (validFrom === null || validFrom <= day) && day <= validTo;

/**
 * The card among these that is this person's and nearest to holding on a day; null where there is none. A card names its holder
 * and may outlive the passport that it names, so another document number alone makes it nobody else's.
 */
export function cardOf(person: Traveller, found: readonly CardRecord[], day: string): PresentedCard | null {
  const [card] = found
    .filter(({ holder }) => isOf(person, holder))
    .filter(({ holder }) => differingFields(person, holder).every((field) => field === 'DOCUMENT_NUMBER'))
    .sort(
      (a, b) =>
        Number(isGood(b, day)) - Number(isGood(a, day)) ||
        RANK.indexOf(a.kind) - RANK.indexOf(b.kind) ||
        b.validTo.localeCompare(a.validTo),
    );
  if (card === undefined || (card.validFrom !== null && day < card.validFrom)) return null;
  const { kind, number, symbol, validTo, economies } = card;
  return { kind, number, symbol, validTo, economies };
}
