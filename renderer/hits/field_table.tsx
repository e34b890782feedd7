import type { HitView } from '../../contract/lane_view.ts';
import { dateText } from '../i18n/formats.ts';
import { Text, useText } from '../i18n/text.tsx';
import styles from './field_table.module.css';
import { Marked } from './marked.tsx';

type Field = HitView['fields'][number];

const SIGNS: Record<Field['result'], string> = { SAME: '=', SIMILAR: '≈', DIFFERENT: '≠', NO_DATA: '–' };
/** Longer values are set a little smaller, so that a whole MRZ name stays within three lines. */
const LONG_NAME = 24;

/** The person, under the heading that says where the facts come from, beside the list entry, field by field. */
export function FieldTable({ fields, person }: { fields: readonly Field[]; person: string }) {
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <td />
          <th scope="col">{person}</th>
          <th scope="col">
            <Text id="compare.entry" />
          </th>
          <th scope="col">
            <Text id="compare.result" />
          </th>
        </tr>
      </thead>
      <tbody>
        {fields.map((field) => (
          <FieldRow key={field.field} field={field} />
        ))}
      </tbody>
    </table>
  );
}

function FieldRow({ field }: { field: Field }) {
  const t = useText();
  const number = field.field === 'PERSONAL_NUMBER' || field.field === 'DOCUMENT_NUMBER';
  const long = Math.max(field.person?.length ?? 0, field.entry?.length ?? 0) > LONG_NAME;
  const look = number ? 'mono' : long ? styles.longName : undefined;
  return (
    <tr data-field={field.field}>
      <th scope="row">
        {t(`field.${field.field}`)}
        {field.strong && <small>{t('compare.strong')}</small>}
      </th>
      <td className={field.person === null ? undefined : look}>
        <Value field={field} side="person" />
      </td>
      <td className={field.entry === null ? undefined : look}>
        <Value field={field} side="entry" />
      </td>
      <td className={styles[field.result]}>
        <span className={styles.sign} aria-hidden="true">
          {SIGNS[field.result]}
        </span>
        {t(field.note === 'BIRTH_DATE_SWAPPED' ? 'compare.SWAPPED' : `compare.${field.result}`)}
      </td>
    </tr>
  );
}

function Value({ field, side }: { field: Field; side: 'person' | 'entry' }) {
  const t = useText();
  const value = field[side];
  if (value === null) return <span className={styles.none}>{t('compare.notRecorded')}</span>;
  if (field.field === 'SEX')
    return <>{t(value === 'M' || value === 'F' || value === 'X' ? `sex.${value}` : 'compare.notRecorded')}</>;
  // The ranges count characters of the date as it is stored; a date is shown in the order people read.
  if (field.field === 'BIRTH_DATE')
    return field.differing[side].length === 0 ? dateText(value) : <b className={styles.marked}>{dateText(value)}</b>;
  return <Marked text={value} ranges={field.differing[side]} />;
}
