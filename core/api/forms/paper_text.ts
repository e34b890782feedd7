import codes from 'i18n-iso-countries/codes.json' with { type: 'json' };
import { legalSource } from '../../domain/entry/legal_source.ts';
import type { FormLanguage } from '../../domain/forms/form_kinds.ts';
import { type Form, type FormText, saidIn } from '../../forms/form_template.ts';
import { gateDay } from '../../settings/gate_day.ts';
import type { LaneContext } from '../lane_context.ts';

/** A paper being filled: its words, its language, and the gate's own time zone. */
export interface Writing {
  readonly form: Form;
  readonly language: FormLanguage;
  readonly timeZone: string;
}

const ALPHA2 = new Map((codes as [string, string, string, string][]).map(([alpha2, alpha3]) => [alpha3, alpha2]));

/** 2026-11-22 as 22/11/2026. */
export const dayText = (day: string): string => day.split('-').reverse().join('/');
export const dong = (vnd: number): string => `${String(vnd).replace(/\B(?=(\d{3})+$)/g, '.')} VND`;
export const filled = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
export const say = ({ language }: Writing, text: FormText): string => saidIn(text, language);

/** Day and hour in the gate's own time. */
export function momentText(at: number, { timeZone }: Writing): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    ...{ timeZone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' },
  });
  return parts.format(at).replace(',', '');
}

/** The moment of the act in the opening of minutes, in Vietnamese the way minutes say it. */
export function madeText(at: number, writing: Writing): string {
  const [day = '', time = ''] = momentText(at, writing).split(' ');
  const [hour, minute] = time.split(':');
  return writing.language === 'vi' ? `${hour} giờ ${minute} phút, ngày ${day}` : `${day} ${time}`;
}

/** Sources of law as the rules name them, in the language of the paper. */
export const lawText = (sources: readonly string[], { language }: Writing): string =>
  sources.map((source) => legalSource(source, language)).join('; ');

/** A State by its name and the code of its documents; a code without a name stands alone. */
export function stateText(code: string, { language }: Writing): string {
  const alpha2 = ALPHA2.get(code === 'D' ? 'DEU' : code);
  const name = alpha2 === undefined ? undefined : new Intl.DisplayNames([language], { type: 'region' }).of(alpha2);
  return name === undefined ? code : `${name} (${code})`;
}

/** So many days, as the language counts them. */
export function daysText(n: number, language: FormLanguage, { form }: Writing): string {
  const forms = form.words.days[language] ?? form.words.days.vi;
  return filled(forms?.[new Intl.PluralRules(language).select(n)] ?? forms?.other ?? '{n}', { n });
}

/** The word for a code of the record; the code itself where there is none. */
export function codeText(group: string, code: string, writing: Writing): string {
  const text = writing.form.codes[group]?.[code];
  return text === undefined ? code : say(writing, text);
}

/** The officer under whose number something was done. */
export const officerText = (by: string, writing: Writing): string =>
  filled(say(writing, writing.form.words.officer), { by });

/** Who makes a paper, where, and the day of the act that it tells of. */
export function madeAt({ settings }: LaneContext, at: number, { language }: Writing) {
  const { gate: names, timeZone } = settings.lane;
  const gate = language === 'vi' ? names.vi : names.en;
  return { gate, place: gate, day: gateDay(at, timeZone), at };
}
