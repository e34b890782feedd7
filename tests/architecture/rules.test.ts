import { expect, it } from 'vitest';
import { rulesPage } from '../../docs/rules.ts';
import { readRoot } from './source_files.ts';

it('docs/rules.md is what the tables say (npm run rules writes it)', async () => {
  expect(readRoot('docs/rules.md')).toBe(await rulesPage());
});
