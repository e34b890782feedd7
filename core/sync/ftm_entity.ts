import type { EntryDocument, EntryName, WatchlistEntry } from '../domain/screening/entry.ts';
import { countryCodeOfAlpha2 } from './country_names.ts';
import { birthDateFields, saidDate } from './said_dates.ts';

/** One entity of the FollowTheMoney model (followthemoney.tech): every property has any number of values. */
export interface FtmEntity {
  readonly id: string;
  readonly schema: string;
  /** False for those who are only mentioned: a relative, an owner. */
  readonly target: boolean;
  readonly datasets: readonly string[];
  readonly firstSeen: string;
  values(property: string): readonly string[];
}

function texts(value: unknown): string[] {
  const list = Array.isArray(value) ? value : [value];
  return list
    .filter((one) => typeof one === 'string')
    .map((one) => one.trim())
    .filter((one) => one !== '');
}

function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The entity of a line, or where it is wrong. */
export function ftmEntity(content: unknown): FtmEntity | { readonly reason: string } {
  if (!isFields(content)) return { reason: 'FIELD:' };
  const { id, schema, properties } = content;
  if (typeof id !== 'string' || id === '') return { reason: 'FIELD:id' };
  if (typeof schema !== 'string' || schema === '') return { reason: 'FIELD:schema' };
  if (!isFields(properties)) return { reason: 'FIELD:properties' };
  return {
    id,
    schema,
    target: content.target !== false,
    datasets: texts(content.datasets ?? []),
    firstSeen: texts(content.first_seen ?? [])[0] ?? '',
    values: (property) => (Object.hasOwn(properties, property) ? texts(properties[property]) : []),
  };
}

function countries(entity: FtmEntity, ...properties: readonly string[]): string[] {
  const codes = properties.flatMap((property) => entity.values(property)).map(countryCodeOfAlpha2);
  return [...new Set(codes.filter((code) => code !== null))];
}

function documentNumber(value: string): string | null {
  const number = value.replace(/[^A-Za-z0-9]/g, '').toUpperCase();
  return /\d/.test(number) && number.length <= 50 ? number : null;
}

function documents(values: readonly string[], issuer: string, kind: string): EntryDocument[] {
  return values
    .map(documentNumber)
    .filter((number) => number !== null)
    .map((number) => ({ number, issuer, kind, status: 'LISTED' }));
}

/** What a Passport or Identification entity says, for each of its holders. */
export function heldDocuments(entity: FtmEntity): { readonly holder: string; readonly document: EntryDocument }[] {
  const issuer = countries(entity, 'country')[0] ?? 'XXX';
  const passport = entity.schema === 'Passport' || /passport/i.test(entity.values('type').join(' '));
  const numbers = [...entity.values('number'), ...entity.values('passportNumber')];
  const own = documents(numbers, issuer, passport ? 'passport' : 'national-id');
  return entity.values('holder').flatMap((holder) => own.map((document) => ({ holder, document })));
}

const SEXES: Readonly<Record<string, 'M' | 'F'>> = { male: 'M', female: 'F' };

function names(entity: FtmEntity): EntryName[] {
  const strong = ['name', 'alias', 'previousName'].flatMap((property) => entity.values(property));
  const given = [entity.values('firstName')[0], entity.values('lastName')[0]].filter((part) => part !== undefined);
  const seen = new Set<string>();
  const fresh = (full: string) => !seen.has(full) && seen.add(full);
  return [
    ...(strong.length > 0 ? strong : [given.join(' ')]).filter(fresh).map((full) => ({ full })),
    ...entity
      .values('weakAlias')
      .filter(fresh)
      .map((full) => ({ full, weak: true })),
  ].filter(({ full }) => full !== '' && full.length <= 500);
}

function sameDocument(one: EntryDocument, other: EntryDocument): boolean {
  return one.number === other.number && (one.issuer === other.issuer || other.issuer === 'XXX');
}

/**
 * The person's own numbers say no issuer; one that a document repeats with its issuer is not told twice. Among the identity
 * numbers stand tax numbers too, which no border document carries.
 */
function allDocuments(person: FtmEntity, held: readonly EntryDocument[]): EntryDocument[] {
  const taxNumbers = new Set([...person.values('taxNumber'), ...person.values('innCode')]);
  const identity = person.values('idNumber').filter((value) => !taxNumbers.has(value) && !/^(TIN|Tax)/i.test(value));
  const own = [
    ...documents(person.values('passportNumber'), 'XXX', 'passport'),
    ...documents(identity, 'XXX', 'national-id'),
  ];
  const all = [...held, ...own];
  return all.filter((document, place) => !all.slice(0, place).some((before) => sameDocument(before, document)));
}

/** A Person with the documents that others of the file give it, as an entry. */
export function personEntry(person: FtmEntity, held: readonly EntryDocument[]): WatchlistEntry {
  const citizen = countries(person, 'nationality', 'citizenship');
  const nationalities = (citizen.length > 0 ? citizen : countries(person, 'country')).slice(0, 50);
  const papers = allDocuments(person, held.slice(0, 500)).slice(0, 500);
  const sex = SEXES[person.values('gender')[0]?.toLowerCase() ?? ''];
  const place = person.values('birthPlace')[0];
  const note = [...person.values('position'), ...person.values('notes')].join('; ');
  const listed = saidDate(person.firstSeen.slice(0, 10))?.dates[0];
  return {
    id: person.id,
    names: names(person).slice(0, 500),
    ...birthDateFields(person.values('birthDate').map((date) => saidDate(date))),
    ...(place ? { birthPlace: place.slice(0, 500) } : {}),
    ...(sex ? { sex } : {}),
    ...(nationalities.length > 0 ? { nationalities } : {}),
    ...(papers.length > 0 ? { documents: papers } : {}),
    action: 'REFER',
    ...(person.datasets.length > 0 ? { authority: person.datasets.join(', ').slice(0, 500) } : {}),
    ...(person.values('programId').length > 0
      ? { legalGround: person.values('programId').join(', ').slice(0, 2000) }
      : {}),
    ...(listed ? { recordedAt: listed } : {}),
    ...(note === '' ? {} : { note: note.slice(0, 2000) }),
  };
}
