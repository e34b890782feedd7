import type { Random } from '../random.ts';
import type { Respell } from '../respelling.ts';
import type { Draw } from '../vocabulary.ts';

export type Sex = 'M' | 'F';

export interface WholeName {
  readonly surname: string;
  readonly givenNames: string;
}

/** How names of one culture are made and written. Words are common names as facts; no name is a person's. */
export interface Culture {
  readonly code: string;
  /** Share of the persons, in percent. */
  readonly share: number;
  readonly nationalities: Draw;
  name(random: Random, sex: Sex): WholeName;
  readonly respell: Respell;
  /** How the words of given names are parted or joined where offices differ in that. */
  readonly rejoin?: (name: WholeName, random: Random) => WholeName;
  /** Letters that this culture's passports print otherwise than ICAO's first choice. */
  readonly mrzLetters?: Readonly<Record<string, string>>;
  /** Whether a wife takes another surname. */
  readonly maidenNames: boolean;
}
