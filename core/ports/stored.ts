/** Plain JSON, as it is stored. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

export type StorageProblemCode =
  | 'STORE_DAMAGED'
  | 'STORE_KEY_WRONG'
  | 'STORE_FULL'
  | 'STORE_READ_ONLY'
  | 'STORE_TOO_NEW'
  | 'STORE_BUSY'
  | 'STORE_IO';

export interface StorageProblem {
  readonly code: StorageProblemCode;
  /** Never holds personal data. */
  readonly detail: string;
}
