import type { Page } from '@playwright/test';
import { checkDigit } from '../../core/domain/mrz/characters.ts';

/** An invented person with a passport, as the MRZ has them. Days are YYYY-MM-DD. */
interface Invented {
  readonly state: string;
  readonly name: string;
  readonly number: string;
  readonly born: string;
  readonly expires: string;
  readonly personalNumber?: string;
}

const short = (day: string): string => day.slice(2).replaceAll('-', '');
const filled = (text: string, length: number): string => text.padEnd(length, '<').slice(0, length);
const checked = (text: string): string => `${text}${checkDigit(text) ?? 0}`;

/** The two lines of a passport (ICAO Doc 9303 part 4). */
function passportLines({ state, name, number, born, expires, personalNumber = '' }: Invented): readonly string[] {
  const document = checked(filled(number, 9));
  const birth = checked(short(born));
  const end = checked(short(expires));
  const personal = checked(filled(personalNumber, 14));
  const all = checkDigit(`${document}${birth}${end}${personal}`) ?? 0;
  return [filled(`P<${state}${name}`, 44), `${document}${state}${birth}F${end}${personal}${all}`];
}

/** A day so many days from today at the gate, as YYYY-MM-DD. */
export function dayFromToday(days: number): string {
  const today = new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh' });
  return new Date(Date.parse(`${today}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** The same as officers type it. */
export const typedDay = (days: number): string => dayFromToday(days).split('-').reverse().join('/');

/** Types a passport in by hand (F5), twice, as the booth wants it. */
export async function typeIn(page: Page, person: Invented): Promise<void> {
  const lines = passportLines(person).join('\n');
  await page.keyboard.press('F5');
  await page.getByLabel('First time').fill(lines);
  await page.getByLabel('Second time').fill(lines);
  await page.keyboard.press('Control+Enter');
  await page.getByTestId('document-number').waitFor();
}
