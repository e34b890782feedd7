import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { parse as parseYaml } from 'yaml';

const folder = join(process.env.BOOTH_DATA ?? join(import.meta.dirname, '../../../shared/data'), 'names');

/** Whether the published pairs of names are there; they hold real names and are no part of the project. */
export const publishedNames = existsSync(folder);

function text(path: string): string {
  const bytes = readFileSync(join(folder, path));
  return (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
}

/** Two names and whether their makers call them one. */
export interface NamePair {
  readonly group: string;
  readonly a: string;
  readonly b: string;
  readonly isMatch: boolean;
}

const kindOf = (schema: string) => (schema === 'Person' ? 'persons' : 'organisations, vessels');

/** The hand-made and proposed pairs of nomenklatura's name benchmark. */
export function nameBench(): NamePair[] {
  const rows = parse(text('nomenklatura/name_bench_cases.csv'), { columns: true }) as Record<string, string>[];
  return rows.map((row) => ({
    group: `${row.case_group}, ${kindOf(row.schema ?? '')}`,
    a: row.name1 ?? '',
    b: row.name2 ?? '',
    isMatch: row.is_match === 'true',
  }));
}

interface Checked {
  readonly name?: string;
  readonly firstName?: string;
  readonly middleName?: string;
  readonly fatherName?: string;
  readonly lastName?: string;
}

function fullName(entity: Checked): string {
  const parts = [entity.firstName, entity.middleName, entity.fatherName, entity.lastName];
  return String(entity.name ?? parts.filter((part) => part).join(' '));
}

/** The pairs of nomenklatura's benchmark of entities. */
export function entityChecks(): NamePair[] {
  const { checks } = parseYaml(text('nomenklatura/entity_bench_checks.yml')) as {
    checks: { match: boolean; schema: string; query: Checked; candidate: Checked }[];
  };
  return checks.map((check) => ({
    group: `entity checks, ${kindOf(check.schema)}`,
    a: fullName(check.query),
    b: fullName(check.candidate),
    isMatch: check.match,
  }));
}

export interface Person {
  readonly name: string;
  /** YYYY or YYYY-MM-DD; damaged ones may be neither. */
  readonly birthDate: string;
  readonly sex: string;
  /** Two letters, or a country's name. */
  readonly nationality: string;
}

function persons(path: string): Person[] {
  return (parse(text(path), { columns: true }) as Record<string, string>[]).map((row) => ({
    name: row.full_name ?? '',
    birthDate: row.date_of_birth ?? '',
    sex: row.gender ?? '',
    nationality: row.nationality ?? '',
  }));
}

/** Listed persons, the same persons as damaged queries, and invented strangers. */
export function candidateBench() {
  return {
    listed: persons('yente-candidate-bench/positives_un_untreated.csv'),
    damaged: persons('yente-candidate-bench/positives_un_treated.csv'),
    strangers: persons('yente-candidate-bench/negatives_global.csv.gz'),
  };
}

/** A word in another script and its Latin partner. */
export interface WordPair {
  readonly native: string;
  readonly latin: string;
}

const wordPair = (native = '', latin = ''): WordPair => ({ native, latin });
const whole = (pair: WordPair) => pair.native !== '' && pair.latin !== '';
const lines = (path: string) => text(path).split('\n');

/** Words of persons' names in one script, each beside its Latin form: parts of names as people wrote them, with their errors. */
export function wordsOf(script: string): WordPair[] {
  return lines(`wikidata-translit/wd_${script}_16.tsv.gz`)
    .map((line) => line.split('\t'))
    .map(([latin, native]) => wordPair(native?.replaceAll(' ', ''), latin))
    .filter(whole);
}

export function arabicWords(): WordPair[] {
  return lines('google-ar2en/ar2en-eval.txt')
    .map((line) => line.split('\t'))
    .map(([native, latin]) => wordPair(native, latin))
    .filter(whole);
}

/** Whole names in many scripts. */
export function wholeNames(): WordPair[] {
  return lines('watchman/cross_script_pairs.csv')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split(','))
    .map(([native, latin]) => wordPair(native, latin));
}
