import type { LaneView } from '../../../contract/lane_view.ts';
import type { Sentence } from '../../i18n/sentence.ts';
import { Text, useText } from '../../i18n/text.tsx';
import styles from '../../ui/attention.module.css';
import { Glyph } from '../../ui/glyph.tsx';
import { Panel } from '../../ui/panel.tsx';
import { wordsOf } from '../law/law_attention.ts';
import type { Selection } from '../use_selection.ts';
import { attentionOf } from './attention.ts';

/** Z3: the most severe open point; same place and height in every state. A refused command says so in its second line. */
export function AttentionZone({
  lane,
  error,
  comparing,
  selection,
}: {
  lane: LaneView;
  error: Sentence | null;
  comparing: boolean;
  selection: Selection;
}) {
  const t = useText();
  const attention = attentionOf(lane);
  const [head, detail] = wordsOf(attention, t);
  const notice = lane.clearance === null || lane.notice === null ? null : t(`notice.${lane.notice.code}`);
  const second = error === null ? (notice ?? detail) : t(error.id, error.values);
  const hits = lane.clearance?.hits ?? [];
  return (
    <Panel zone="Z3" className={styles.zone}>
      <Glyph name={attention.glyph} tone={attention.tone} size="large" />
      <div className={styles.words}>
        <h1>{head}</h1>
        <p className={error === null ? undefined : styles.error} role={error === null ? undefined : 'alert'}>
          {second}
        </p>
      </div>
      {comparing && selection.hit !== null && (
        <p className={styles.tags}>
          <span>
            <Text id={`class.${selection.hit.matchClass}`} />
          </span>
          {hits.length > 1 ? (
            <button type="button" title={t('compare.next')} onClick={selection.nextHit} data-testid="next-entry">
              <Text id="compare.entryOf" values={{ number: selection.hitNumber, count: hits.length }} /> ›
            </button>
          ) : (
            <span>
              <Text id="compare.entryOf" values={{ number: selection.hitNumber, count: hits.length }} />
            </span>
          )}
        </p>
      )}
    </Panel>
  );
}
