import type { RulesView } from '../../contract/rules_view.ts';
import { useText } from '../i18n/text.tsx';
import { Glyph } from '../ui/glyph.tsx';
import { Panel } from '../ui/panel.tsx';
import styles from './rules_screen.module.css';
import { versionsOf } from './versions.ts';

/** Z2: every version that can be looked at, the one in force first; the chosen one is looked at, rehearsed, ordered. */
export function VersionsPanel({
  view,
  chosen,
  onChoose,
}: {
  view: RulesView | null;
  chosen: string | null;
  onChoose(version: string): void;
}) {
  const t = useText();
  return (
    <Panel zone="Z2" title={t('rules.versions')}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className={styles.scroll} tabIndex={0} aria-label={t('rules.versions')} data-scrolls>
        <ul className={styles.versions}>
          {versionsOf(view).map(({ version, signedBy, place }) => (
            <li key={`${place} ${version}`}>
              <button
                type="button"
                aria-pressed={version === chosen}
                data-version={version}
                onClick={() => onChoose(version)}
              >
                <span className={styles.place}>
                  <Glyph
                    name={place === 'inForce' ? 'passed' : 'not-performed'}
                    tone={place === 'inForce' ? 'ok' : 'quiet'}
                  />
                  {t(`rules.${place}`)}
                </span>
                <b className="mono">{version}</b>
                <small>{signedBy === null ? t('rules.product') : t('rules.signed', { by: signedBy })}</small>
              </button>
            </li>
          ))}
        </ul>
      </section>
    </Panel>
  );
}
