import { type LetterTable, transcribe } from './letter_table.ts';

/** ELOT 743 (ISO 843 type 2), which Greek passports follow; accents are dropped before. */
const ELOT: LetterTable = {
  α: 'A',
  β: 'V',
  γ: 'G',
  δ: 'D',
  ε: 'E',
  ζ: 'Z',
  η: 'I',
  θ: 'TH',
  ι: 'I',
  κ: 'K',
  λ: 'L',
  μ: 'M',
  ν: 'N',
  ξ: 'X',
  ο: 'O',
  π: 'P',
  ρ: 'R',
  σ: 'S',
  ς: 'S',
  τ: 'T',
  υ: 'Y',
  φ: 'F',
  χ: 'CH',
  ψ: 'PS',
  ω: 'O',
  ου: 'OU',
  γγ: 'NG',
  γξ: 'NX',
  γχ: 'NCH',
};

/** By ear, as most lists have it: foreign B, D and G are written with two letters. */
const BY_EAR: LetterTable = {
  ...ELOT,
  χ: 'H',
  υ: 'I',
  ου: 'U',
  μπ: 'B',
  ντ: 'D',
  γκ: 'G',
  τζ: 'J',
  ει: 'I',
  οι: 'I',
  αι: 'E',
};

/** The old names as Latin Europe writes them. */
const CLASSICAL: LetterTable = { ...ELOT, β: 'B', η: 'E', φ: 'PH', κ: 'C', αι: 'AE', ου: 'U' };

/** A Greek word in Latin letters. */
export function greekForms(word: string): string[] {
  const plain = word.normalize('NFD').replace(/\p{M}+/gu, '');
  // Υ after Α, Ε and Η is a consonant: V before voiced sounds and vowels, F before the others.
  const spoken = plain
    .replace(/([αεη])υ(?=[θκξπσςτφχψ]|$)/g, '$1φ')
    .replace(/([αεη])υ/g, '$1β')
    .replace(/^μπ/, 'μπ');
  const initial = spoken.replace(/^μπ/, 'BB').replace(/^ντ/, 'DD').replace(/^γκ/, 'GG');
  const elot = initial.startsWith('BB') || initial.startsWith('DD') || initial.startsWith('GG');
  const first = elot ? initial.slice(0, 1) + transcribe(initial.slice(2), ELOT) : transcribe(spoken, ELOT);
  return [first, transcribe(spoken, BY_EAR), transcribe(plain, CLASSICAL)];
}
