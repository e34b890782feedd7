export interface Invented {
  /** Running number; names the person. */
  readonly number: number;
  readonly nationality: string;
  readonly birth: string;
  /** What was planted with this person, or null for the honest. */
  readonly planted: Planted | null;
  /** Which ring of its kind. */
  readonly ring: number;
}

export const PLANTED = [
  'SPONSOR_RING',
  'PHONE_RING',
  'HOUSE_RING',
  'ESCORTED_RING',
  'COURIER',
  'DOCUMENT_PAIR',
  'TWO_DOCUMENTS',
  'TWO_PLACES',
  'CHILD_TAKER',
] as const;
export type Planted = (typeof PLANTED)[number];

/** One crossing before it becomes a record. Times are minutes since the first day. */
export interface Step {
  readonly minute: number;
  readonly who: Invented;
  readonly departs: boolean;
  readonly gate: string;
  readonly land: boolean;
  readonly document: string;
  /** Another spelling of the same name. */
  readonly spelling?: string;
  readonly outcome?: 'REFUSED' | 'NOT_PERMITTED';
  readonly over?: number;
  readonly listed?: boolean;
  readonly sponsor?: string | null;
  readonly phone?: string | null;
  readonly address?: string | null;
  readonly group?: string | null;
  readonly companions?: readonly Invented[];
}
