import codes from 'i18n-iso-countries/codes.json';
import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import { type Translate, useText } from './text.tsx';

const two = (value: number): string => String(value).padStart(2, '0');

/** YYYY-MM-DD, YYYY-MM or YYYY as dd/mm/yyyy, with the unknown parts as dashes. */
export function dateText(date: string): string {
  if (date === '') return '–';
  const [year, month, day] = date.split('-');
  return `${day ?? '--'}/${month ?? '--'}/${year}`;
}

/** The parts of a moment at the gate, two figures each. */
function partsAt(at: number, timeZone: string): Record<string, string> {
  const format = new Intl.DateTimeFormat('en-GB', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  return Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
}

/** hh:mm:ss at the gate. */
export function clockText(at: number, timeZone: string): string {
  const { hour, minute, second } = partsAt(at, timeZone);
  return `${hour}:${minute}:${second}`;
}

/** dd/mm/yyyy at the gate. */
export function dayText(at: number, timeZone: string): string {
  const { day, month, year } = partsAt(at, timeZone);
  return `${day}/${month}/${year}`;
}

/** dd/mm/yyyy hh:mm at the gate. */
export function momentText(at: number, timeZone: string): string {
  const { day, month, year, hour, minute } = partsAt(at, timeZone);
  return `${day}/${month}/${year} ${hour}:${minute}`;
}

/** m:ss of a length of time. */
export function stopwatchText(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  return `${two(Math.floor(seconds / 60))}:${two(seconds % 60)}`;
}

/** An age in the largest unit that tells it: seconds are "now". */
function ageText(t: Translate, ms: number): string {
  const minutes = Math.floor(Math.max(0, ms) / 60_000);
  if (minutes < 1) return t('age.now');
  if (minutes < 90) return t('age.minutes', { count: minutes });
  const hours = Math.floor(minutes / 60);
  if (hours < 10) return t('age.hoursMinutes', { hours, minutes: two(minutes % 60) });
  return hours < 72 ? t('age.hours', { count: hours }) : t('age.days', { count: Math.floor(hours / 24) });
}

const ALPHA2 = new Map((codes as [string, string, string, string][]).map(([alpha2, alpha3]) => [alpha3, alpha2]));

/** Formats that follow the chosen language. */
export function useFormats() {
  const intl = useIntl();
  const t = useText();
  return useMemo(() => {
    const languages = new Intl.DisplayNames([intl.locale], { type: 'language' });
    const regions = new Intl.DisplayNames([intl.locale], { type: 'region' });
    return {
      age: (ms: number) => ageText(t, ms),
      /** Groups parted by a thin space, in both languages alike. */
      count: (value: number) => String(value).replace(/\B(?=(\d{3})+$)/g, '\u2009'),
      /** How long something took: in milliseconds below a tenth of a second. */
      duration: (ms: number) =>
        ms < 100 ? `${Math.round(ms)} ms` : `${intl.formatNumber(ms / 1000, { maximumFractionDigits: 1 })} s`,
      /** How long an answer took, where a tenth of a millisecond matters. */
      answerTime: (ms: number) => `${intl.formatNumber(ms, { maximumFractionDigits: ms < 10 ? 1 : 0 })} ms`,
      /** The size of a file, in the largest unit that tells it. */
      bytes: (size: number) => {
        const step = size < 1000 ? 0 : size < 1_000_000 ? 1 : size < 1_000_000_000 ? 2 : 3;
        const unit = ['byte', 'kB', 'MB', 'GB'][step] ?? '';
        return `${intl.formatNumber(size / 1000 ** step, { maximumFractionDigits: step === 0 ? 0 : 1 })} ${unit}`;
      },
      /** The name of a language by its code of ISO 639-1. */
      language: (code: string) => languages.of(code) ?? code,
      /** The name of a State by its code in the MRZ; a code without a name stands for itself. */
      country: (code: string) => {
        const alpha2 = ALPHA2.get(code === 'D' ? 'DEU' : code);
        return alpha2 === undefined ? code : (regions.of(alpha2) ?? code);
      },
    };
  }, [intl, t]);
}
