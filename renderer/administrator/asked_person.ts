import type { SearchRequest } from '../../contract/watchlist_view.ts';

/** The fields of the search form, as they were typed. */
export interface AskedPerson {
  readonly name: string;
  readonly birthDate: string;
  readonly sex: '' | 'M' | 'F' | 'X';
  readonly nationality: string;
  readonly documentNumber: string;
  readonly issuer: string;
  readonly personalNumber: string;
}

export const NOBODY: AskedPerson = {
  name: '',
  birthDate: '',
  sex: '',
  nationality: '',
  documentNumber: '',
  issuer: '',
  personalNumber: '',
};

/** dd/mm/yyyy, mm/yyyy or yyyy as YYYY-MM-DD, YYYY-MM or YYYY; null for anything else. */
export function typedDate(text: string): string | null {
  const parts = text.trim().split(/[/.\- ]+/);
  const [year, month, day] = parts.reverse();
  if (parts.length > 3 || !/^\d{4}$/.test(year ?? '')) return null;
  if ([month, day].some((part) => part !== undefined && !/^\d{1,2}$/.test(part))) return null;
  const date = [year, month, day].filter((part) => part !== undefined).map((part) => part.padStart(2, '0'));
  const read = new Date(Date.UTC(Number(year), Number(month ?? 1) - 1, Number(day ?? 1)));
  const exists = read.getUTCMonth() === Number(month ?? 1) - 1 && read.getUTCDate() === Number(day ?? 1);
  return exists ? date.join('-') : null;
}

/** What to ask the booth for, or what is wrong with what was typed. */
export function requestOf(asked: AskedPerson): SearchRequest | 'NOTHING_ASKED' | 'DATE_UNREADABLE' {
  const date = asked.birthDate.trim() === '' ? '' : typedDate(asked.birthDate);
  if (date === null) return 'DATE_UNREADABLE';
  const given = { ...asked, birthDate: date };
  const typed = Object.entries(given).map(([field, value]) => [field, value.trim()] as const);
  const request = Object.fromEntries(typed.filter(([, value]) => value !== '')) as SearchRequest;
  const names = [request.name, request.documentNumber, request.personalNumber];
  return names.every((one) => one === undefined) ? 'NOTHING_ASKED' : request;
}
