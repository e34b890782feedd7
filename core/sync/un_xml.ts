import { ok } from '../domain/result.ts';
import type { EntryName, WatchlistEntry } from '../domain/screening/entry.ts';
import type { ListRows, RejectedRow } from '../ports/watchlist.ts';
import { countryCode } from './country_names.ts';
import { checkedRow } from './entry_check.ts';
import { type ListFileFactsAnswer, listFileFacts } from './list_file.ts';
import { type AtLine, listReading, type OpenListFile } from './list_reading.ts';
import { listSource } from './list_source.ts';
import { birthDateFields, type SaidDate, saidDate, saidSpan } from './said_dates.ts';
import { unDocuments } from './un_documents.ts';
import { childrenOf, plainText, textOf, type XmlElement, xmlRecords } from './xml_records.ts';

const ROOT = 'CONSOLIDATED_LIST';

function approximately(date: XmlElement): boolean {
  return textOf(date, 'TYPE_OF_DATE') === 'APPROXIMATELY' || /approximately/i.test(textOf(date, 'NOTE'));
}

/** EXACT and APPROXIMATELY give a day or a year, BETWEEN two years; some say the date in a note only, and so none. */
function birthDate(date: XmlElement): SaidDate | null {
  const from = textOf(date, 'FROM_YEAR');
  const to = textOf(date, 'TO_YEAR');
  if (from !== '' && to !== '') return saidSpan(Number(from), Number(to), approximately(date));
  const day = (textOf(date, 'DATE') || textOf(date, 'YEAR')).slice(0, 10);
  return saidDate(day, approximately(date)) ?? saidDate(day.slice(0, 4), approximately(date));
}

/** An alias beside what is said of it: `Akhter (اختر)`, `X (original script: Х)`, `(Sheikh) Y`, `Z, born in ...`. */
function namesIn(text: string): string[] {
  const own = text.replace(/\([^)]*\)?|\)/g, ' ').replace(/,? born (?:on|in|\d).*$/i, '');
  const within = [...text.matchAll(/\(([^)]*)\)?/g)].map(([, inside = '']) => inside.replace(/^original script:/i, ''));
  const otherScript = within.filter((inside) => /[^\p{Script=Latin}\p{P}\p{S}\p{N}\s]/u.test(inside));
  const all = [own, ...otherScript].flatMap((one) => one.split(';'));
  return all.map((one) => plainText(one).replace(/^["“ ]+|["”, ]+$/g, ''));
}

function aliasNames(alias: XmlElement): EntryName[] {
  const weak = textOf(alias, 'QUALITY') === 'Low';
  return namesIn(textOf(alias, 'ALIAS_NAME')).map((full) => ({ full, ...(weak ? { weak } : {}) }));
}

/** The four name fields in their order: the list does not say which of them is the family's. */
function names(individual: XmlElement): EntryName[] {
  const parts = ['FIRST_NAME', 'SECOND_NAME', 'THIRD_NAME', 'FOURTH_NAME'].map((name) => textOf(individual, name));
  const own = parts.filter((part) => part !== '' && part.toLowerCase() !== 'na').join(' ');
  const native: EntryName[] = namesIn(textOf(individual, 'NAME_ORIGINAL_SCRIPT')).map((full) => ({ full }));
  const aliases = childrenOf(individual, 'INDIVIDUAL_ALIAS').flatMap(aliasNames);
  const seen = new Set<string | undefined>(['']);
  return [{ full: own }, ...native, ...aliases].filter(({ full }) => !seen.has(full) && seen.add(full));
}

function birthPlace(individual: XmlElement): string {
  const place = childrenOf(individual, 'INDIVIDUAL_PLACE_OF_BIRTH')[0];
  if (!place) return '';
  const parts = ['CITY', 'STATE_PROVINCE', 'COUNTRY'].map((name) => textOf(place, name));
  return parts.filter((part) => part !== '').join(', ');
}

function values(individual: XmlElement, name: string): string[] {
  return childrenOf(individual, name).flatMap((one) => childrenOf(one, 'VALUE').map(({ text }) => plainText(text)));
}

const SEXES: Readonly<Record<string, 'M' | 'F'>> = { male: 'M', female: 'F' };

function entryOf(individual: XmlElement): WatchlistEntry {
  const sex = SEXES[textOf(individual, 'GENDER').toLowerCase()];
  const place = birthPlace(individual);
  const nationalities = values(individual, 'NATIONALITY').map(countryCode);
  const aliasDates = childrenOf(individual, 'INDIVIDUAL_ALIAS').map((alias) =>
    saidDate(textOf(alias, 'DATE_OF_BIRTH')),
  );
  const documents = unDocuments(individual);
  const listed = saidDate(textOf(individual, 'LISTED_ON').slice(0, 10))?.dates[0];
  const note = [...values(individual, 'DESIGNATION'), textOf(individual, 'COMMENTS1')].join('; ').slice(0, 2000);
  const countries = [...new Set(nationalities.filter((country) => country !== null))];
  return {
    id: `UN-${textOf(individual, 'DATAID')}`,
    names: names(individual),
    ...birthDateFields([...childrenOf(individual, 'INDIVIDUAL_DATE_OF_BIRTH').map(birthDate), ...aliasDates]),
    ...(place === '' ? {} : { birthPlace: place }),
    ...(sex ? { sex } : {}),
    ...(countries.length > 0 ? { nationalities: countries } : {}),
    ...(documents.length > 0 ? { documents } : {}),
    action: 'REFER',
    authority: 'UN Security Council',
    decision: textOf(individual, 'REFERENCE_NUMBER') || '-',
    legalGround: textOf(individual, 'UN_LIST_TYPE'),
    ...(listed ? { recordedAt: listed } : {}),
    ...(note === '' ? {} : { note }),
  };
}

function rowOf(individual: XmlElement | RejectedRow): WatchlistEntry | RejectedRow {
  if ('reason' in individual) return individual;
  const { line } = individual;
  if (!/^\d+$/.test(textOf(individual, 'DATAID'))) return { line, reason: 'FIELD:DATAID' };
  return checkedRow(line, entryOf(individual));
}

async function* rows(open: OpenListFile, at: AtLine, path: string): AsyncGenerator<WatchlistEntry | RejectedRow> {
  for await (const one of xmlRecords(open(path), { rootName: ROOT, recordName: 'INDIVIDUAL' })) {
    at(one.line);
    yield rowOf(one);
  }
}

/** The individuals of the consolidated list of the UN Security Council in XML; its entities are passed over (see ofac_csv.ts). */
export function unXml(path: string): ListRows {
  return listReading([path], (open, at) => rows(open, at, path));
}

/** The list says in its root when it was generated: that is its version and its age. */
const GENERATED = /<CONSOLIDATED_LIST[^>]* dateGenerated=["']([0-9T:.Z+-]{10,40})["']/;

async function generated(path: string): Promise<string | null> {
  for await (const chunk of listSource(path, () => {})) {
    return GENERATED.exec(chunk.subarray(0, 4096).toString('utf8'))?.[1] ?? null;
  }
  return null;
}

/** What the list says of itself; where it says nothing, what the file shows. */
export async function unFacts(path: string): ListFileFactsAnswer {
  const facts = await listFileFacts(path);
  if (!facts.ok) return facts;
  const version = await generated(path).catch(() => null);
  const asOf = version === null ? Number.NaN : Date.parse(version);
  return version === null || Number.isNaN(asOf) ? facts : ok({ version, asOf });
}
