import type { WatchlistView } from '../../../contract/watchlist_view.ts';
import { FieldTable } from '../../hits/field_table.tsx';
import { useFormats } from '../../i18n/formats.ts';
import { Text, useText } from '../../i18n/text.tsx';
import { Glyph } from '../../ui/glyph.tsx';
import { Panel } from '../../ui/panel.tsx';
import type { Searching } from '../use_search.ts';
import { FoundEntryDetail } from './found_entry_detail.tsx';
import { FoundList } from './found_list.tsx';
import { SearchForm } from './search_form.tsx';
import styles from './search_page.module.css';
import { WhatWasAsked } from './what_was_asked.tsx';

/** Who is looked for on the left, who was found in the middle, and why on the right. */
export function SearchPage({ view, searching }: { view: WatchlistView; searching: Searching }) {
  const t = useText();
  const { count } = useFormats();
  const { answer, asked, chosen, running } = searching.search;
  const hit = answer?.hits[chosen] ?? null;
  return (
    <>
      <SearchForm searching={searching} />
      {answer !== null && hit !== null ? (
        <Panel
          zone="Z4"
          title={t('admin.found')}
          aside={t('admin.found.shown', { count: answer.hits.length, found: count(answer.found) })}
        >
          <FoundList hits={answer.hits} chosen={chosen} onChoose={searching.choose} />
          <div className={styles.compare}>
            <FieldTable fields={hit.fields} person={t('admin.asked')} />
          </div>
        </Panel>
      ) : (
        <Panel zone="Z4" className={styles.empty}>
          <Glyph name={running ? 'running' : 'information'} tone={running ? 'run' : 'quiet'} size="large" />
          {asked !== null && answer !== null ? (
            <WhatWasAsked asked={asked} lists={answer.lists} />
          ) : (
            <p>
              <Text id={running ? 'admin.search.running' : 'admin.search.how'} />
            </p>
          )}
        </Panel>
      )}
      {hit === null ? (
        <Panel zone="Z5" title={t('why.title')}>
          <p className={styles.hint}>
            <Text id="admin.found.none" />
          </p>
        </Panel>
      ) : (
        <FoundEntryDetail view={view} hit={hit} />
      )}
    </>
  );
}
