import { matchBirthDates } from '../../core/domain/screening/birth_evidence.ts';
import { judge, type PreparedQuery, prepareQuery } from '../../core/domain/screening/classify.ts';
import type { ScreeningQuery, WatchlistEntry } from '../../core/domain/screening/entry.ts';
import { fold } from '../../core/domain/screening/fold.ts';
import { indexBuilder } from '../../core/domain/screening/index/index_builder.ts';
import { openIndex, type PersonIndex } from '../../core/domain/screening/index/person_index.ts';
import { candidateBench, type Person } from './published_data.ts';
import { plainJaroWinkler } from './subjects.ts';
import { share, type Table } from './table.ts';

const on = '2026-11-22';

interface Asked {
  readonly person: Person;
  readonly birthDate: string | undefined;
  readonly prepared: PreparedQuery;
}

const dateOf = (person: Person) => (/^\d{4}(-\d\d){0,2}$/.test(person.birthDate) ? person.birthDate : undefined);

function listed(person: Person, place: number): WatchlistEntry {
  const birthDate = dateOf(person);
  return { id: `P${place}`, names: [{ full: person.name }], ...(birthDate ? { birthDate } : {}) };
}

function asked(person: Person, nameAlone: boolean): Asked {
  const birthDate = dateOf(person);
  const query: ScreeningQuery = { name: person.name, on, nameAlone, ...(birthDate ? { birthDate } : {}) };
  return { person, birthDate, prepared: prepareQuery(query) };
}

function indexed(entries: readonly WatchlistEntry[]): PersonIndex {
  const builder = indexBuilder();
  for (const [place, entry] of entries.entries()) builder.add(place, entry);
  const index = openIndex(builder.finish());
  if (!index.ok) throw new Error(index.error.code);
  return index.value;
}

/** More entries than one query ever raises. */
const MOST = 100;

/** The entries that the booth shows for a query, found by the index and then judged: place, and how the names meet. */
function raised(query: Asked, entries: readonly WatchlistEntry[], index: PersonIndex): Map<number, string> {
  const shown = new Map<number, string>();
  for (const { place } of index.find(query.prepared, { most: MOST })) {
    const entry = entries[place];
    const judgement = entry && judge(query.prepared, entry, index);
    if (judgement) shown.set(place, judgement.why[0]?.code ?? '');
  }
  return shown;
}

/** The ways to meet in which every part of a name is a part of the other. */
const WHOLE_NAME = /^NAME_(EQUAL|EQUAL_WITHOUT_MARKS|REORDERED|TRANSLITERATED|OTHER_SCRIPT)$/;

/** What a near or swapped birth date costs the peer, and a wholly different one where that is no bar. */
const NEAR_COSTS = 0.03;
const DIFFERENT_COSTS = 0.06;

