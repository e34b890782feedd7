import type { RuleInWords } from '../../contract/rules_view.ts';
import { dateText } from '../i18n/formats.ts';
import { useText } from '../i18n/text.tsx';
import { Glyph, type GlyphName, type Tone } from '../ui/glyph.tsx';
import { Panel } from '../ui/panel.tsx';
import { useLawWords } from './law_words.ts';
import styles from './rules_screen.module.css';

const LOOKS: Record<RuleInWords['standing'], readonly [GlyphName, Tone]> = {
  IN_FORCE: ['passed', 'ok'],
  COMING: ['information', 'quiet'],
  PAST: ['not-supported', 'quiet'],
};

/** The rules of one table in words: what each says, since when, and where it stands in the law. */
export function RowsPanel({
  table,
  version,
  rows,
}: {
  table: string | null;
  version: string;
  rows: readonly RuleInWords[] | null;
}) {
  const t = useText();
  const words = useLawWords();
  return (
    <Panel
      zone="Z4"
      title={table === null ? t('rules.tool.rows') : words.table(table)}
      aside={<span className="mono">{version}</span>}
    >
      {rows === null || rows.length === 0 ? (
        <p className={styles.hint}>{t(rows === null ? 'rules.rows.reading' : 'rules.rows.empty')}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        <section className={styles.scroll} tabIndex={0} aria-label={t('rules.tool.rows')} data-scrolls>
          <ul className={styles.rows}>
            {rows.map((one) => (
              <RuleRow key={one.id} rule={one} />
            ))}
          </ul>
        </section>
      )}
    </Panel>
  );
}

function RuleRow({ rule }: { rule: RuleInWords }) {
  const t = useText();
  const words = useLawWords();
  const [glyph, tone] = LOOKS[rule.standing];
  const { from, to } = rule;
  return (
    <li data-rule={rule.id}>
      <p className={styles.ruleHead}>
        <Glyph name={glyph} tone={tone} />
        <b>{t(`rules.standing.${rule.standing}`)}</b>
        <span>
          {to === null
            ? t('rules.from', { from: dateText(from) })
            : t('rules.span', { from: dateText(from), to: dateText(to) })}
        </span>
        <span className="mono">{rule.id}</span>
      </p>
      <p>
        {rule.terms.map(({ name, value }, place) => (
          <span key={name}>
            {place > 0 && ' · '}
            {words.term(name)} <b>{words.value(value)}</b>
          </span>
        ))}
      </p>
      <p className={styles.source}>
        {words.source(rule.act, rule.article)} ({t(`rules.mark.${rule.mark}`)})
      </p>
    </li>
  );
}
