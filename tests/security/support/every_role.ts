import { hashPin } from '../../../core/api/pin.ts';
import { systemClock, systemIds } from '../../../core/booth.ts';
import { ROLES, type Role } from '../../../core/domain/access/role.ts';
import { keyFromFile } from '../../../core/storage/key_file.ts';
import { openStorage } from '../../../core/storage/open_storage.ts';

/** Somebody of this role and no other; the number is no demo officer's. */
export interface OfRole {
  readonly role: Role;
  readonly number: string;
  readonly pin: string;
}

/** One invented person a role, so that no role goes untried for want of a demo officer. */
export const EVERY_ROLE: readonly OfRole[] = ROLES.map((role, place) => ({
  role,
  number: `95${String(place).padStart(2, '0')}`,
  pin: '580580',
}));

/** Gives them accounts in a data folder that no booth has open. */
export async function makeEveryRole(directory: string): Promise<void> {
  const key = keyFromFile(directory, systemIds);
  if (!key.ok) throw new Error(key.error.code);
  const storage = await openStorage({ directory, key: key.value, clock: systemClock, ids: systemIds, terminal: 'A07' });
  if (!storage.ok) throw new Error(storage.error.code);
  const never = { failures: 0, lockedUntil: null, lastLoginAt: null, lastLoginLane: null };
  const pinHash = await hashPin('580580');
  for (const { number, role } of EVERY_ROLE) {
    const saved = await storage.value.accounts.save({ number, displayName: 'Mẫu', roles: [role], pinHash, ...never });
    if (!saved.ok) throw new Error(saved.error.code);
  }
  await storage.value.close();
}
