import type { EntryDocument } from '../domain/screening/entry.ts';
import { issuerCode } from './country_names.ts';

/**
 * The papers a traveller can lay down, as the remarks name them. Tax numbers, licences and voters' cards are left out:
 * no border document carries them.
 */
const KINDS: Readonly<Record<string, string>> = {
  Passport: 'passport',
  'Passport Booklet': 'passport',
  'Diplomatic Passport': 'diplomatic-passport',
  'Stateless Person Passport': 'travel-document',
  'British National Overseas Passport': 'passport',
  'Travel Document': 'travel-document',
  'Refugee ID Card': 'travel-document',
  "Seafarer's Identification Document": 'travel-document',
  'National ID': 'national-id',
  'National Foreign ID': 'national-id',
  'Personal ID Card': 'national-id',
  'Stateless Person ID Card': 'national-id',
  'Tazkira National ID Card': 'national-id',
  'Turkish Identification': 'national-id',
  "Citizen's Card": 'national-id',
  'Numero de Identidad': 'national-id',
  Identification: 'national-id',
  Cedula: 'national-id',
  'D.N.I.': 'national-id',
  'C.U.R.P.': 'national-id',
  'C.U.I.': 'national-id',
};

const NAMES = Object.keys(KINDS)
  .sort((one, other) => other.length - one.length)
  .map((name) => name.replaceAll('.', '\\.'))
  .join('|');
const SAYING = new RegExp(`^(?:alt\\. )?(${NAMES})(?: No\\.| Number| #)?( .+)$`);

/**
 * `Passport A-992535 (Saudi Arabia) expires 2001`, `National ID No. 216040 (Yemen)`: null where another thing is said or
 * no number is given. XXX stands for an issuer not said.
 */
export function ofacDocument(saying: string): EntryDocument | null {
  const [, name = '', said = ''] = SAYING.exec(saying) ?? [];
  const kind = KINDS[name];
  const number = (said.split(/,| issued | expires | \(/)[0] ?? '').replace(/[^A-Za-z0-9]/g, '').toUpperCase();
  if (!kind || !/\d/.test(number)) return null;
  return { number, issuer: issuerCode(/\(([^)]+)\)/.exec(said)?.[1]), kind, status: 'LISTED' };
}