/** Both sides keep to one rule: whether a wholly different birth date is a bar is the site's policy. */
function peerScore(query: Asked, entry: WatchlistEntry): number {
  const date = matchBirthDates(query.birthDate, entry.birthDate);
  const different = date === 'BIRTH_DATE_DIFFERENT';
  if (different && !query.prepared.query.nameAlone) return 0;
  const near = date === 'BIRTH_DATE_NEAR' || date === 'BIRTH_DATE_SWAPPED' ? NEAR_COSTS : 0;
  return plainJaroWinkler(query.person.name, entry.names[0]?.full ?? '') - (different ? DIFFERENT_COSTS : near);
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

interface Alarm {
  readonly groups: readonly string[];
  readonly booth: boolean;
  /** The stranger bears the entry's whole name. */
  readonly namesake: boolean;
  readonly peer: number;
}

export interface ScreeningFigures {
  readonly sought: readonly Sought[];
  /** How many strangers there were, by the letters of their names. */
  readonly strangers: ReadonlyMap<string, number>;
  /** Strangers and entries that a side may have taken for each other. */
  readonly alarms: readonly Alarm[];
  readonly peerThreshold: number;
}

const PEER_FLOOR = 0.75;

const groupOf = (entry: WatchlistEntry) => precisionOf[entry.birthDate?.length ?? 0] ?? 'no birth date';

const lettersOf = (person: Person) =>
  /\p{Script=Latin}/u.test(person.name) ? 'strangers: Latin letters' : 'strangers: other scripts';

/** The listed persons asked as damaged queries and as they are; every `nth` stranger against the whole list. */
export function screenAll(nth: number, nameAlone = false): ScreeningFigures {
  const data = candidateBench();
  const entries = data.listed.map(listed);
  const index = indexed(entries);
  const seek = (person: Person, place: number): Sought => {
    const entry = entries[place] as WatchlistEntry;
    const query = asked(person, nameAlone);
    const kind = damage(data.listed[place] as Person, person);
    return {
      groups: [groupOf(entry), `damaged: ${kind}`],
      booth: raised(query, entries, index).has(place),
      peer: peerScore(query, entry),
    };
  };
  const sought = [...data.damaged.map(seek), ...data.listed.map(seek)];
  const strangers = data.strangers.filter((_, place) => place % nth === 0).map((person) => asked(person, nameAlone));
  const alarms = strangers.flatMap((query) => {
    const shown = raised(query, entries, index);
    return entries.flatMap((entry, place) => {
      const peer = peerScore(query, entry);
      const met = shown.get(place);
      const alarm = {
        groups: [groupOf(entry), lettersOf(query.person)],
        booth: met !== undefined,
        namesake: WHOLE_NAME.test(met ?? ''),
        peer,
      };
      return alarm.booth || peer >= PEER_FLOOR ? [alarm] : [];
    });
  });
  const byLetters = Map.groupBy(strangers, (query) => lettersOf(query.person));
  return {
    sought,
    strangers: new Map([...byLetters].map(([letters, group]) => [letters, group.length])),
    alarms,
    peerThreshold: equalRecall(sought),
  };
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
  const alarms = figures.alarms.filter((alarm) => group === null || alarm.groups.includes(group));
  return {
    sought: sought.length,
    boothFound: sought.filter((one) => one.booth).length,
    peerFound: sought.filter((one) => one.peer >= peerThreshold).length,
    boothAlarms: alarms.filter((alarm) => alarm.booth).length,
    peerAlarms: alarms.filter((alarm) => alarm.peer >= peerThreshold).length,
  };
}

function row(figures: ScreeningFigures, group: string | null) {
  const { sought, boothFound, peerFound, boothAlarms, peerAlarms } = groupFigures(figures, group);
  const strangers = group === null ? undefined : figures.strangers.get(group);
  // Strangers are not damaged: false alarms belong to the kinds of entries, and to the strangers themselves.
  const counted = group === null || !group.startsWith('damaged');
  const isListed = strangers === undefined;
  return {
    group: group ?? 'all',
    queries: strangers ?? sought,
    'booth recall': share(boothFound, sought),
    'JW recall': share(peerFound, sought),
    'booth false alarms': counted ? boothAlarms : '',
    'JW false alarms': counted ? peerAlarms : '',
    'booth precision': counted && isListed ? share(boothFound, boothFound + boothAlarms) : '',
    'JW precision': counted && isListed ? share(peerFound, peerFound + peerAlarms) : '',
  };
}

export function screeningTable(nth: number, nameAlone: boolean): Table {
  const figures = screenAll(nth, nameAlone);
  const groups = [...new Set(figures.sought.flatMap((one) => one.groups))].sort();
  const strangers = [...figures.strangers.values()].reduce((sum, some) => sum + some, 0);
  const namesakes = figures.alarms.filter((alarm) => alarm.namesake).length;
  const rule = nameAlone
    ? `a name alone may be an alert, Jaro-Winkler less ${DIFFERENT_COSTS} for a wholly different birth date`
    : 'a wholly different birth date is no alert';
  return {
    title: `A real list, damaged queries and invented strangers${nameAlone ? ', name alone' : ''}`,
    note:
      `Each person of a published list asked twice, with simulated errors and as listed; ${strangers} invented ` +
      'strangers against every entry. The booth by its own judgement and limit; Jaro-Winkler on names, less ' +
      `${NEAR_COSTS} for a near birth date, at the threshold ${figures.peerThreshold.toFixed(3)} that gives it the booth's recall. ` +
      `On both sides ${rule}. Jaro-Winkler cannot read strangers in other scripts, so it cannot take them for anybody; ` +
      `in ${namesakes} of the booth's alarms the stranger bears the entry's whole name.`,
    rows: [...groups, ...[...figures.strangers.keys()].sort(), null].map((group) => row(figures, group)),
  };
}
