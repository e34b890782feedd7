import { dateText } from '../../i18n/formats.ts';
import { vi } from '../../i18n/messages.ts';
import type { MessageId } from '../../i18n/preferences.tsx';
import type { Translate } from '../../i18n/text.tsx';
import type { FactName } from './fact_names.ts';

const isMessage = (id: string): id is MessageId => id in vi;

/** The word for a chosen value; a value without one stands for itself. */
export function optionText(value: string, t: Translate): string {
  const id = `facts.option.${value}`;
  return isMessage(id) ? t(id) : value;
}

/** The name of a field of a form. */
export function fieldText(name: FactName, field: string, t: Translate): string {
  const id = field === 'value' ? `facts.${name}` : `facts.field.${field}`;
  return isMessage(id) ? t(id) : field;
}

function plain(value: unknown, t: Translate): string {
  if (typeof value === 'boolean') return t(value ? 'word.yes' : 'word.no');
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return '';
  return /^\d{4}-\d\d-\d\d$/.test(value) ? dateText(value) : optionText(value, t);
}

/** A known fact on one line: the parts by which a person recognises it. */
export function factText(name: FactName, value: unknown, t: Translate): string {
  if (typeof value !== 'object' || value === null) return plain(value, t);
  const parts = value as Readonly<Record<string, unknown>>;
  const line = (...fields: string[]) =>
    fields
      .map((field) => plain(parts[field], t))
      .filter((part) => part !== '')
      .join(' · ');
  switch (name) {
    case 'visa':
      return `${line('symbol', 'number', 'entries')} · ${dateText(String(parts.validFrom))} – ${dateText(String(parts.validTo))}`;
    case 'card':
      return `${line('kind', 'number')} · ${dateText(String(parts.validTo))}`;
    case 'visaAtGate':
      return `${line('symbol', 'number', 'entries', 'validTo', 'reply')} · ${t('facts.confirmedBy', { number: String(parts.confirmedBy) })}`;
    case 'permission':
      return `${line('number', 'issuer', 'decision', 'until')} · ${t('facts.confirmedBy', { number: String(parts.confirmedBy) })}`;
    case 'flight':
      return line('number', 'seat', 'day');
    case 'companion':
      return `${line('relation', 'name', 'birthDate')} · ${t(parts.proof === true ? 'facts.proven' : 'facts.unproven')}`;
    case 'transit':
      return ['onwardTicket', 'thirdCountryVisa', 'leavesTransitArea']
        .filter((field) => parts[field] === true)
        .map((field) => fieldText(name, field, t))
        .join(' · ');
    default:
      return line(...Object.keys(parts));
  }
}
