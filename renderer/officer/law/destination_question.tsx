import { useText } from '../../i18n/text.tsx';
import { Button } from '../../ui/button.tsx';
import { KeyCap } from '../../ui/key_cap.tsx';
import styles from './destination_question.module.css';
import type { Law } from './law_words.ts';

/** Whether the law still waits for the officer's word on the State of destination (Law 49/2019/QH14 Art 33(1)(b)). */
export const asksDestination = (law: Law | null): boolean =>
  law?.missingFacts.includes('basis.destinationAdmission') === true;

/** One question, one key: does the State of destination admit the person? */
export function DestinationQuestion({ law, onAnswer }: { law: Law; onAnswer(admitted: boolean): void }) {
  const t = useText();
  if (!asksDestination(law)) return null;
  return (
    <div className={styles.question} data-testid="destination">
      <b>{t('destination.question')}</b>
      <span>
        <Button onPress={() => onAnswer(true)} decides>
          <KeyCap>1</KeyCap> {t('destination.yes')}
        </Button>
        <Button onPress={() => onAnswer(false)} decides>
          <KeyCap>2</KeyCap> {t('destination.no')}
        </Button>
      </span>
    </div>
  );
}
