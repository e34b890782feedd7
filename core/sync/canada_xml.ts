import type { EntryName, WatchlistEntry } from '../domain/screening/entry.ts';
import type { ListRows, RejectedRow } from '../ports/watchlist.ts';
import { checkedRow } from './entry_check.ts';
import { type AtLine, listReading, type OpenListFile } from './list_reading.ts';
import { birthDateFields, type SaidDate, saidDate, saidSpan } from './said_dates.ts';
import { textOf, type XmlElement, xmlRecords } from './xml_records.ts';

/** `1964-10-30`, `1972`, `1979-04 or 1981`, `1950-1955`; `born in the early 1970s` and `Sep-72` are not understood. */
function birthDates(text: string): (SaidDate | null)[] {
  const span = /^(\d{4})-(\d{4})$/.exec(text);
  if (span) return [saidSpan(Number(span[1]), Number(span[2]))];
  return text.split(/ or /i).map((date) => saidDate(date.trim()));
}

/** Aliases stand in one text, parted at will, some with the language before them: `Belarusian: ..., Russian: ...`. */
function aliases(text: string): EntryName[] {
  return (
    text
      .split(/[,;/]|\b(?:or|and)\b/)
      .map((alias) => alias.replace(/^.*:/, '').replace(/\(.*$/, '').trim())
      // A single word of a list like this is a bare given name, or a part of a name with a comma.
      .filter((alias) => alias.includes(' '))
      .map((full) => ({ full }))
  );
}

/** Regulation, schedule and item are the only number an entry has; it stays when others are added. */
function idOf(record: XmlElement): string {
  const country = textOf(record, 'Country').split(' / ')[0] ?? '';
  const regulation = country.length > 60 ? country.slice(0, 60) : country;
  return ['CANADA', regulation, textOf(record, 'Schedule'), textOf(record, 'Item')]
    .filter((part) => part !== '')
    .join('-');
}

function entryOf(record: XmlElement): WatchlistEntry {
  const surname = textOf(record, 'LastName');
  const givenNames = textOf(record, 'GivenName');
  const title = textOf(record, 'TitleOrShip');
  const listed = saidDate(textOf(record, 'DateOfListing'))?.dates[0];
  return {
    id: idOf(record),
    names: [
      surname === '' ? { full: givenNames } : { surname, ...(givenNames === '' ? {} : { givenNames }) },
      ...aliases(textOf(record, 'Aliases')),
    ],
    ...birthDateFields(birthDates(textOf(record, 'DateOfBirthOrShipBuildDate'))),
    action: 'REFER',
    authority: 'Canada',
    // The country is that of the regulation: people of another nationality stand under it too.
    legalGround: `${textOf(record, 'Country')}, ${textOf(record, 'Schedule')}, ${textOf(record, 'Item')}`.slice(
      0,
      2000,
    ),
    ...(listed ? { recordedAt: listed } : {}),
    ...(title === '' ? {} : { note: title.slice(0, 2000) }),
  };
}

function rowOf(record: XmlElement | RejectedRow): WatchlistEntry | RejectedRow | null {
  if ('reason' in record) return record;
  const { line } = record;
  // Ships and companies have no family name and no given name (why they are passed over: ofac_csv.ts).
  const isPerson = textOf(record, 'LastName') !== '' || textOf(record, 'GivenName') !== '';
  if (!isPerson) return textOf(record, 'EntityOrShip') === '' ? { line, reason: 'NAME' } : null;
  if (textOf(record, 'Item') === '') return { line, reason: 'FIELD:Item' };
  return checkedRow(line, entryOf(record));
}

async function* rows(open: OpenListFile, at: AtLine, path: string): AsyncGenerator<WatchlistEntry | RejectedRow> {
  for await (const record of xmlRecords(open(path), { rootName: 'data-set', recordName: 'record' })) {
    const row = rowOf(record);
    at(record.line);
    if (row) yield row;
  }
}

/** The persons of Canada's consolidated list under the Special Economic Measures Act, in XML. */
export function canadaXml(path: string): ListRows {
  return listReading([path], (open, at) => rows(open, at, path));
}
