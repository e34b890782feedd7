/** What an officer has at the counter and answers for (domain D3.10 point 4). */
export interface Counters {
  /** First and last serial number of the stamps. */
  readonly stampsFrom: string;
  readonly stampsTo: string;
  readonly forms: number;
  readonly seals: number;
  /** Cash and fine receipts, as numbered papers. */
  readonly receipts: number;
}

/** What the system lists at a hand-over, so that nothing is left without an owner. */
export const ITEM_KINDS = [
  'OPEN_CASE',
  'SECOND_LINE',
  'REFUSAL',
  'OVERSTAY',
  'INCIDENT',
  'DEVICE',
  'LIST',
  'CONNECTION',
  'POSTURE',
  'UNSYNCHRONISED',
  'SERVICE',
  'INSTRUCTION',
] as const;
export type ItemKind = (typeof ITEM_KINDS)[number];

/** One matter that passes from hand to hand. `owner` is an officer number, null where the lane itself has it. */
export interface HandOverItem {
  readonly id: string;
  readonly kind: ItemKind;
  /** A record number, a device, the kind of a list: never a name. */
  readonly subject: string;
  /** Its state as a code. */
  readonly state: string;
  readonly owner: string | null;
  readonly since: number;
}

/** What the incoming officer said of an item; a refused one needs a reason and stays with the one who goes. */
export interface ItemAnswer {
  readonly item: string;
  readonly accepted: boolean;
  readonly reason: string;
  readonly at: number;
}

export interface HandOver {
  readonly openedAt: number;
  readonly items: readonly HandOverItem[];
  readonly answers: readonly ItemAnswer[];
  readonly instructions: string;
  /** The counters as they are handed over. */
  readonly counters: Counters;
}

/** One officer's shift on a lane; plain JSON, stored after every step. */
export interface ShiftFile {
  readonly officer: string;
  readonly displayName: string;
  readonly shift: '1' | '2' | '3';
  readonly startedAt: number;
  readonly counters: Counters;
  readonly handOver: HandOver | null;
  readonly ended: {
    readonly at: number;
    readonly kind: 'HANDED_OVER' | 'CLOSED';
    /** Who has the lane now; null where it was closed. */
    readonly to: string | null;
    readonly counters: Counters;
  } | null;
}
