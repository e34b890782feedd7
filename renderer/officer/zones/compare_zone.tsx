import type { HitView } from '../../../contract/hit_view.ts';
import type { LaneView } from '../../../contract/lane_view.ts';
import { FieldTable } from '../../hits/field_table.tsx';
import { dateText } from '../../i18n/formats.ts';
import { Text, useText } from '../../i18n/text.tsx';
import { Panel } from '../../ui/panel.tsx';
import { isToldApart } from '../told_apart.ts';
import styles from './compare_zone.module.css';
import { type Answer, HitAnswers } from './hit_answers.tsx';
import { ToldApart } from './told_apart.tsx';
import { WhyMatched } from './why_matched.tsx';

/** Z4 over Z5: the person beside the list entry, field by field; three answers of equal size, none chosen beforehand. */
export function CompareZone({
  hit,
  lane,
  onAnswer,
  onUndo,
}: {
  hit: HitView;
  lane: LaneView;
  onAnswer(hit: HitView, answer: Answer): void;
  onUndo(): void;
}) {
  const t = useText();
  return (
    <div className={styles.zone} data-zone="Z4">
      <Panel className={styles.fields}>
        <FieldTable fields={hit.fields} person={t('compare.person')} otherNames={hit.otherNames} />
        <div>
          <p className={styles.still}>
            <StillHere hit={hit} />
          </p>
          {isToldApart(hit) && hit.exclusion !== null ? (
            <ToldApart exclusion={hit.exclusion} timeZone={lane.lane.timeZone} onUndo={onUndo} />
          ) : (
            <HitAnswers hit={hit} timeZone={lane.lane.timeZone} onAnswer={(answer) => onAnswer(hit, answer)} />
          )}
        </div>
      </Panel>
      <WhyMatched hit={hit} lane={lane} />
    </div>
  );
}

/** Why this entry is still seen: how long its decision holds (domain F1). */
function StillHere({ hit: { validTo, daysLeft } }: { hit: HitView }) {
  if (validTo === null || daysLeft === null) return <Text id="still.endless" />;
  if (daysLeft <= 0) return <Text id="still.today" />;
  return <Text id="still.ends" values={{ count: daysLeft, day: dateText(validTo) }} />;
}
