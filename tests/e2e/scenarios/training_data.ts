import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { addDays } from '../../../core/domain/entry/calendar.ts';
import { printMrz } from '../../../core/domain/mrz/print.ts';
import { gateDay } from '../../../core/settings/gate_day.ts';
import type { Before, Holder, Listed, Scenario } from './scenario.ts';

export const TODAY = gateDay(Date.now(), 'Asia/Ho_Chi_Minh');
export const dayIn = (days: number): string => addDays(TODAY, days);

const yymmdd = (day: string): string => day.slice(2).replaceAll('-', '');
const SYLLABLES = [
  'BA',
  'DO',
  'FI',
  'GU',
  'KE',
  'LO',
  'MI',
  'NU',
  'PA',
  'RE',
  'SO',
  'TU',
  'VE',
  'ZA',
  'XI',
  'QUO',
  'HY',
];

/** A number that has nothing of the place it is drawn from: neighbours are as far apart as any two (xorshift). */
function scattered(place: number, salt: number): number {
  let value = (place + 1) * 2_654_435_761 + salt * 40_503;
  value ^= value << 13;
  value ^= value >>> 17;
  value ^= value << 5;
  return value >>> 0;
}

/** Names that no two scenarios share or nearly share, so that nobody is taken for another. */
function nameOf(place: number, salt: number): string {
  const drawn = scattered(place, salt);
  return [0, 4, 9, 14].map((shift) => SYLLABLES[(drawn >>> shift) % SYLLABLES.length]).join('');
}

export interface Paper {
  readonly lines: readonly string[];
  readonly number: string;
  readonly birthDate: string;
  readonly surname: string;
  readonly givenNames: string;
}

/** The passport of somebody nobody has seen before; the place of the scenario makes name and number its own. */
export function paperOf({ holder, listed = [] }: Scenario, place: number, other?: Before['on']): Paper {
  // Whoever stands on a list is of another generation than all others.
  const {
    nationality,
    age = listed.length > 0 ? 62 : 40,
    validDays = 1500,
    documentCode = nationality === 'VNM' ? 'PN' : 'P',
  } = holder;
  const number = `${nationality === 'VNM' ? 'X' : 'T'}${String(scattered(place, other === 'older-passport' ? 6 : 5) % 10_000_000).padStart(7, '0')}`;
  // Some months past the birthday, each on a day of its own: no scenario turns on the day on which it runs.
  const birthDate = dayIn(-Math.round(365.25 * age) - 100 - place);
  const surname = nameOf(place, other === 'other-name' ? 4 : 3);
  const givenNames = nameOf(place, 7);
  const printed = printMrz('TD3', {
    ...{ documentCode, issuer: nationality, nationality, documentNumber: number, sex: 'F', surname, givenNames },
    ...{ birthDate: yymmdd(birthDate), expiryDate: yymmdd(dayIn(validDays)) },
    optionalData: nationality === 'VNM' ? `0011${String(scattered(place, 9) % 100_000_000).padStart(8, '0')}` : '',
  });
  if (!printed.ok) throw new Error(`${printed.error.code} in scenario ${place}`);
  return { lines: printed.value, number, birthDate, surname, givenNames };
}

/** Names a list of its own for every kind, so that none of the demo's is replaced. */
const listOf = (kind: Listed['kind']): string => `training-${kind.toLowerCase().replaceAll('_', '-')}`;

function entryOf(listed: Listed, { nationality }: Holder, paper: Paper, id: string) {
  const { kind, legalGround, decision, fromDaysAgo = 30, toDays = 300, informed } = listed;
  const document = { number: paper.number, issuer: nationality };
  if (kind === 'LOST_STOLEN' || kind === 'REVOKED')
    return { id, names: [], documents: [{ ...document, status: kind === 'REVOKED' ? 'REVOKED' : 'STOLEN' }] };
  return {
    ...{ id, names: [{ surname: paper.surname, givenNames: paper.givenNames }], birthDate: paper.birthDate, sex: 'F' },
    ...{ nationalities: [nationality], documents: [document], action: 'STOP', authority: 'Đơn vị Mẫu' },
    ...(decision === undefined ? {} : { decision }),
    ...(legalGround === undefined ? {} : { legalGround }),
    ...(informed === undefined ? {} : { personInformed: informed }),
    validFrom: dayIn(-fromDaysAgo),
    ...(toDays === null ? {} : { validTo: dayIn(toDays) }),
  };
}

const jsonLines = (rows: readonly object[]): string => rows.map((row) => `${JSON.stringify(row)}\n`).join('');

