import type { DecisionView, LaneView } from '../../../contract/lane_view.ts';
import { dateText } from '../../i18n/formats.ts';
import { type Translate, useText } from '../../i18n/text.tsx';
import styles from '../../ui/tiles.module.css';
import { DecisionButton, ToolTile } from '../../ui/tiles.tsx';
import type { DialogName } from '../dialogs/dialog_name.ts';
import { lacksBasis } from '../law/law_words.ts';
import type { Commands } from '../use_commands.ts';
import type { Selection } from '../use_selection.ts';
import type { WorkPage } from '../use_work_page.ts';

interface Bar {
  readonly lane: LaneView;
  readonly comparing: boolean;
  readonly commands: Commands;
  readonly selection: Selection;
  readonly work: WorkPage;
  onPapers(): void;
  onDialog(dialog: DialogName): void;
  onClear(): void;
}

/** Z6: tools on the left, the three decisions on the right. A closed one keeps its place and says why. */
export function DecisionBar({ lane, comparing, commands, selection, work, onPapers, onDialog, onClear }: Bar) {
  const t = useText();
  const { clearance } = lane;
  const decisions = clearance?.decisions;
  const hits = clearance?.hits.length ?? 0;
  return (
    <footer className={styles.bar} data-zone="Z6">
      <ToolTile cap="F2" label={t('tool.reread')} onPress={commands.reread} />
      <ToolTile cap="F3" label={t('tool.retake')} closed why={t('tool.noCamera')} />
      <ToolTile cap="F4" label={t('tool.fingers')} closed why={t('tool.noFingers')} />
      <ToolTile cap="F5" label={t('tool.typeIn')} onPress={() => onDialog('type-in')} />
      <ToolTile
        cap="F6"
        label={t('tool.visa')}
        closed={clearance === null}
        why={t('tool.noCase')}
        pressed={clearance !== null && !comparing && work.page === 'LAW'}
        testId="papers"
        onPress={onPapers}
      />
      <ToolTile
        cap="F7"
        label={t('tool.compare')}
        closed={hits === 0}
        why={t('tool.noCompare')}
        pressed={comparing}
        onPress={selection.toggleComparing}
      />
      <span className={styles.gap} />
      <DecisionButton
        cap="F8"
        testId="refer"
        label={t('decision.refer')}
        detail={decisions === undefined ? t('closed.NO_CASE') : t('decision.refer.detail')}
        open={decisions?.refer.open ?? false}
        onPress={() => onDialog('refer')}
      />
      <DecisionButton
        cap="F9"
        testId="propose-refusal"
        label={t('decision.refuse')}
        detail={
          decisions === undefined
            ? t('closed.NO_CASE')
            : decisions.proposeRefusal.open
              ? t('decision.refuse.detail')
              : whyClosed(decisions.proposeRefusal, t)
        }
        open={decisions?.proposeRefusal.open ?? false}
        onPress={() => work.propose(!work.proposing)}
      />
      <DecisionButton
        cap="F12"
        testId="clear"
        label={t(`decision.clear.${lane.direction}`)}
        detail={
          decisions === undefined
            ? t('closed.NO_CASE')
            : decisions.clear.open
              ? openClear(lane, t)
              : whyClear(lane, decisions.clear, t)
        }
        open={decisions?.clear.open ?? false}
        strong
        onPress={onClear}
      />
    </footer>
  );
}

function whyClosed(decision: DecisionView, t: Translate): string {
  const why = decision.why[0] ?? 'NO_CASE';
  if (why === 'CHECKS_RUNNING') return t('closed.CHECKS_RUNNING', { count: decision.remaining });
  if ((why === 'CHECK_FAILED' || why === 'CHECK_UNDETERMINED') && decision.check !== null) {
    return t(`closed.${why}.named`, { check: t(`check.${decision.check}`) });
  }
  return t(`closed.${why}`);
}

/** Where nothing but a basis of entry is wanting, that is said. */
function whyClear({ clearance }: LaneView, decision: DecisionView, t: Translate): string {
  const law = clearance?.law ?? null;
  if (decision.why[0] === 'NO_BASIS' && law !== null && lacksBasis(law)) return t('law.noBasis');
  return whyClosed(decision, t);
}

function openClear(lane: LaneView, t: Translate): string {
  const stay = lane.clearance?.law?.outcome === 'clear' ? lane.clearance.law.stay : null;
  if (stay != null && lane.connection.state === 'ONLINE')
    return t(`stamp.until.${lane.stamp}`, { day: dateText(stay.until) });
  const stamp = t(`stamp.onButton.${lane.stamp}`);
  if (lane.connection.state === 'OFFLINE') return t('decision.clear.offline', { stamp });
  return t('decision.clear.online', { stamp });
}
