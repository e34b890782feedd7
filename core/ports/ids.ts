/** The only source of identifiers and randomness. */
export interface Ids {
  /** A new unique identifier (UUID v4 text). */
  uuid(): string;
  /** Cryptographically strong random bytes. */
  bytes(length: number): Uint8Array;
}
