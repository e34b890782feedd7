import type { FoundEntry, WatchlistView } from '../../../contract/watchlist_view.ts';
import { MatchReasons } from '../../hits/match_reasons.tsx';
import { dateText, useFormats } from '../../i18n/formats.ts';
import { Text, useText } from '../../i18n/text.tsx';
import { Panel, Row } from '../../ui/panel.tsx';
import styles from '../../ui/table.module.css';

/** Z5: why the entry answered, and everything that is known of it. */
export function FoundEntryDetail({ view, hit }: { view: WatchlistView; hit: FoundEntry }) {
  const t = useText();
  const { age, country } = useFormats();
  const date = (value: string | null) => (value === null ? '–' : dateText(value));
  const informed =
    hit.personInformed === null ? t('compare.notRecorded') : t(hit.personInformed ? 'word.yes' : 'word.no');
  const documents = hit.documents.map((one) => `${one.number} ${country(one.issuer)}`).join(', ');
  return (
    <Panel
      zone="Z5"
      title={t('why.title')}
      aside={t('why.score', { score: Math.round(hit.score), threshold: Math.round(hit.threshold) })}
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className={styles.scroll} tabIndex={0} aria-label={t('why.title')} data-scrolls>
        <MatchReasons why={hit.why} />
        <dl>
          <Row label={t('why.list')}>{hit.list}</Row>
          <Row label={t('admin.column.kind')}>{t(`admin.kind.${hit.listKind}`)}</Row>
          <Row label={t('admin.discreet.mark')}>{t(hit.discreet ? 'word.yes' : 'word.no')}</Row>
          <Row label={t('why.action')}>{hit.action === null ? '–' : <Text id={`admin.action.${hit.action}`} />}</Row>
          <Row label={t('why.authority')}>{hit.authority ?? '–'}</Row>
          <Row label={t('why.decision')}>{hit.decision ?? '–'}</Row>
          <Row label={t('why.ground')}>{hit.legalGround ?? '–'}</Row>
          <Row label={t('admin.entry.validFrom')}>{date(hit.validFrom)}</Row>
          <Row label={t('why.validTo')}>{date(hit.validTo)}</Row>
          <Row label={t('why.informed')}>{informed}</Row>
          {hit.names.length > 1 && <Row label={t('admin.entry.names')}>{hit.names.slice(1).join(', ')}</Row>}
          {hit.birthDates.length > 1 && (
            <Row label={t('admin.entry.birthDates')}>{hit.birthDates.map(dateText).join(', ')}</Row>
          )}
          {hit.birthPlace !== null && <Row label={t('admin.entry.birthPlace')}>{hit.birthPlace}</Row>}
          {documents !== '' && (
            <Row label={t('admin.entry.documents')} mono>
              {documents}
            </Row>
          )}
          {hit.note !== null && <Row label={t('admin.entry.note')}>{hit.note}</Row>}
          <Row label={t('admin.entry.id')} mono>
            {hit.hit}
          </Row>
          <Row label={t('why.version')}>{age(view.now - hit.listAsOf)}</Row>
        </dl>
      </section>
    </Panel>
  );
}
