import type { DeclarationRecord, PassengerList, RegisteredPaper } from '../domain/travel/advance.ts';

/** A row that could not be used; its place counts from 1, in lines of a text and in segments of an interchange. */
export interface RejectedPlace {
  readonly rejected: { readonly line: number; readonly reason: string };
}

/** What the readers of advance data give, one after the other. `taken back` names what is no longer valid. */
export type AdvanceRow =
  | { readonly visa: RegisteredPaper }
  | { readonly declaration: DeclarationRecord }
  | { readonly passengers: PassengerList }
  | { readonly takenBack: string }
  | RejectedPlace;

/** Thrown while rows are drawn: the whole file is of no use, or was given up. `detail` is a stable word and a place, never what stood there. */
export class AdvanceFileError extends Error {
  readonly code: 'ADVANCE_FILE_UNREADABLE' | 'ADVANCE_FILE_FORMAT' | 'ADVANCE_CANCELLED';

  constructor(code: AdvanceFileError['code'], detail: string) {
    super(detail);
    this.name = 'AdvanceFileError';
    this.code = code;
  }
}
