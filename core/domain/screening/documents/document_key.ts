import { foldIssuer, foldNumber } from '../fold.ts';

/**
 * A document in 64 bits, as two unsigned words, high then low. An issuer of up to three letters and a number of up to
 * nine letters and digits (all that an MRZ holds without overflow, ICAO 9303-4 to -6) fit exactly; every other document
 * is given by a hash with the mark set, and has to be told apart by its text. Both are then stirred, one to one, so
 * that keys are spread evenly whatever the numbers are.
 */
export type DocumentKey = Uint32Array;

export function emptyDocumentKey(): DocumentKey {
  return new Uint32Array(2);
}

const LONGEST_NUMBER = 9;
const LONGEST_ISSUER = 3;
/** One more than the signs there are: 0 stands for nothing, so that numbers of unlike length never meet. */
const NUMBER_BASE = 37;
const ISSUER_BASE = 27;
const WORD = 2 ** 32;
const NUMBERS = NUMBER_BASE ** LONGEST_NUMBER;
const NUMBERS_HIGH = Math.floor(NUMBERS / WORD);
const NUMBERS_LOW = NUMBERS % WORD;
const HASH_MARK = 0x8000_0000;

/** 1 to 10 for digits, 11 to 36 for letters, 0 for every other sign. */
function signValue(code: number): number {
  if (code >= 48 && code <= 57) return code - 47;
  return code >= 65 && code <= 90 ? code - 54 : 0;
}

/** The number as one value below 37^9, or -1 when it is longer or not folded. */
function packNumber(number: string): number {
  if (number.length > LONGEST_NUMBER) return -1;
  let value = 0;
  for (let at = 0; at < number.length; at++) {
    const sign = signValue(number.charCodeAt(at));
    if (sign === 0) return -1;
    value = value * NUMBER_BASE + sign;
  }
  return value;
}

/** The issuer as one value below 27^3, or -1. `D` is not folded: it stands for DEU. */
function packIssuer(issuer: string): number {
  if (issuer.length > LONGEST_ISSUER || issuer === 'D') return -1;
  let value = 0;
  for (let at = 0; at < issuer.length; at++) {
    const sign = signValue(issuer.charCodeAt(at)) - 10;
    if (sign <= 0) return -1;
    value = value * ISSUER_BASE + sign;
  }
  return value;
}

function round(word: number, key: number): number {
  let mixed = Math.imul(word ^ key, 0x85eb_ca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0xc2b2_ae35);
  return mixed ^ (mixed >>> 13);
}

const ROUND_KEYS = [0x9e37_79b9, 0x7f4a_7c15, 0xf39c_c060, 0x5ced_c834] as const;

/** Four rounds of a Feistel network: one to one, and every bit of the result hangs on every bit given. */
function stir(key: DocumentKey, high: number, low: number): void {
  const left = high ^ round(low, ROUND_KEYS[0]);
  const right = low ^ round(left, ROUND_KEYS[1]);
  const stirred = left ^ round(right, ROUND_KEYS[2]);
  key[0] = stirred;
  key[1] = right ^ round(stirred, ROUND_KEYS[3]);
}

function textHash(text: string, seed: number): number {
  let hash = seed;
  for (let at = 0; at < text.length; at++) hash = round(hash + text.charCodeAt(at), seed);
  return hash >>> 0;
}

function packFolded(issuer: string, number: string, key: DocumentKey): boolean {
  const numberValue = packNumber(number);
  const issuerValue = packIssuer(issuer);
  if (numberValue < 0 || issuerValue < 0) return false;
  const low = issuerValue * NUMBERS_LOW + (numberValue % WORD);
  const high = issuerValue * NUMBERS_HIGH + Math.floor(numberValue / WORD) + Math.floor(low / WORD);
  stir(key, high, low % WORD);
  return true;
}

/**
 * Writes the key of a document into `key`; true when it is exact, false when it is a hash. Issuer and number are
 * folded first where they are not; folded ones cost no memory.
 */
export function packDocument(issuer: string, number: string, key: DocumentKey): boolean {
  if (packFolded(issuer, number, key)) return true;
  const foldedIssuer = foldIssuer(issuer);
  const foldedNumber = foldNumber(number);
  if (packFolded(foldedIssuer, foldedNumber, key)) return true;
  const text = `${foldedIssuer}:${foldedNumber}`;
  stir(key, (textHash(text, 0x243f_6a88) | HASH_MARK) >>> 0, textHash(text, 0x85a3_08d3));
  return false;
}

function unpack(value: number, base: number, offset: number): string {
  let text = '';
  for (let rest = value; rest > 0; rest = Math.floor(rest / base)) {
    const sign = (rest % base) + offset;
    text = String.fromCharCode(sign <= 10 ? sign + 47 : sign + 54) + text;
  }
  return text;
}

/** The document of an exact key, folded; null for the key of a hash. */
export function unpackDocument(key: DocumentKey): { readonly issuer: string; readonly number: string } | null {
  const [stirred = 0, last = 0] = key;
  const right = last ^ round(stirred, ROUND_KEYS[3]);
  const left = stirred ^ round(right, ROUND_KEYS[2]);
  const low = (right ^ round(left, ROUND_KEYS[1])) >>> 0;
  const high = (left ^ round(low, ROUND_KEYS[0])) >>> 0;
  if (high >= HASH_MARK) return null;
  const packed = BigInt(high) * BigInt(WORD) + BigInt(low);
  const issuer = Number(packed / BigInt(NUMBERS));
  const number = Number(packed % BigInt(NUMBERS));
  return { issuer: unpack(issuer, ISSUER_BASE, 10), number: unpack(number, NUMBER_BASE, 0) };
}
