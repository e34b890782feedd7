import type { KeyUse, SecurityKey } from '../ports/security_keys.ts';
import type { EncryptedDatabase } from './encrypted_database.ts';

/** The security keys of people. Every function may throw SqliteError. */
export function securityKeyStore(database: EncryptedDatabase) {
  const of = database.prepare<[string], SecurityKey>(
    `SELECT id, number, name, public_key AS publicKey, counter, registered_at AS registeredAt,
       confirmed_by AS confirmedBy, last_used_at AS lastUsedAt
     FROM security_keys WHERE number = ? ORDER BY registered_at, id`,
  );
  const add = database.prepare<[SecurityKey]>(
    `INSERT INTO security_keys
     VALUES (@id, @number, @name, @publicKey, @counter, @registeredAt, @confirmedBy, @lastUsedAt)`,
  );
  const used = database.prepare<[KeyUse]>(
    `UPDATE security_keys SET counter = @counter, last_used_at = @at
     WHERE id = @id AND (counter < @counter OR (counter = 0 AND @counter = 0))`,
  );
  const remove = database.prepare<[string]>('DELETE FROM security_keys WHERE id = ?');
  return {
    of: (number: string): readonly SecurityKey[] => of.all(number),
    /** A key that is known stays whose it is: adding it again is an error. */
    add: (key: SecurityKey) => void add.run(key),
    used: (use: KeyUse): boolean => used.run(use).changes === 1,
    remove: (id: string) => void remove.run(id),
  };
}
