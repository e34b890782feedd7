import { Fragment } from 'react';
import type { LawChangeShown, RuleDifference } from '../../contract/rules_view.ts';
import { dateText, useFormats } from '../i18n/formats.ts';
import { useText } from '../i18n/text.tsx';
import { Heading } from '../ui/panel.tsx';
import styles from '../ui/table.module.css';
import { useLawWords } from './law_words.ts';
import own from './rules_screen.module.css';

/** Who would have been decided otherwise, and why: by record number for who may open recorded cases, without a name for all. */
export function DifferencesTable({ found, total }: { found: readonly RuleDifference[]; total: number }) {
  const t = useText();
  const { count, country } = useFormats();
  const aside = found.length < total ? t('rules.rehearsal.first', { shown: found.length, count: count(total) }) : '';
  return (
    <>
      <Heading title={t('rules.rehearsal.list')} aside={aside} />
      <table className={`${styles.table} ${own.differences}`} data-testid="differences">
        <thead>
          <tr>
            <th scope="col">{t('rules.column.record')}</th>
            <th scope="col">{t('rules.column.old')}</th>
            <th scope="col">{t('rules.column.new')}</th>
          </tr>
        </thead>
        <tbody>
          {found.map((one, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes once it is shown
            <Fragment key={place}>
              <tr className={own.difference}>
                <td>
                  <b className="mono">{one.recordNumber ?? t('rules.rehearsal.hidden')}</b>
                  <br />
                  <small>
                    {dateText(one.day)} · {country(one.nationality)} · {t(`rules.direction.${one.direction}`)}
                  </small>
                </td>
                <Said said={one.old} />
                <Said said={one.new} />
              </tr>
              <tr>
                <td colSpan={3} className={own.why} data-testid="why">
                  <Why why={one.why} />
                </td>
              </tr>
            </Fragment>
          ))}
        </tbody>
      </table>
    </>
  );
}

function Said({ said }: { said: RuleDifference['old'] }) {
  const t = useText();
  const words = useLawWords();
  const { outcome, stayUntil, reasons } = said;
  return (
    <td>
      <b>{t(`rules.outcome.${outcome}`)}</b>
      {stayUntil !== null && ` ${t('rules.stay', { until: dateText(stayUntil) })}`}
      <br />
      <small>{reasons.map(words.reason).join('; ')}</small>
    </td>
  );
}

/** What in the law makes the difference, a line a change. */
function Why({ why }: { why: RuleDifference['why'] }) {
  const t = useText();
  if (why === null) return t('rules.why.notKept');
  if (why.length === 0) return t('rules.why.none');
  return (
    <ul>
      {why.map((change) => (
        <Change key={change.old?.id ?? change.new?.id ?? change.terms[0]?.name} change={change} />
      ))}
    </ul>
  );
}

function Change({ change }: { change: LawChangeShown }) {
  const t = useText();
  const words = useLawWords();
  const { table, terms } = change;
  if (table === 'openPoints')
    return terms.map((term) => (
      <li key={term.name}>
        {t('rules.why.open', { point: words.openPoint(term.name) })} <Term term={term} />
      </li>
    ));
  const row = change.new ?? change.old;
  const source = row === null ? '' : words.source(row.act, row.article);
  const how = change.old === null ? 'come' : change.new === null ? 'gone' : 'changed';
  return (
    <li title={[change.old?.id, change.new?.id].filter((id) => id !== undefined).join(' → ')}>
      {t(`rules.why.${how}`, { table: words.table(table), source })}{' '}
      {terms.map((term, place) => (
        <span key={term.name}>
          {place > 0 && ' · '}
          {words.term(term.name)} <Term term={term} />
        </span>
      ))}
    </li>
  );
}

/** What of a list of codes came and went; of anything else the old and the new. */
function Term({ term }: { term: LawChangeShown['terms'][number] }) {
  const t = useText();
  const words = useLawWords();
  const value = (text: string | null) => (text === null ? t('rules.why.unsaid') : words.value(text));
  const [old, now] = [term.old?.split(' ') ?? [], term.new?.split(' ') ?? []];
  const isList = Math.min(old.length, now.length) > 0 && Math.max(old.length, now.length) > 2;
  if (!isList)
    return (
      <>
        <b>{value(term.old)}</b> → <b>{value(term.new)}</b>
      </>
    );
  const gone = old.filter((one) => !now.includes(one));
  const come = now.filter((one) => !old.includes(one));
  return (
    <b>
      {gone.length > 0 && t('rules.why.without', { codes: words.value(gone.join(' ')) })}
      {gone.length > 0 && come.length > 0 && ', '}
      {come.length > 0 && t('rules.why.with', { codes: words.value(come.join(' ')) })}
    </b>
  );
}
