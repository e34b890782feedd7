import { sql as records } from './0001_records.ts';
import { sql as exclusions } from './0002_exclusions.ts';
import { sql as marks } from './0003_marks.ts';

/** In order; the number of a migration is its place, from 1. Released ones never change. */
export const MIGRATIONS: readonly string[] = [records, exclusions, marks];
