import { useState } from 'react';
import type { SecondLineCase } from '../../contract/second_line_view.ts';
import { FieldTable } from '../hits/field_table.tsx';
import { Text, useText } from '../i18n/text.tsx';
import { Button } from '../ui/button.tsx';
import { Panel } from '../ui/panel.tsx';
import table from '../ui/table.module.css';
import type { FormAsk } from './form_dialog.tsx';
import type { Forms } from './forms.ts';
import styles from './second_line.module.css';

const ANSWERS = ['SAME', 'DIFFERENT', 'CANNOT_DECIDE'] as const;
export type Answer = (typeof ANSWERS)[number];

/** The person beside each list entry that the counter was shown; three answers of equal size. */
export function CompareTab({
  file,
  forms,
  mine,
  ask,
  onAnswer,
}: {
  file: SecondLineCase;
  forms: Forms;
  mine: boolean;
  ask(form: FormAsk): void;
  onAnswer(entry: string, answer: Answer): void;
}) {
  const t = useText();
  const [chosen, setChosen] = useState(0);
  const { hits } = file.clearance;
  const hit = hits[Math.min(chosen, hits.length - 1)];
  if (hit === undefined)
    return (
      <Panel zone="Z4" title={t('second.tab.compare')}>
        <p className={table.hint}>
          <Text id="second.compare.none" />
        </p>
      </Panel>
    );
  const answer = (one: Answer) => {
    if (one === 'DIFFERENT' && hit.secondPerson !== 'NOBODY') ask(forms.different(hit.hit));
    else onAnswer(hit.hit, one);
  };
  return (
    <Panel
      zone="Z4"
      title={t(`list.${hit.listKind}`)}
      aside={t('second.compare.place', { place: chosen + 1, count: hits.length })}
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls must be reachable by keyboard */}
      <div className={table.scroll} data-scrolls tabIndex={0}>
        <FieldTable fields={hit.fields} person={t('compare.person')} otherNames={hit.otherNames} />
      </div>
      <div className={styles.buttons}>
        {hits.length > 1 && (
          <Button testId="next-entry" onPress={() => setChosen((chosen + 1) % hits.length)}>
            <Text id="second.compare.next" />
          </Button>
        )}
        {ANSWERS.map((one) => (
          <Button
            key={one}
            testId={`answer-${one}`}
            pressed={hit.answer === one}
            closed={!mine}
            decides
            onPress={() => answer(one)}
          >
            {t(`answer.${one}`)}
          </Button>
        ))}
      </div>
    </Panel>
  );
}
