import { expect, it } from 'vitest';
import { FOUR_EYES } from '../../core/domain/access/four_eyes.ts';
import { accessPage } from '../../docs/access.ts';
import { contractCalls } from '../security/support/contract_calls.ts';
import { readRoot } from './source_files.ts';

it('who may do what is what docs/access.md says (npm run access writes it)', () => {
  const page = accessPage();
  expect(readRoot('docs/access.md')).toBe(page);
  for (const { name } of contractCalls) expect(page).toContain(`\`${name}\``);
});

it('every call of two persons is a call of the contract', () => {
  const names = contractCalls.map(({ name }) => name);
  for (const { calls } of FOUR_EYES) for (const { call } of calls) expect(names).toContain(call);
});
