import type { RulesView } from '../../contract/rules_view.ts';
import { dateText } from '../i18n/formats.ts';
import { useText } from '../i18n/text.tsx';
import { Panel } from '../ui/panel.tsx';
import styles from '../ui/table.module.css';
import { useLawWords } from './law_words.ts';
import own from './rules_screen.module.css';

type Table = RulesView['tables'][number];

/** One row a table: its rules, those of today, and the next days on which that changes. */
export function TablesPanel({
  tables,
  chosen,
  onChoose,
}: {
  tables: readonly Table[];
  chosen: string | null;
  onChoose(table: string): void;
}) {
  const t = useText();
  const words = useLawWords();
  return (
    <Panel zone="Z4" title={t('rules.tables')}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className={styles.scroll} tabIndex={0} aria-label={t('rules.tables')} data-scrolls>
        <table className={`${styles.table} ${own.tables}`}>
          <thead>
            <tr>
              <th scope="col">{t('rules.column.table')}</th>
              <th scope="col" className={styles.number}>
                {t('rules.column.rows')}
              </th>
              <th scope="col" className={styles.number}>
                {t('rules.column.today')}
              </th>
              <th scope="col">{t('rules.column.coming')}</th>
            </tr>
          </thead>
          <tbody>
            {tables.map((one) => (
              <tr key={one.table} data-table={one.table} data-chosen={one.table === chosen}>
                <th scope="row">
                  <button
                    type="button"
                    className={styles.name}
                    aria-pressed={one.table === chosen}
                    onClick={() => onChoose(one.table)}
                  >
                    <b>{words.table(one.table)}</b>
                  </button>
                </th>
                <td className={styles.number}>{one.rows}</td>
                <td className={styles.number}>{one.today}</td>
                <td>
                  <Coming coming={one.coming} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Panel>
  );
}

function Coming({ coming }: { coming: Table['coming'] }) {
  const t = useText();
  const [next, ...more] = coming;
  if (next === undefined) return <small>{t('rules.coming.none')}</small>;
  return (
    <>
      {t('rules.coming', { ...next, day: dateText(next.day) })}
      {more.length > 0 && (
        <>
          <br />
          <small>{t('rules.coming.more', { count: more.length })}</small>
        </>
      )}
    </>
  );
}
