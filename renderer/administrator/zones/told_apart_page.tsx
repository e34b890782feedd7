import { useState } from 'react';
import type { ToldApart, WatchlistView } from '../../../contract/watchlist_view.ts';
import { UndoDialog } from '../../hits/undo_dialog.tsx';
import { dateText, momentText } from '../../i18n/formats.ts';
import { Text, useText } from '../../i18n/text.tsx';
import { Button } from '../../ui/button.tsx';
import { Glyph } from '../../ui/glyph.tsx';
import { Panel, Row } from '../../ui/panel.tsx';
import styles from '../../ui/table.module.css';
import type { AdministratorUndoReason, Decisions } from '../use_told_apart.ts';
import own from './told_apart_page.module.css';

const REASONS: readonly AdministratorUndoReason[] = ['NEW_INFORMATION', 'ANSWERED_WRONGLY', 'DOCUMENT_IN_DOUBT'];

/** Every "not the same person" that still stands: entry, day, persons, end. Whose document it was, nobody is told here. */
export function ToldApartPage({ view, decisions: page }: { view: WatchlistView; decisions: Decisions }) {
  const t = useText();
  const [undoing, setUndoing] = useState<string | null>(null);
  const { decisions, one } = page;
  if (decisions === null || one === null) {
    return (
      <>
        <Panel zone="Z4" className={styles.empty}>
          <Glyph
            name={decisions === null && page.error === null ? 'running' : 'information'}
            tone="quiet"
            size="large"
          />
          <p>
            <Text id={decisions === null ? 'admin.apart.looking' : 'admin.apart.none.detail'} />
          </p>
        </Panel>
        <Panel zone="Z5" title={t('admin.detail')}>
          <p className={styles.hint}>
            <Text id="admin.apart.choose" />
          </p>
        </Panel>
      </>
    );
  }
  return (
    <>
      <Panel zone="Z4" title={t('admin.page.apart')}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
        <section className={styles.scroll} tabIndex={0} aria-label={t('admin.page.apart')} data-scrolls>
          <table className={`${styles.table} ${own.table}`}>
            <thead>
              <tr>
                <th scope="col">{t('admin.entry.id')}</th>
                <th scope="col">{t('admin.column.list')}</th>
                <th scope="col">{t('admin.apart.when')}</th>
                <th scope="col">{t('admin.apart.by')}</th>
                <th scope="col">{t('admin.apart.until')}</th>
              </tr>
            </thead>
            <tbody>
              {decisions.map((decision) => (
                <DecisionRow
                  key={decision.id}
                  decision={decision}
                  timeZone={view.lane.timeZone}
                  chosen={decision.id === one.id}
                  onChoose={page.choose}
                />
              ))}
            </tbody>
          </table>
        </section>
      </Panel>
      <Panel zone="Z5" title={t('admin.detail')}>
        <dl className={own.detail}>
          <Row label={t('admin.entry.id')} mono>
            {one.entry}
          </Row>
          <Row label={t('admin.column.list')}>{one.list}</Row>
          <Row label={t('admin.apart.class')}>{t(`class.${one.matchClass}`)}</Row>
          <Row label={t('admin.apart.when')}>{momentText(one.decidedAt, view.lane.timeZone)}</Row>
          <Row label={t('admin.apart.by')}>{one.decidedBy}</Row>
          <Row label={t('admin.apart.second')}>{one.confirmedBy ?? '–'}</Row>
          <Row label={t('admin.apart.until')}>{dateText(one.lastDay)}</Row>
        </dl>
        <div className={own.foot}>
          <p>{t('admin.apart.how')}</p>
          <Button onPress={() => setUndoing(one.id)} testId="undo-decision" decides>
            {t('admin.apart.undo')}
          </Button>
        </div>
      </Panel>
      {undoing !== null && (
        <UndoDialog
          reasons={REASONS}
          onClose={() => setUndoing(null)}
          onSend={(reason) => page.undo(undoing, reason)}
        />
      )}
    </>
  );
}

function DecisionRow({
  decision,
  timeZone,
  chosen,
  onChoose,
}: {
  decision: ToldApart;
  timeZone: string;
  chosen: boolean;
  onChoose(id: string): void;
}) {
  const t = useText();
  const people = decision.confirmedBy === null ? decision.decidedBy : `${decision.decidedBy}, ${decision.confirmedBy}`;
  return (
    <tr data-chosen={chosen} data-decision={decision.id}>
      <th scope="row">
        <button type="button" className={styles.name} aria-pressed={chosen} onClick={() => onChoose(decision.id)}>
          <b>{decision.entry}</b>
          <small className={styles.cut}>{t(`class.${decision.matchClass}`)}</small>
        </button>
      </th>
      <td>
        <span className={styles.cut}>{decision.list}</span>
      </td>
      <td>{momentText(decision.decidedAt, timeZone)}</td>
      <td>{people}</td>
      <td>
        {dateText(decision.lastDay)}
        {decision.runOut && (
          <>
            <br />
            <small>{t('admin.apart.runOut')}</small>
          </>
        )}
      </td>
    </tr>
  );
}
