import { Text, useText } from '../../i18n/text.tsx';
import { Row } from '../../ui/panel.tsx';
import type { AskedPerson } from '../asked_person.ts';
import styles from './search_page.module.css';

const FIELDS: readonly (keyof AskedPerson)[] = [
  'name',
  'birthDate',
  'sex',
  'nationality',
  'documentNumber',
  'issuer',
  'personalNumber',
];

/** No entry: then what was asked matters, for a slip in it finds nobody either. */
export function WhatWasAsked({ asked, lists }: { asked: AskedPerson; lists: number }) {
  const t = useText();
  return (
    <>
      <h2>
        <Text id="admin.search.none" />
      </h2>
      <p>
        <Text id="admin.search.none.asked" values={{ lists }} />
      </p>
      <dl className={styles.asked}>
        {FIELDS.filter((field) => asked[field].trim() !== '').map((field) => (
          <Row key={field} label={t(`admin.ask.${field}`)}>
            {field === 'sex' && asked.sex !== '' ? t(`sex.${asked.sex}`) : asked[field]}
          </Row>
        ))}
      </dl>
    </>
  );
}
