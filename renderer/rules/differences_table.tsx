import type { RuleDifference } from '../../contract/rules_view.ts';
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
            <th scope="col">{t('rules.rehearsal.rules')}</th>
          </tr>
        </thead>
        <tbody>
          {found.map((one, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes once it is shown
            <tr key={place}>
              <td>
                <b className="mono">{one.recordNumber ?? t('rules.rehearsal.hidden')}</b>
                <br />
                <small>
                  {dateText(one.day)} · {country(one.nationality)} · {t(`rules.direction.${one.direction}`)}
                </small>
              </td>
              <Said said={one.old} />
              <Said said={one.new} />
              <td>
                {one.rulesGone.map((rule) => (
                  <del key={rule} className={own.ruleId}>
                    − {rule}
                  </del>
                ))}
                {one.rulesCome.map((rule) => (
                  <ins key={rule} className={own.ruleId}>
                    + {rule}
                  </ins>
                ))}
              </td>
            </tr>
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
