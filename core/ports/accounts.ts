import type { Role } from '../domain/access/role.ts';
import type { Result } from '../domain/result.ts';
import type { StorageProblem } from './records.ts';

/** A person who may use the booth. The PIN is kept only as an argon2id hash. */
export interface Account {
  readonly number: string;
  readonly displayName: string;
  readonly roles: readonly Role[];
  readonly pinHash: string;
  /** Wrong PINs in a row since the last good one. */
  readonly failures: number;
  /** Locked until this wall time (ms), or null. */
  readonly lockedUntil: number | null;
  readonly lastLoginAt: number | null;
  readonly lastLoginLane: string | null;
}

export interface Accounts {
  find(number: string): Promise<Result<Account | null, StorageProblem>>;
  save(account: Account): Promise<Result<void, StorageProblem>>;
  count(): Promise<Result<number, StorageProblem>>;
}
