import type { HitView } from '../../../contract/lane_view.ts';
import { FieldTable } from '../../hits/field_table.tsx';
import { useText } from '../../i18n/text.tsx';
import { Button } from '../../ui/button.tsx';
import { KeyCap } from '../../ui/key_cap.tsx';
import { Panel } from '../../ui/panel.tsx';
import styles from './compare_zone.module.css';
import { WhyMatched } from './why_matched.tsx';

type Answer = NonNullable<HitView['answer']>;

const ANSWERS: readonly Answer[] = ['SAME', 'DIFFERENT', 'CANNOT_DECIDE'];

/** Z4 over Z5: the person beside the list entry, field by field; three answers of equal size, none chosen beforehand. */
export function CompareZone({
  hit,
  now,
  onAnswer,
}: {
  hit: HitView;
  now: number;
  onAnswer(hit: string, answer: Answer): void;
}) {
  const t = useText();
  return (
    <div className={styles.zone} data-zone="Z4">
      <Panel className={styles.fields}>
        <FieldTable fields={hit.fields} person={t('compare.person')} />
        <Answers hit={hit} onAnswer={(answer) => onAnswer(hit.hit, answer)} />
      </Panel>
      <WhyMatched hit={hit} now={now} />
    </div>
  );
}

function Answers({ hit, onAnswer }: { hit: HitView; onAnswer(answer: Answer): void }) {
  const t = useText();
  return (
    <div className={styles.answers}>
      <div className={styles.buttons}>
        {ANSWERS.map((answer, index) => (
          <Button
            key={answer}
            onPress={() => onAnswer(answer)}
            closed={answer === 'DIFFERENT' && !hit.differentAllowed}
            pressed={hit.answer === answer}
            testId={`answer-${answer}`}
            decides
          >
            <KeyCap>{index + 1}</KeyCap>
            {t(`answer.${answer}`)}
          </Button>
        ))}
      </div>
      <p>{t(hit.differentAllowed ? 'answer.rule.met' : 'answer.rule.unmet', { found: hit.strongDifferences })}</p>
    </div>
  );
}
