import type { HitView } from '../../contract/hit_view.ts';
import { dateText } from '../i18n/formats.ts';
import { Text, useText } from '../i18n/text.tsx';
import styles from './field_table.module.css';
import { Marked } from './marked.tsx';

type Field = HitView['fields'][number];

const SIGNS: Record<Field['result'], string> = { SAME: '=', SIMILAR: '≈', DIFFERENT: '≠', NO_DATA: '–' };
/** Longer values are set a little smaller, so that a whole MRZ name stays within three lines. */
const LONG_NAME = 24;

/**
 * The person, under the heading that says where the facts come from, beside the list entry, field by field; under the
 * entry's name its other names, where it has some.
 */
export function FieldTable({
  fields,
  person,
  otherNames = [],
}: {
  fields: readonly Field[];
  person: string;
  otherNames?: readonly string[];
}) {
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
          <FieldRow key={field.field} field={field} otherNames={field.field === 'NAME' ? otherNames : []} />
        ))}
      </tbody>
    </table>
  );
}

function FieldRow({ field, otherNames }: { field: Field; otherNames: readonly string[] }) {
  const t = useText();
  const number = field.field === 'PERSONAL_NUMBER' || field.field === 'DOCUMENT_NUMBER';
  const long = Math.max(field.person?.length ?? 0, field.entry?.length ?? 0) > LONG_NAME;
  const look = number ? 'mono' : long ? styles.longName : undefined;
  return (
    <tr data-field={field.field} data-strong={field.strong}>
      <th scope="row">
        {t(`field.${field.field}`)}
        {field.strong && <small>{t('compare.strong')}</small>}
      </th>
      <td className={field.person === null ? undefined : look}>
        <Value field={field} side="person" />
      </td>
      <td className={field.entry === null ? undefined : look}>
        <Value field={field} side="entry" />
        {otherNames.length > 0 && <OtherNames names={otherNames} />}
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

/** Which of the entry's names stands above, and the others; cut after two lines, whole where a pointer or focus rests. */
function OtherNames({ names }: { names: readonly string[] }) {
  const others = names.join(' · ');
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: names cut after two lines must be readable whole by keyboard
    <small className={styles.otherNames} title={others} tabIndex={0}>
      <Text id="names.matched" values={{ count: names.length + 1, others }} />
    </small>
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
