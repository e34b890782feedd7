import type { FaultView, FlightView } from '../../contract/advance_view.ts';
import type { AdvanceForm } from '../../core/domain/travel/advance_questions.ts';
import { dateText } from '../i18n/formats.ts';
import type { MessageId } from '../i18n/preferences.tsx';
import type { Sentence } from '../i18n/sentence.ts';

/** Why a file was refused, in one sentence with the place in the file. */
export const faultSentence = ({ fault, unit, place }: FaultView): Sentence => ({
  id: `advance.fault.${fault}`,
  values: { unit: unit ?? 'none', place: place ?? 0 },
});

const ROWS = {
  NAME_MISSING: 'advance.row.NAME_MISSING',
  BIRTH_DATE_WRONG: 'advance.row.BIRTH_DATE_WRONG',
  NATIONALITY_WRONG: 'advance.row.NATIONALITY_WRONG',
  DOCUMENT_NUMBER_WRONG: 'advance.row.DOCUMENT_NUMBER_WRONG',
  DOCUMENT_NUMBER_TOO_LONG: 'advance.row.DOCUMENT_NUMBER_TOO_LONG',
  NOTHING_TO_KNOW_THE_PERSON_BY: 'advance.row.NOTHING_TO_KNOW_THE_PERSON_BY',
  PERSON_TWICE: 'advance.row.PERSON_TWICE',
  LINE_TOO_LONG: 'advance.row.LINE_TOO_LONG',
  ENCODING: 'advance.row.ENCODING',
  NOT_JSON: 'advance.row.NOT_JSON',
} as const satisfies Record<string, MessageId>;

const isKnown = (reason: string): reason is keyof typeof ROWS => Object.hasOwn(ROWS, reason);

/** Why a row could not be used; a field that was wrong is named as the form names it. */
export function rowSentence(reason: string): Sentence {
  if (isKnown(reason)) return { id: ROWS[reason] };
  return { id: 'advance.row.FIELD', values: { field: reason.replace(/ WRONG$/, '') } };
}

/** What a file most likely is, by its name; whoever brings it in has the last word. */
export function likelyForm(file: string): AdvanceForm {
  const name = file.toLowerCase();
  if (/visa|card|thi.?thuc/.test(name)) return 'visas';
  if (/decl|khai|pai/.test(name)) return 'declarations';
  return /\.json(\.gz)?$/.test(name) ? 'passengers-json' : 'passengers-paxlst';
}

/** A file's name where there is little room: its two ends tell it from others. */
export const shortName = (file: string): string =>
  file.length > 28 ? `${file.slice(0, 14)}…${file.slice(-12)}` : file;

/** YYYY-MM-DDTHH:MM, local to an airport, as dd/mm/yyyy hh:mm. */
export const flightMoment = (moment: string): string => `${dateText(moment.slice(0, 10))} ${moment.slice(11)}`;

/** The time of a flight at this gate: of its landing, but for flights that leave here. */
export const timeHere = ({ direction, departs, arrives }: FlightView): string =>
  direction === 'DEPARTURE' ? departs : (arrives ?? departs);
