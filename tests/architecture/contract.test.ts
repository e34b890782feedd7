import { describe, expect, it } from 'vitest';
import type { CallMeta } from '../../contract/base.ts';
import { contract } from '../../contract/index.ts';
import { may, PERMISSIONS } from '../../core/domain/access/permissions.ts';

interface Call {
  readonly path: string;
  readonly meta: CallMeta;
}

/** Every call of the contract, with what stands beside it. */
function calls(node: object, path: readonly string[] = []): Call[] {
  if ('~orpc' in node) return [{ path: path.join('.'), meta: (node['~orpc'] as { meta: CallMeta }).meta }];
  return Object.entries(node).flatMap(([name, child]) => calls(child as object, [...path, name]));
}

describe('the contract', () => {
  const all = calls(contract);
  it('has calls', () => expect(all.length).toBeGreaterThan(15));
  it.each(all)('$path says which act it needs', ({ meta }) => {
    expect(meta.needs === 'WINDOW' || Object.hasOwn(PERMISSIONS, meta.needs ?? '')).toBe(true);
  });
  it('gives a technician nothing of a traveller', () => {
    const open = all.filter(({ meta }) => meta.needs !== 'WINDOW' && meta.needs !== null);
    const technicians = open.filter(
      ({ meta }) => meta.needs !== 'WINDOW' && may(['technician'], meta.needs ?? 'WORK_LANE'),
    );
    // What these answer is looked through for a traveller's data by tests/security/technician.test.ts.
    const elsewhere = technicians.filter(({ path }) => !path.startsWith('technician.'));
    expect(elsewhere.map(({ path }) => path)).toEqual([
      'access.watch',
      'access.registerKey',
      'access.removeKey',
      'devices.list',
    ]);
    const others = all.filter(({ path, meta }) => path.startsWith('technician.') && meta.needs !== 'MAINTAIN_DEVICES');
    expect(others).toEqual([]);
    expect(PERMISSIONS.MAINTAIN_DEVICES).toEqual(['technician']);
  });
  it("opens to a window without a sign-in only health, sign-in with its keys, the traveller's four moments and the dev dock", () => {
    const open = all.filter(({ meta }) => meta.needs === 'WINDOW' && meta.demoOnly !== true);
    expect(open.map(({ path }) => path)).toEqual([
      'session.watch',
      'session.signIn',
      'session.showKey',
      'session.registerKey',
      'session.keepKey',
      'session.signOut',
      'traveller.watch',
    ]);
  });
});
