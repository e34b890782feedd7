import { sql as records } from './0001_records.ts';
import { sql as exclusions } from './0002_exclusions.ts';
import { sql as marks } from './0003_marks.ts';
import { sql as caseFiles } from './0004_case_files.ts';
import { sql as crossings } from './0005_crossings.ts';
import { sql as patterns } from './0006_patterns.ts';
import { sql as securityKeys } from './0007_security_keys.ts';

/** In order; the number of a migration is its place, from 1. Released ones never change. */
export const MIGRATIONS: readonly string[] = [records, exclusions, marks, caseFiles, crossings, patterns, securityKeys];
