import type { Role } from '../domain/access/role.ts';
import type { Account } from '../ports/accounts.ts';
import type { EncryptedDatabase } from './encrypted_database.ts';

interface AccountRow {
  readonly number: string;
  readonly display_name: string;
  readonly roles: string;
  readonly pin_hash: string;
  readonly failures: number;
  readonly locked_until: number | null;
  readonly last_login_at: number | null;
  readonly last_login_lane: string | null;
}

function account(row: AccountRow): Account {
  return {
    number: row.number,
    displayName: row.display_name,
    roles: JSON.parse(row.roles) as Role[],
    pinHash: row.pin_hash,
    failures: row.failures,
    lockedUntil: row.locked_until,
    lastLoginAt: row.last_login_at,
    lastLoginLane: row.last_login_lane,
  };
}

/** The people who may use the booth. Every function may throw SqliteError. */
export function accountStore(database: EncryptedDatabase) {
  const find = database.prepare<[string], AccountRow>('SELECT * FROM accounts WHERE number = ?');
  const save = database.prepare<[AccountRow]>(
    `INSERT OR REPLACE INTO accounts
     VALUES (@number, @display_name, @roles, @pin_hash, @failures, @locked_until, @last_login_at, @last_login_lane)`,
  );
  const count = database.prepare<[], number>('SELECT count(*) FROM accounts').pluck();
  return {
    find(number: string): Account | null {
      const row = find.get(number);
      return row ? account(row) : null;
    },
    save: (saved: Account) =>
      void save.run({
        number: saved.number,
        display_name: saved.displayName,
        roles: JSON.stringify(saved.roles),
        pin_hash: saved.pinHash,
        failures: saved.failures,
        locked_until: saved.lockedUntil,
        last_login_at: saved.lastLoginAt,
        last_login_lane: saved.lastLoginLane,
      }),
    count: () => count.get() ?? 0,
  };
}
