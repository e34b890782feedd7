import { describe, expect, it } from 'vitest';
import { err, ok } from '../../core/domain/result.ts';
import { locatePcsc } from './locate_pcsc.ts';

const BOTH = ['Quay Dual (4711) ICC 00 00', 'Quay Dual (4711) PICC 01 00'];
const readers =
  (...names: string[]) =>
  async () =>
    ok(names);

describe('which reader is meant', () => {
  it.each([
    ['a part of the name', 'picc', BOTH, BOTH[1]],
    ['two parts', 'dual*picc', BOTH, BOTH[1]],
    ['signs that mean themselves', '(4711) P', BOTH, BOTH[1]],
    ['the whole name, where it begins another', 'Quay', ['Quay', 'Quay 2'], 'Quay'],
    ['nothing, where there is one', undefined, ['Quay'], 'Quay'],
  ])('%s', async (_what, pattern, names, wanted) => {
    expect(await locatePcsc(pattern, readers(...names))).toEqual({ ok: true, value: wanted });
  });

  it('does not guess between two', async () => {
    expect(await locatePcsc('Quay', readers(...BOTH))).toMatchObject({ ok: false, error: { code: 'DEVICE_REFUSED' } });
    expect(await locatePcsc(undefined, readers(...BOTH))).toMatchObject({ error: { code: 'DEVICE_REFUSED' } });
  });

  it('says absent when there is none, and passes on why nobody can be asked', async () => {
    expect(await locatePcsc('PICC', readers())).toMatchObject({ error: { code: 'DEVICE_ABSENT' } });
    const problem = { code: 'DEVICE_UNSUPPORTED', detail: 'no service' } as const;
    expect(await locatePcsc('PICC', async () => err(problem))).toEqual({ ok: false, error: problem });
  });
});
