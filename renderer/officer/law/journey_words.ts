import type { FactsView } from '../../../contract/facts_view.ts';
import type { ClearanceView } from '../../../contract/lane_view.ts';
import { dateText } from '../../i18n/formats.ts';
import type { Translate } from '../../i18n/text.tsx';
import { optionText } from '../facts/fact_words.ts';

/** A flight with its seat and what on the boarding pass is not the document's, or the dash of what is not known. */
export function flightText({ flight }: Pick<FactsView, 'flight'>, t: Translate): string {
  if (flight === null) return '–';
  const { number, seat, differing = [] } = flight.value;
  const differs = differing.map((what) => t(`facts.flight.differs.${what}`));
  return [number, ...(seat === null ? [] : [seat]), ...differs].join(' · ');
}

/** Whether the passenger list of the flight names this person, in words. */
export function expectedText({ expected, flight }: FactsView, t: Translate): string {
  if (expected === null) return '–';
  const seat = expected.value === 'EXPECTED' ? (flight?.value.seat ?? null) : null;
  const word = t(`journey.expected.${expected.value}`);
  return seat === null ? word : `${word} · ${seat}`;
}

/** The purpose as known; where declaration and officer differ, both. */
export function purposeText({ purpose, declaration, sourced }: FactsView, t: Translate): string {
  const declared = sourced.purpose?.value ?? declaration?.value.purpose ?? null;
  if (purpose === null) return declared === null ? '–' : optionText(declared, t);
  const said = optionText(purpose.value, t);
  return declared === null || declared === purpose.value
    ? said
    : t('journey.differs', { said, declared: optionText(declared, t) });
}

/** Who goes with the person: companions and the name of the group. */
export function companyText({ companions, group }: FactsView, t: Translate): string {
  const people = companions.map(({ value }) => `${t(`facts.option.${value.relation}`)} ${value.name}`);
  return [...people, ...(group === null ? [] : [group.value])].join(', ') || '–';
}

/** Stays that lasted longer than permitted, by the movements known. */
function overstays(movements: FactsView['movements']): number {
  return movements.filter(({ direction, date, stayUntil }, place) => {
    if (direction !== 'departure') return false;
    const until = stayUntil ?? movements[place + 1]?.stayUntil ?? null;
    return until !== null && date > until;
  }).length;
}

/** Earlier entries, and how many of those stays lasted too long. */
export function entriesText({ facts: { movements } }: ClearanceView, t: Translate): string {
  const entries = movements.filter(({ direction }) => direction === 'arrival').length;
  if (entries === 0) return t('journey.entries.none');
  const over = overstays(movements);
  return over === 0
    ? t('journey.entries.fine', { count: entries })
    : t('journey.entries.over', { count: entries, over });
}

/** The newest crossing before this one: when, where. */
export function lastCrossingText({ facts: { movements } }: ClearanceView): string | null {
  const [last] = movements;
  if (last === undefined) return null;
  return last.gate === null ? dateText(last.date) : `${dateText(last.date)} · ${last.gate}`;
}
