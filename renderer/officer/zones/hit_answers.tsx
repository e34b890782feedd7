import type { HitView } from '../../../contract/hit_view.ts';
import { dateText } from '../../i18n/formats.ts';
import { useText } from '../../i18n/text.tsx';
import { Button } from '../../ui/button.tsx';
import { KeyCap } from '../../ui/key_cap.tsx';
import styles from './compare_zone.module.css';
import { Earlier, usePeople } from './told_apart.tsx';

export type Answer = NonNullable<HitView['answer']>;

const ANSWERS: readonly Answer[] = ['SAME', 'DIFFERENT', 'CANNOT_DECIDE'];

/** Three answers of equal size, none chosen beforehand, and what "different" needs and brings. */
export function HitAnswers({
  hit,
  timeZone,
  onAnswer,
}: {
  hit: HitView;
  timeZone: string;
  onAnswer(answer: Answer): void;
}) {
  const t = useText();
  return (
    <div className={styles.answers}>
      {hit.exclusion !== null && <Earlier exclusion={hit.exclusion} timeZone={timeZone} />}
      <div className={styles.buttons}>
        {ANSWERS.map((answer, index) => (
          <Button
            key={answer}
            onPress={() => onAnswer(answer)}
            pressed={hit.answer === answer}
            testId={`answer-${answer}`}
            decides
          >
            <KeyCap>{index + 1}</KeyCap>
            {t(`answer.${answer}`)}
          </Button>
        ))}
      </div>
      <p>
        <Rule hit={hit} />{' '}
        {hit.rememberedUntil === null
          ? t('answer.notRemembered')
          : t('answer.remembered', { until: dateText(hit.rememberedUntil) })}
      </p>
    </div>
  );
}

function Rule({ hit }: { hit: HitView }) {
  const t = useText();
  const people = usePeople();
  const { answer, answeredBy, confirmedBy, secondPerson, strongDifferences: found } = hit;
  if (answer === 'DIFFERENT' && answeredBy !== null && confirmedBy !== null) {
    return <>{t('answer.confirmed', { people: people(answeredBy, confirmedBy) })}</>;
  }
  return <>{t(secondPerson === 'NOBODY' ? 'answer.rule.alone' : `answer.rule.${secondPerson}`, { found })}</>;
}
