import type { RulesView } from '../../contract/rules_view.ts';
import { momentText } from '../i18n/formats.ts';
import { useText } from '../i18n/text.tsx';
import { Heading, Panel, Row } from '../ui/panel.tsx';
import { useLawWords } from './law_words.ts';
import styles from './rules_screen.module.css';
import type { VersionShown } from './versions.ts';

/** Z5: the chosen version, and what the law leaves open as it is set in the one in force. */
export function ContextPanel({
  view,
  version,
  timeZone,
}: {
  view: RulesView | null;
  version: VersionShown | null;
  timeZone: string;
}) {
  const t = useText();
  const words = useLawWords();
  const put = version?.place === 'inForce' ? (view?.inForce?.put ?? null) : null;
  return (
    <Panel zone="Z5" title={version === null ? t('rules.versions') : t(`rules.${version.place}`)}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className={styles.scroll} tabIndex={0} aria-label={t('rules.open')} data-scrolls>
        {version !== null && (
          <dl>
            <Row label={t('rules.version')} mono>
              {version.version}
            </Row>
            <Row label={t('rules.issued')}>
              {version.issued === null ? t('rules.product') : momentText(version.issued, timeZone)}
            </Row>
            {put !== null && <Row label={t('rules.put')}>{momentText(put.at, timeZone)}</Row>}
            {put !== null && <Row label={t('rules.putBy')}>{`${put.by}, ${put.second}`}</Row>}
          </dl>
        )}
        <Heading title={t('rules.open')} aside={t('rules.inForce')} />
        <ul className={styles.openPoints}>
          {view?.openPoints.map(({ name, value }) => (
            <li key={name}>
              <span>{words.openPoint(name)}</span>
              <b>{words.value(value)}</b>
            </li>
          ))}
        </ul>
        <p className={styles.where}>{t('rules.open.where')}</p>
        <Heading title={t('rules.lane')} />
        <ul className={styles.openPoints} data-testid="lane-settings">
          {view?.laneSettings.map(({ name, value }) => (
            <li key={name}>
              <span>
                {words.setting(name)}
                <span className={`${styles.settingName} mono`}>{name}</span>
              </span>
              <b>{words.value(value)}</b>
            </li>
          ))}
        </ul>
        <p className={styles.where}>{t('rules.lane.where')}</p>
      </section>
    </Panel>
  );
}
