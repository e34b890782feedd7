import type { Random } from '../screening/random.ts';
import type { Invented, Planted, Step } from './journey.ts';

export const DAY = 24 * 60;
export const YEAR = 365 * DAY;
export const AIRPORTS = ['Specimen airport 1', 'Specimen airport 2', 'Specimen airport 3'] as const;
export const LAND_GATES = ['Specimen land gate 1', 'Specimen land gate 2'] as const;
export const FAR = [
  'KOR',
  'JPN',
  'USA',
  'AUS',
  'GBR',
  'FRA',
  'DEU',
  'RUS',
  'IND',
  'PHL',
  'IDN',
  'MYS',
  'THA',
  'TWN',
] as const;
export const NEAR = ['CHN', 'LAO', 'KHM', 'VNM'] as const;

/** Rare values are many and common ones few, as hotels and companies are (Zipf, roughly). */
export const commonFirst = (random: Random, count: number): number => Math.floor(count ** random.next()) - 1;

/** What draws one history: chance, running numbers, and where steps go. */
export interface Drawing {
  readonly random: Random;
  readonly take: (step: Step) => void;
  readonly person: (nationality: string, change?: { planted?: Planted; ring?: number; child?: boolean }) => Invented;
}

export function drawing(random: Random, take: (step: Step) => void): Drawing {
  let number = 0;
  return {
    random,
    take,
    person(nationality, { planted, ring = 0, child = false } = {}) {
      number += 1;
      const year = child ? 2014 + random.below(9) : 1955 + random.below(50);
      const two = (value: number) => String(value).padStart(2, '0');
      const birth = `${year}-${two(1 + random.below(12))}-${two(1 + random.below(28))}`;
      return { number, nationality, birth, planted: planted ?? null, ring };
    },
  };
}

/** What happens to anyone now and then: shares of trouble among the honest. */
export function commonTrouble(random: Random): Pick<Step, 'outcome' | 'listed'> {
  const draw = random.next();
  if (draw < 0.003) return { outcome: 'REFUSED' };
  return draw < 0.0035 ? { listed: true } : {};
}
export const commonOverstay = (random: Random): Pick<Step, 'over'> => (random.chance(0.01) ? { over: 3 } : {});

/** Most people give their own number; some an agency's, some a number that is plainly made up. */
export function phoneOf(random: Random, who: Invented): string | null {
  const draw = random.next();
  if (draw < 0.35) return null;
  if (draw < 0.4) return `agency phone ${commonFirst(random, 400)}`;
  if (draw < 0.41) return ['0900000000', '0123456789', '0999999999'][random.below(3)] ?? null;
  return `phone ${who.number}`;
}

/** Large hotels, small inns, friends' houses, or nothing. */
export function addressOf(random: Random, who: Invented): string | null {
  const draw = random.next();
  if (draw < 0.3) return null;
  if (draw < 0.75) return `hotel ${commonFirst(random, 3000)}`;
  return draw < 0.9 ? `inn ${random.below(6000)}` : `house ${Math.floor(who.number / 3)}`;
}
