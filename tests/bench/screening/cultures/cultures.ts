import { weighted } from '../vocabulary.ts';
import { arabic } from './arabic.ts';
import { chinese } from './chinese.ts';
import type { Culture } from './culture.ts';
import { english } from './english.ts';
import { french } from './french.ts';
import { german } from './german.ts';
import { indian } from './indian.ts';
import { korean } from './korean.ts';
import { russian } from './russian.ts';
import { turkish } from './turkish.ts';
import { vietnamese } from './vietnamese.ts';

export const CULTURES: readonly Culture[] = [
  vietnamese,
  arabic,
  chinese,
  russian,
  english,
  indian,
  korean,
  french,
  german,
  turkish,
];

export const culture = weighted(CULTURES.map((one) => [one, one.share] as const));
