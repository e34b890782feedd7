import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { IntlProvider } from 'react-intl';
import { expect, test } from 'vitest';
import { clockText, dateText, momentText, stopwatchText, useFormats } from './formats.ts';
import { en, vi } from './messages.ts';

const AT = Date.UTC(2026, 10, 2, 1, 4, 7);
const MINUTE = 60_000;

/** What a format writes on a page of the given language. */
function shown(locale: 'vi' | 'en', write: (formats: ReturnType<typeof useFormats>) => string): string {
  const Page = () => write(useFormats());
  const messages = locale === 'vi' ? vi : en;
  return renderToStaticMarkup(createElement(IntlProvider, { locale, messages }, createElement(Page)));
}

test('dates stand as day, month, year; unknown parts as dashes', () => {
  expect(dateText('1989-03-14')).toBe('14/03/1989');
  expect(dateText('1989-03')).toBe('--/03/1989');
  expect(dateText('1989')).toBe('--/--/1989');
  expect(dateText('')).toBe('–');
});

test('times use 24 hours and two figures', () => {
  expect(clockText(AT, 'Asia/Ho_Chi_Minh')).toBe('08:04:07');
  expect(clockText(AT - 3_900_000, 'Asia/Ho_Chi_Minh').slice(0, 5)).toBe('06:59');
  expect(clockText(Date.UTC(2026, 10, 1, 17, 0, 0), 'Asia/Ho_Chi_Minh')).toBe('00:00:00');
  expect(momentText(AT, 'Asia/Ho_Chi_Minh')).toBe('02/11/2026 08:04');
  expect(momentText(AT, 'America/New_York')).toBe('01/11/2026 20:04');
  expect(stopwatchText(19_999)).toBe('00:19');
  expect(stopwatchText(61 * MINUTE)).toBe('61:00');
  expect(stopwatchText(-5)).toBe('00:00');
});

test('an age is told in its largest unit', () => {
  const ages = [0, 59_000, MINUTE, 89 * MINUTE, 90 * MINUTE, 71 * 60 * MINUTE, 72 * 60 * MINUTE];
  expect(ages.map((ms) => shown('vi', ({ age }) => age(ms)))).toEqual([
    'vừa xong',
    'vừa xong',
    '1 phút',
    '89 phút',
    '1 giờ 30',
    '71 giờ',
    '3 ngày',
  ]);
  expect(shown('en', ({ age }) => age(24 * 60 * MINUTE * 4))).toBe('4 days');
});

test('numbers: thin space in thousands, decimal comma in Vietnamese', () => {
  expect(shown('vi', ({ count }) => count(100_412))).toBe('100\u2009412');
  expect(shown('en', ({ count }) => count(999))).toBe('999');
  expect(shown('vi', ({ duration }) => duration(840))).toBe('0,8 s');
  expect(shown('en', ({ duration }) => duration(7.4))).toBe('7 ms');
  expect(shown('en', ({ duration }) => duration(840))).toBe('0.8 s');
});

test('States have names; Germany is D in an MRZ, and a code without a name stands for itself', () => {
  expect(shown('en', ({ country }) => country('VNM'))).toBe('Vietnam');
  expect(shown('en', ({ country }) => country('D'))).toBe('Germany');
  expect(shown('vi', ({ country }) => country('FRA'))).toBe('Pháp');
  expect(shown('vi', ({ country }) => country('UTO'))).toBe('UTO');
});
