/**
 * The part of the package `smartcard` that is used here. Declared, because it is optional: where it could not be built the
 * types must still hold (`paths` in tsconfig.base.json).
 */

export interface Card {
  transmit(command: Buffer, options?: { readonly maxRecvLength?: number }): Promise<Buffer>;
  reconnect(shareMode: number, protocols: number, initialization: number): Promise<number>;
  disconnect(disposition: number): void;
}
export interface Reader {
  readonly name: string;
  connect(shareMode: number, protocols: number): Promise<Card>;
}
export interface ReaderState {
  readonly name: string;
  readonly state: number;
  readonly atr?: Buffer | null;
}
export declare class Context {
  listReaders(): Reader[];
  /** An empty list after `timeoutMs`, null after `cancel`. */
  waitForChange(readers: readonly ReaderState[], timeoutMs: number): Promise<ReaderState[] | null>;
  cancel(): void;
  close(): void;
}
export declare const SCARD_SHARE_EXCLUSIVE: number;
export declare const SCARD_PROTOCOL_T0: number;
export declare const SCARD_PROTOCOL_T1: number;
export declare const SCARD_RESET_CARD: number;
export declare const SCARD_STATE_CHANGED: number;
export declare const SCARD_STATE_IGNORE: number;
export declare const SCARD_STATE_MUTE: number;
export declare const SCARD_STATE_PRESENT: number;
export declare const SCARD_STATE_UNAVAILABLE: number;
export declare const SCARD_STATE_UNKNOWN: number;
