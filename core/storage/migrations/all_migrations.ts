import { sql as records } from './0001_records.ts';

/** In order; the number of a migration is its place, from 1. Released ones never change. */
export const MIGRATIONS: readonly string[] = [records];
