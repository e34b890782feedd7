import type { ReplayedCase } from '../../contract/replay_view.ts';
import { dateText, momentText } from '../i18n/formats.ts';
import { useText } from '../i18n/text.tsx';
import { useLawWords } from '../rules/law_words.ts';
import { Heading, Panel } from '../ui/panel.tsx';
import styles from './replay_screen.module.css';

/** What stood behind the case: the lists by version, the law and its rules, files that came of it, evidence by hash. */
export function PapersPanel({ replayed, timeZone }: { replayed: ReplayedCase; timeZone: string }) {
  const t = useText();
  const words = useLawWords();
  const { lists, files, evidence, law } = replayed;
  const none = <li>{t('replay.nothing')}</li>;
  return (
    <Panel className={styles.checks}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className={styles.scroll} tabIndex={0} aria-label={t('replay.tool.papers')} data-scrolls>
        <Heading title={t('replay.then')} />
        <ul className={styles.papers}>
          {law === null ? (
            <li>{t('replay.today.none')}</li>
          ) : (
            <>
              <li>
                {t('replay.then.version')} <b className="mono">{law.version}</b>{' '}
                <small>{law.signedBy === null ? t('rules.product') : t('rules.signed', { by: law.signedBy })}</small>
              </li>
              <li>
                <b>{t(`rules.outcome.${law.said.outcome}`)}</b>
                {law.said.stayUntil !== null && ` ${t('rules.stay', { until: dateText(law.said.stayUntil) })}`}
                {law.said.reasons.length > 0 && `: ${law.said.reasons.map(words.reason).join('; ')}`}
              </li>
              {law.said.legalBasis.map((source) => (
                <li key={source}>{words.source(source)}</li>
              ))}
              <li className="mono">{law.said.ruleIds.join(' ')}</li>
            </>
          )}
        </ul>
        <Heading title={t('replay.facts')} />
        <ul className={styles.papers} data-testid="facts-then">
          {(law?.facts ?? []).length === 0 && none}
          {law?.facts.map(({ fact, value }) => (
            <li key={fact}>
              <span className="mono">{fact}</span> <b>{words.code(value)}</b>
            </li>
          ))}
        </ul>
        <Heading title={t('replay.lists')} />
        <ul className={styles.papers}>
          {lists.length === 0 && none}
          {lists.map((one) => (
            <li key={one.list}>
              {t(`list.${one.kind}`)} <b>{one.version}</b> <small>{momentText(one.asOf, timeZone)}</small>
            </li>
          ))}
        </ul>
        <Heading title={t('replay.files')} />
        <ul className={styles.papers}>
          {files.length === 0 && none}
          {files.map((one) => (
            <li key={`${one.kind} ${one.number}`}>
              {words.file(one.kind)} <b>{one.number}</b> <small>{momentText(one.openedAt, timeZone)}</small>
            </li>
          ))}
        </ul>
        <Heading title={t('replay.evidence')} />
        <ul className={styles.papers}>
          {evidence.length === 0 && none}
          {evidence.map((hash) => (
            <li key={hash} className="mono">
              {hash}
            </li>
          ))}
        </ul>
      </section>
    </Panel>
  );
}
