import { expect, test } from 'vitest';
import { DONE, FAILED, FOUND_NONE, FOUND_TWO, LISTS, LISTS_OLD, READY } from '../examples/administrator_views.ts';
import { aboutChange, aboutLists, aboutSearch } from './attention.ts';

const head = (view: typeof LISTS) => aboutLists(view).head.id;

test('of the lists the worst is said first', () => {
  expect(head(LISTS)).toBe('admin.lists.fresh');
  expect(head(LISTS_OLD)).toBe('admin.lists.expired');
  expect(head({ ...LISTS_OLD, lists: LISTS_OLD.lists.filter((list) => list.age !== 'EXPIRED') })).toBe(
    'admin.lists.aged',
  );
  expect(head({ ...LISTS, change: READY })).toBe('admin.change.READY');
  expect(head({ ...LISTS_OLD, change: READY })).toBe('admin.lists.expired');
  const gap = LISTS.lists.map((list) => ({ ...list, state: 'NEEDS_RELOAD' as const }));
  expect(head({ ...LISTS, lists: gap })).toBe('admin.lists.reload');
  expect(head({ ...LISTS, lists: [] })).toBe('admin.lists.none');
  expect(head({ ...LISTS_OLD, problem: 'LIST_STORE_DAMAGED' })).toBe('admin.lists.failed');
});

test('a search says how many, in how many lists and how long it took', () => {
  const took = (ms: number) => `${ms} ms`;
  expect(aboutSearch(FOUND_TWO, took, String).head).toEqual({
    id: 'admin.search.found',
    values: { count: 2, counted: '2', lists: 5, took: '1.8 ms' },
  });
  expect(aboutSearch(FOUND_NONE, took, String).head.id).toBe('admin.search.none');
});

test('a change names who ordered and who ended it, and why it failed', () => {
  expect(aboutChange(DONE).detail.values).toMatchObject({ by: '0666', second: '0667' });
  expect(aboutChange(FAILED).detail.id).toBe('admin.problem.LIST_FORMAT');
  expect(aboutChange({ ...FAILED, problem: 'SOMETHING_NEW' }).detail).toEqual({
    id: 'admin.problem.OTHER',
    values: { code: 'SOMETHING_NEW' },
  });
  expect(aboutChange(null).head.id).toBe('admin.change.begin');
});
