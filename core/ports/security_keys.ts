import type { Result } from '../domain/result.ts';
import type { StorageProblem } from './records.ts';

/** A security key of a person. Its private half never leaves it. */
export interface SecurityKey {
  /** Its credential id, base64url. */
  readonly id: string;
  /** Whose account it belongs to. */
  readonly number: string;
  /** As its holder calls it. */
  readonly name: string;
  /** COSE key, base64url. */
  readonly publicKey: string;
  /** How often it said it had signed, last time; 0 for one that does not count. */
  readonly counter: number;
  readonly registeredAt: number;
  readonly confirmedBy: string;
  readonly lastUsedAt: number | null;
}

/** One use of a key. */
export interface KeyUse {
  readonly id: string;
  readonly counter: number;
  readonly at: number;
}

/** Where they are kept, beside the accounts. */
export interface SecurityKeys {
  of(number: string): Promise<Result<readonly SecurityKey[], StorageProblem>>;
  /** Refused by the store where the key is known already, whoever's it is. */
  add(key: SecurityKey): Promise<Result<void, StorageProblem>>;
  /** Takes down what it counts after it has signed; false when it has counted as far meanwhile, at another window perhaps. */
  used(use: KeyUse): Promise<Result<boolean, StorageProblem>>;
  remove(id: string): Promise<Result<void, StorageProblem>>;
}

/** What a window hands to its browser engine: JSON of the Web Authentication standard. */
export type CeremonyOptions = Readonly<Record<string, unknown>>;

/** An answer is believed only for this very question, asked of the page of this origin. */
export interface CeremonyQuestion {
  /** base64url. */
  readonly challenge: string;
  readonly origin: string;
}

/** The cryptography of security keys. User verification (the key's own PIN or finger) is always required. */
export interface KeyCeremony {
  registrationOptions(asked: {
    readonly challenge: string;
    readonly number: string;
    readonly known: readonly SecurityKey[];
  }): Promise<CeremonyOptions>;
  /** The new key out of the engine's answer, or null when it is not to be believed. */
  registered(
    question: CeremonyQuestion,
    response: unknown,
  ): Promise<Pick<SecurityKey, 'id' | 'publicKey' | 'counter'> | null>;
  signInOptions(asked: {
    readonly challenge: string;
    readonly known: readonly SecurityKey[];
  }): Promise<CeremonyOptions>;
  /** What the key counts now, or null when the answer is not to be believed. Whether that is sound is the caller's to judge. */
  signed(question: CeremonyQuestion, response: unknown, key: SecurityKey): Promise<number | null>;
}
