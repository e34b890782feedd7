/** What may be wrong with a file of advance data, as people are told it. */
export const FILE_FAULTS = [
  'NOT_THIS_FORM',
  'CUT_OFF',
  'COUNT_WRONG',
  'REFERENCE_WRONG',
  'OUT_OF_ORDER',
  'NO_FLIGHT',
  'OTHER_LIST',
  'ENCODING',
  'FIELD_WRONG',
  'TOO_LONG',
  'DAMAGED',
  'EMPTY',
  'UNREADABLE',
  'CANCELLED',
  'STORE',
] as const;
export type FileFault = (typeof FILE_FAULTS)[number];

const FAULT_OF: Readonly<Record<string, FileFault>> = {
  NOT_EDIFACT: 'NOT_THIS_FORM',
  NOT_PAXLST: 'NOT_THIS_FORM',
  NO_UNB: 'NOT_THIS_FORM',
  WRONG_ADVICE: 'NOT_THIS_FORM',
  NOT_JSON: 'NOT_THIS_FORM',
  NOT_AS_DOCUMENTED: 'NOT_THIS_FORM',
  CUT_OFF: 'CUT_OFF',
  NO_SEGMENT_TAG: 'OUT_OF_ORDER',
  MESSAGE_NOT_ENDED: 'OUT_OF_ORDER',
  SEGMENT_OUT_OF_PLACE: 'OUT_OF_ORDER',
  AFTER_THE_END: 'OUT_OF_ORDER',
  NO_FLIGHT: 'NO_FLIGHT',
  NO_FLIGHT_DATE: 'NO_FLIGHT',
  LIST_KIND_UNKNOWN: 'OTHER_LIST',
  CHARACTER_SET_UNKNOWN: 'ENCODING',
  ENCODING: 'ENCODING',
  ENCODING_UTF_16: 'ENCODING',
  SEGMENT_TOO_LONG: 'TOO_LONG',
  MESSAGE_TOO_LONG: 'TOO_LONG',
  TOO_LONG: 'TOO_LONG',
  GZIP_RATIO: 'TOO_LONG',
  EMPTY: 'EMPTY',
};

function faultOf(word: string): FileFault {
  const known = Object.hasOwn(FAULT_OF, word) ? FAULT_OF[word] : undefined;
  if (known !== undefined) return known;
  if (word.endsWith('COUNT_WRONG')) return 'COUNT_WRONG';
  if (word.endsWith('REFERENCE_WRONG')) return 'REFERENCE_WRONG';
  return word.endsWith(' WRONG') ? 'FIELD_WRONG' : 'DAMAGED';
}

/** A fault with its place, made of what a reader said. `word` is a stable word of the reader, never what stood in the file. */
export interface PlacedFault {
  readonly fault: FileFault;
  readonly unit: 'segment' | 'line' | null;
  readonly place: number | null;
  readonly word: string;
}

/** What a problem of taking a file in means. Details of the store and the disk, which may name paths, are left out. */
export function placedFault({ code, detail }: { readonly code: string; readonly detail: string }): PlacedFault {
  const whole = { unit: null, place: null, word: code };
  if (code === 'ADVANCE_CANCELLED') return { fault: 'CANCELLED', ...whole };
  if (code === 'ADVANCE_FILE_UNREADABLE') return { fault: 'UNREADABLE', ...whole };
  if (code !== 'ADVANCE_FILE_FORMAT') return { fault: 'STORE', ...whole };
  const [, said = '', unit, place] = /^([A-Za-z0-9_. ]{1,80}?)(?: at (segment|line) (\d{1,9}))?$/.exec(detail) ?? [];
  const fault = faultOf(said);
  const word = said === '' ? code : said;
  if ((unit !== 'segment' && unit !== 'line') || place === undefined) return { fault, unit: null, place: null, word };
  return { fault, unit, place: Number(place), word };
}