/** The other papers on which the person of a scenario crossed before. */
const others = ({ before = [] }: Scenario) => [...new Set(before.flatMap(({ on }) => (on === undefined ? [] : [on])))];

const documentOf = ({ id, title }: Scenario, suffix: string, { lines }: Paper) => ({
  ...{ id: `s-${id}${suffix}`, title: { vi: title, en: title }, kind: 'scenario', lines },
});

/** Lays what the scenarios need into a data folder: documents of the dock, past crossings, lists, visas, declarations. */
export function layTrainingData(directory: string, scenarios: readonly Scenario[]): void {
  const training = join(directory, 'training');
  mkdirSync(join(training, 'watchlists'), { recursive: true });
  const papers = new Map(scenarios.map((one, place) => [one.id, paperOf(one, place)] as const));
  const paper = (id: string): Paper => papers.get(id) as Paper;
  const write = (name: string, value: unknown) => writeFileSync(join(training, name), JSON.stringify(value));
  write(
    'documents.json',
    scenarios.flatMap((one, place) => [
      documentOf(one, '', paper(one.id)),
      ...others(one).map((other) => documentOf(one, `-${other}`, paperOf(one, place, other))),
    ]),
  );
  write(
    'crossings.json',
    scenarios.flatMap(({ id, before = [] }) =>
      before.map(({ direction, daysAgo, stayDays = 45, on }, nth) => ({
        ...{
          document: on === undefined ? `s-${id}` : `s-${id}-${on}`,
          direction,
          daysAgo,
          stayDays,
          recordNumber: `A03-${id}-${nth}`,
        },
      })),
    ),
  );
  const entries = scenarios.flatMap(({ id, holder, listed = [] }) =>
    listed.map((one, nth) => ({ kind: one.kind, entry: entryOf(one, holder, paper(id), `S-${id}-${nth}`) })),
  );
  const kinds = [...new Set(entries.map(({ kind }) => kind))];
  for (const kind of kinds) {
    const rows = entries.filter((one) => one.kind === kind).map(({ entry }) => entry);
    writeFileSync(join(training, 'watchlists', `${listOf(kind)}.jsonl`), jsonLines(rows));
  }
  write(
    'lists.json',
    kinds.map((kind) => ({
      ...{ list: listOf(kind), kind, file: `${listOf(kind)}.jsonl`, agedAfterHours: 12, expiredAfterHours: 24 },
    })),
  );
  layAdvanceData(directory, scenarios, paper);
}

/** Visas and declarations as the registers would send them. */
function layAdvanceData(directory: string, scenarios: readonly Scenario[], paper: (id: string) => Paper): void {
  const holderOf = ({ id, holder }: Scenario) => {
    const { surname, givenNames, birthDate, number } = paper(id);
    const { nationality } = holder;
    return { surname, givenNames, birthDate, nationality, documentNumber: number, issuer: nationality };
  };
  const alongWith = (one: Scenario, givenNames: string) => ({
    ...{ ...holderOf(one), givenNames, birthDate: '1985-03-04', documentNumber: `L-${one.id}`.toUpperCase() },
  });
  const cards = scenarios.flatMap((one) =>
    one.card === undefined
      ? []
      : [
          {
            ...{ kind: one.card.kind, number: `C-${one.id}`.toUpperCase(), validTo: dayIn(one.card.toDays) },
            holder: holderOf(one),
          },
        ],
  );
  const visas = scenarios.flatMap((one) =>
    one.visa === undefined
      ? []
      : [
          {
            ...{ kind: one.visa.kind, number: `V-${one.id}`.toUpperCase(), symbol: one.visa.symbol },
            ...{ validFrom: dayIn(one.visa.fromDays), validTo: dayIn(one.visa.toDays), entries: one.visa.entries },
            ...{ usedEntries: one.visa.used ?? 0, holder: holderOf(one) },
          },
        ],
  );
  const declarations = scenarios.flatMap((one) =>
    one.declared === undefined
      ? []
      : [
          {
            ...{ code: `D-${one.id}`.toUpperCase(), filedAt: new Date().toISOString(), validTo: dayIn(3) },
            ...{ holder: holderOf(one), purpose: one.declared.purpose, address: one.declared.address },
            ...(one.declared.along === undefined ? {} : { members: [alongWith(one, one.declared.along)] }),
          },
        ],
  );
  writeFileSync(join(directory, 'training', 'visas.jsonl'), jsonLines([...visas, ...cards]));
  writeFileSync(join(directory, 'training', 'declarations.jsonl'), jsonLines(declarations));
}
