import { matchBirthDates } from '../../core/domain/screening/birth_date_match.ts';
import { judge, type PreparedQuery, preparedNames, prepareQuery } from '../../core/domain/screening/classify.ts';
import type { ScreeningQuery, WatchlistEntry } from '../../core/domain/screening/entry.ts';
import { fold } from '../../core/domain/screening/fold.ts';
import { candidateBench, type Person } from './published_data.ts';
import { plainJaroWinkler } from './subjects.ts';
import { share, type Table } from './table.ts';

const on = '2026-11-22';

interface Listed {
  readonly entry: WatchlistEntry;
  readonly names: ReturnType<typeof preparedNames>;
}

interface Asked {
  readonly person: Person;
  readonly birthDate: string | undefined;
  readonly prepared: PreparedQuery;
}

const dateOf = (person: Person) => (/^\d{4}(-\d\d){0,2}$/.test(person.birthDate) ? person.birthDate : undefined);

function listed(person: Person, place: number): Listed {
  const birthDate = dateOf(person);
  const entry = { id: `P${place}`, names: [{ full: person.name }], ...(birthDate ? { birthDate } : {}) };
  return { entry, names: preparedNames(entry) };
}

function asked(person: Person): Asked {
  const birthDate = dateOf(person);
  const query: ScreeningQuery = { name: person.name, on, ...(birthDate ? { birthDate } : {}) };
  return { person, birthDate, prepared: prepareQuery(query) };
}

/** Both sides keep to one rule: a wholly different birth date is no alert (the setting of the judgement as it ships). */
function inQuestion(query: Asked, { entry }: Listed): boolean {
  return matchBirthDates(query.birthDate, entry.birthDate) !== 'BIRTH_DATE_DIFFERENT';
}

/** What a near or swapped birth date costs the peer. */
const NEAR_COSTS = 0.03;

function peerScore(query: Asked, { entry }: Listed): number {
  const date = matchBirthDates(query.birthDate, entry.birthDate);
  const less = date === 'BIRTH_DATE_NEAR' || date === 'BIRTH_DATE_SWAPPED' ? NEAR_COSTS : 0;
  return plainJaroWinkler(query.person.name, entry.names[0]?.full ?? '') - less;
}

/** How a listed person's query was damaged, read off the two rows. */
function damage(before: Person, after: Person): string {
  const kinds: string[] = [];
  if (before.name !== after.name) {
    const words = (name: string) => fold(name).split(' ').sort().join(' ');
    kinds.push(words(before.name) === words(after.name) ? 'order or signs' : 'letters');
  }
  if (before.birthDate !== after.birthDate) kinds.push('birth date');
  return kinds.join(' and ') || 'none';
}

const precisionOf: Readonly<Record<number, string>> = { 10: 'full birth date', 4: 'birth year only' };

interface Sought {
  readonly groups: readonly string[];
  readonly booth: boolean;
  readonly peer: number;
}

export interface ScreeningFigures {
  readonly sought: readonly Sought[];
  /** By stranger: entries that the booth raised, and the peer's best score with the group of its entry. */
  readonly strangers: number;
  readonly alarms: readonly { readonly group: string; readonly booth: boolean; readonly peer: number }[];
  readonly peerThreshold: number;
}

const PEER_FLOOR = 0.75;

function groupOf({ entry }: Listed): string {
  return precisionOf[entry.birthDate?.length ?? 0] ?? 'no birth date';
}

function seek(person: Person, before: Person, own: Listed): Sought {
  const query = asked(person);
  const fits = inQuestion(query, own);
  return {
    groups: [groupOf(own), `damaged: ${damage(before, person)}`],
    booth: fits && judge(query.prepared, own.entry, own.names) !== null,
    peer: fits ? peerScore(query, own) : 0,
  };
}

/** The listed persons asked as damaged queries and as they are; every `nth` stranger against the whole list. */
export function screenAll(nth: number): ScreeningFigures {
  const data = candidateBench();
  const list = data.listed.map(listed);
  const sought = data.listed.flatMap((before, place) => {
    const own = list[place];
    const after = data.damaged[place];
    return own && after ? [seek(after, before, own), seek(before, before, own)] : [];
  });
  const strangers = data.strangers.filter((_, place) => place % nth === 0);
  const alarms = strangers.flatMap((person) => {
    const query = asked(person);
    return list.flatMap((one) => {
      if (!inQuestion(query, one)) return [];
      const raised = judge(query.prepared, one.entry, one.names) !== null;
      const peer = peerScore(query, one);
      return raised || peer >= PEER_FLOOR ? [{ group: groupOf(one), booth: raised, peer }] : [];
    });
  });
  return { sought, strangers: strangers.length, alarms, peerThreshold: equalRecall(sought) };
}

/** The highest threshold at which the peer finds no fewer of the listed than the booth. */
function equalRecall(sought: readonly Sought[]): number {
  const wanted = sought.filter((one) => one.booth).length;
  const scores = sought.map((one) => one.peer).sort((a, b) => b - a);
  return scores[wanted - 1] ?? 0;
}

export interface GroupFigures {
  readonly sought: number;
  readonly boothFound: number;
  readonly peerFound: number;
  readonly boothAlarms: number;
  readonly peerAlarms: number;
}

export function groupFigures(figures: ScreeningFigures, group: string | null): GroupFigures {
  const { peerThreshold } = figures;
  const sought = figures.sought.filter((one) => group === null || one.groups.includes(group));
  const alarms = figures.alarms.filter((alarm) => group === null || alarm.group === group);
  return {
    sought: sought.length,
    boothFound: sought.filter((one) => one.booth).length,
    peerFound: sought.filter((one) => one.peer >= peerThreshold).length,
    boothAlarms: alarms.filter((alarm) => alarm.booth).length,
    peerAlarms: alarms.filter((alarm) => alarm.peer >= peerThreshold).length,
  };
}

export function screeningTable(nth = 1): Table {
  const figures = screenAll(nth);
  const groups = [...new Set(figures.sought.flatMap((one) => one.groups))].sort();
  const row = (group: string | null) => {
    const { sought, boothFound, peerFound, boothAlarms, peerAlarms } = groupFigures(figures, group);
    // Strangers are not damaged: false alarms belong to the kinds of entries only.
    const counted = group === null || !group.startsWith('damaged');
    return {
      group: group ?? 'all',
      queries: sought,
      'booth recall': share(boothFound, sought),
      'JW recall': share(peerFound, sought),
      'booth false alarms': counted ? boothAlarms : '',
      'JW false alarms': counted ? peerAlarms : '',
      'booth precision': counted ? share(boothFound, boothFound + boothAlarms) : '',
      'JW precision': counted ? share(peerFound, peerFound + peerAlarms) : '',
    };
  };
  return {
    title: 'A real list, damaged queries and invented strangers',
    note:
      `Each person of a published list asked twice, with simulated errors and as listed; ${figures.strangers} invented ` +
      'strangers against every entry. The booth by its own judgement and limit; Jaro-Winkler on names, less ' +
      `${NEAR_COSTS} for a near birth date, at the threshold ${figures.peerThreshold.toFixed(3)} that gives it the booth's recall. ` +
      'On both sides a wholly different birth date is no alert.',
    rows: [...groups.map(row), row(null)],
  };
}
