/** A worked scenario of the counter: a person who comes or leaves, what is known of them, what is done and what must be seen. */

/** The holder of an invented passport; days count from today. */
export interface Holder {
  readonly nationality: string;
  /** Age in years; 40 where absent. */
  readonly age?: number;
  /** The passport is valid for so many days yet; 1500 where absent, below zero when it has expired. */
  readonly validDays?: number;
  /** `P` passport, `PD` diplomatic, `PO` official, `PL` laissez-passer ... (Doc 9303-4 4.2.2). */
  readonly documentCode?: string;
}

export interface Before {
  readonly direction: 'ARRIVAL' | 'DEPARTURE';
  readonly daysAgo: number;
  /** Days of the stay given then, the day of entry counted. */
  readonly stayDays?: number;
  /** With another passport of the same person, or on this very passport under another name. */
  readonly on?: 'older-passport' | 'other-name';
}

/** An entry of a list that names this person by document. */
export interface Listed {
  readonly kind: 'EXIT_SUSPENSION' | 'ENTRY_BAN' | 'WANTED' | 'LOST_STOLEN' | 'REVOKED';
  readonly legalGround?: string;
  readonly decision?: string;
  readonly fromDaysAgo?: number;
  /** Days until the entry lapses by itself; below zero: it has. */
  readonly toDays?: number | null;
  readonly informed?: boolean;
}

/** A visa in the booth's own copy of the register. */
export interface RegisteredVisa {
  readonly kind: 'VISA' | 'EVISA';
  readonly symbol: string;
  readonly fromDays: number;
  readonly toDays: number;
  readonly entries: 'single' | 'multiple';
  readonly used?: number;
}

/** A card in the booth's own copy of the register. */
export interface RegisteredCard {
  readonly kind: 'TRC' | 'PRC';
  readonly toDays: number;
}

export interface Declared {
  readonly purpose: string;
  readonly address: string;
  /** Given name of somebody declared along with the holder, of the same surname and nationality. */
  readonly along?: string;
}

/** One thing that the officer does or must see, all on the real screen. */
export type Step =
  /** Words in the attention zone. */
  | { readonly attention: string }
  /** Clear is open, or closed for the reason that its button shows. */
  | { readonly clear: 'open' | 'closed'; readonly says?: string }
  /** The proposal of a refusal is open or closed. */
  | { readonly refuse: 'open' | 'closed' }
  /** Words anywhere on the lane's screen. */
  | { readonly shows: string }
  | { readonly hides: string }
  /** A fact stated on F6: fields by name; a number in `days` is turned into a day from today. */
  | {
      readonly state: string;
      readonly fields: Readonly<
        Record<string, string | { readonly days: number }>
      > /** Who stands for it beside the officer. */;
      readonly by?: 'head' | 'supervisor';
    }
  /** The comparison answered: 1 same, 2 different (with a supervisor where one is asked for), 3 cannot decide. */
  | { readonly compare: '1' | '2' | '3' }
  | { readonly press: string }
  | { readonly decide: 'clear' | 'refer' | 'leave' }
  | { readonly propose: string; readonly decidedBy?: 'head' | 'supervisor' }
  | { readonly settleOverstay: 'paid' | 'unpaid'; readonly by: 'head' | 'supervisor' }
  /** The document that lies on the reader is read once more. */
  | { readonly again: true };

export interface Scenario {
  readonly id: string;
  /** The flow it walks and what is special. */
  readonly title: string;
  readonly direction: 'ARRIVAL' | 'DEPARTURE';
  readonly holder: Holder;
  readonly before?: readonly Before[];
  readonly listed?: readonly Listed[];
  readonly visa?: RegisteredVisa;
  readonly card?: RegisteredCard;
  readonly declared?: Declared;
  readonly steps: readonly Step[];
}
