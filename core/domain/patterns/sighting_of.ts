import type { Facts } from '../entry/facts.ts';
import type { Verdict } from '../entry/outcome.ts';
import type { Candidate } from './neighbourhood.ts';
import { type Key, LISTED, OVERSTAYED, REFUSED } from './sighting.ts';

/** What a key is made of: equal texts of different kinds are different values. */
export const KEY_KINDS = [
  'person',
  'number',
  'document',
  'sponsor',
  'phone',
  'address',
  'group',
  'beside',
  'birth',
] as const;
export type KeyKind = (typeof KEY_KINDS)[number];
export type KeyOf = (kind: KeyKind, text: string) => Key;

/** The fields of a decided crossing that patterns are seen by (core/ports/crossings.ts). */
export interface CrossingSeen {
  readonly id: string;
  readonly lane: string;
  readonly at: number;
  readonly day: string;
  readonly direction: 'ARRIVAL' | 'DEPARTURE';
  readonly outcome: 'CLEARED' | 'REFUSED' | 'REFUSAL_REVERSED' | 'NOT_PERMITTED' | 'HANDED_OVER';
  readonly documentKey: string | null;
  readonly personKey: string | null;
  readonly personalNumber: string | null;
  readonly nationality: string;
  readonly facts: Facts;
  readonly verdict: Verdict;
  readonly listed?: boolean;
  readonly gate?: string;
  readonly links?: {
    readonly sponsor: string | null;
    readonly phone: string | null;
    readonly address: string | null;
    readonly group: string | null;
    readonly companions: readonly string[];
  };
}

const DAY_MS = 86_400_000;
const LAND = ['land-international', 'land-main', 'land-auxiliary'];

function troubleOf({ outcome, listed, verdict }: CrossingSeen): number {
  const refused = outcome === 'REFUSED' || outcome === 'NOT_PERMITTED' ? REFUSED : 0;
  const over = (verdict.daysOver ?? 0) > 0 ? OVERSTAYED : 0;
  return refused | over | (listed === true || outcome === 'HANDED_OVER' ? LISTED : 0);
}

function isChild(birth: string | undefined, day: string, age: number): boolean {
  if (birth === undefined || birth.length !== 10) return false;
  return `${Number(birth.slice(0, 4)) + age}${birth.slice(4)}` > day;
}

const lives = ({ facts, nationality }: CrossingSeen, atTheBorder: readonly string[]): boolean =>
  facts.document.kind === 'border-pass' || (LAND.includes(facts.gateKind ?? '') && atTheBorder.includes(nationality));

/** Turns a crossing into what patterns keep of it; `number` is the store's own for it. Flights and names are not kept. */
export function candidateOf(
  crossing: CrossingSeen,
  number: number,
  keyOf: KeyOf,
  marks: { readonly childAge: number; readonly atTheBorder: readonly string[] },
): Candidate {
  const { links, facts } = crossing;
  const key = (kind: KeyKind, text: string | null | undefined) => (text ? keyOf(kind, text) : null);
  const personText = crossing.personKey ?? crossing.documentKey ?? crossing.id;
  const person = keyOf('person', personText);
  const companions = [...new Set(links?.companions ?? [])].sort();
  const [accompanied] = companions;
  const group = key('group', links?.group);
  const document = key('document', crossing.documentKey);
  const party = group ?? (accompanied === undefined ? person : keyOf('person', accompanied));
  return {
    seen: {
      crossing: number,
      at: crossing.at,
      day: Math.floor(Date.parse(`${crossing.day}T00:00:00Z`) / DAY_MS),
      direction: crossing.direction,
      trouble: troubleOf(crossing),
      person,
      document,
      birth: key('birth', facts.person.birthDate),
      nationality: crossing.nationality,
      gate: crossing.gate ?? '',
      child: isChild(facts.person.birthDate, crossing.day, marks.childAge),
      party,
      local: lives(crossing, marks.atTheBorder),
    },
    keys: {
      person,
      personalNumber: key('number', crossing.personalNumber),
      document,
      sponsor: key('sponsor', links?.sponsor),
      phone: key('phone', links?.phone),
      address: key('address', links?.address),
      group,
      companions: companions.map((one) => keyOf('person', one)),
      beside: companions.map((one) => keyOf('beside', one)),
    },
    besideMe: keyOf('beside', personText),
  };
}
