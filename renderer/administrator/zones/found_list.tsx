import type { FoundEntry } from '../../../contract/watchlist_view.ts';
import { Text, useText } from '../../i18n/text.tsx';
import styles from './search_page.module.css';

/** The entries that answer, best first: whose, on which list, how sure. */
export function FoundList({
  hits,
  chosen,
  onChoose,
}: {
  hits: readonly FoundEntry[];
  chosen: number;
  onChoose(place: number): void;
}) {
  const t = useText();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className={styles.found} tabIndex={0} aria-label={t('admin.found')} data-scrolls>
      <ul>
        {hits.map((hit, place) => (
          <li key={hit.hit}>
            <button
              type="button"
              className={styles.row}
              aria-pressed={place === chosen}
              onClick={() => onChoose(place)}
              data-hit={hit.hit}
            >
              <span className={styles.words}>
                <b>{hit.names[0] ?? hit.documents[0]?.number ?? hit.hit}</b>
                <small>
                  {hit.list} · {t(`admin.kind.${hit.listKind}`)}
                </small>
              </span>
              <span className={styles.words}>
                <span className={styles.class}>{t(`class.${hit.matchClass}`)}</span>
                {hit.discreet && hit.listKind !== 'DISCREET' && (
                  <small>
                    <Text id="admin.discreet.mark" />
                  </small>
                )}
              </span>
              <span className={styles.score}>{Math.round(hit.score)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
