import { type ReactNode, useState } from 'react';
import type { SecondLineCase, SecondLineView } from '../../contract/second_line_view.ts';
import { may } from '../../core/domain/access/permissions.ts';
import { sentenceOf } from '../client/error_sentence.ts';
import { useBoothClock } from '../client/use_booth_clock.ts';
import { DeskFrame } from '../desk/desk_frame.tsx';
import type { DeskPageProps } from '../desk/desk_page.ts';
import type { Sentence } from '../i18n/sentence.ts';
import { useText } from '../i18n/text.tsx';
import { PersonZone } from '../officer/zones/person_zone.tsx';
import { attentionOfCase } from './attention.ts';
import { actsOf, type Tab } from './case_acts.ts';
import { CompareTab } from './compare_tab.tsx';
import { CounterTab } from './counter_tab.tsx';
import { FileLog } from './file_log.tsx';
import { type FormAsk, FormDialog } from './form_dialog.tsx';
import { formsOf } from './forms.ts';
import { InterviewTab } from './interview_tab.tsx';
import { LawTab } from './law_tab.tsx';
import { OwnerTab } from './owner_tab.tsx';

/** One file of the second line: the person left, what to do next above, a tab of the matter in the middle, its log right. */
export function CaseScreen({
  file,
  questions,
  indicators,
  tab: first = 'counter',
  ...page
}: DeskPageProps & {
  file: SecondLineCase;
  questions: SecondLineView['questions'];
  /** The panel of earlier crossings; asked for only when it is opened. */
  indicators: ReactNode;
  tab?: Tab;
}) {
  const t = useText();
  const now = useBoothClock(file.now);
  const [tab, setTab] = useState<Tab>(first);
  const [form, setForm] = useState<FormAsk | null>(null);
  const [error, setError] = useState<Sentence | null>(null);
  const { timeZone } = page.booth.lane;
  const forms = formsOf(page.client, file.file);
  const mine = file.stage === 'TAKEN' && file.taken?.by === page.me.number;
  const run = (act: Promise<unknown>) => {
    setError(null);
    act.catch((problem: unknown) => setError(sentenceOf(problem, timeZone)));
  };
  const { secondLine } = page.client;
  const tabs: Record<Tab, ReactNode> = {
    counter: <CounterTab file={file} forms={forms} mine={mine} ask={setForm} />,
    law: <LawTab file={file} />,
    interview: <InterviewTab file={file} questions={questions} mine={mine} client={page.client} />,
    compare: (
      <CompareTab
        file={file}
        forms={forms}
        mine={mine}
        ask={setForm}
        onAnswer={(entry, answer) => run(secondLine.compare({ file: file.file, entry, answer }))}
      />
    ),
    owner: <OwnerTab file={file} forms={forms} mine={mine} timeZone={timeZone} ask={setForm} />,
    indicators: tab === 'indicators' ? indicators : null,
  };
  return (
    <>
      <DeskFrame
        booth={page.booth}
        me={page.me}
        client={page.client}
        attention={attentionOfCase(file, now)}
        error={error}
        left={<PersonZone lane={file} clearance={file.clearance} />}
        context={
          <FileLog
            file={file}
            forms={forms}
            mine={mine}
            supervises={may(page.me.roles, 'SUPERVISE')}
            timeZone={timeZone}
            ask={setForm}
            putBack={() => run(secondLine.putBack({ file: file.file }))}
          />
        }
        back={page.close}
        acts={actsOf({
          file,
          tab,
          t,
          setTab,
          ask: setForm,
          forms,
          take: () => run(secondLine.take({ file: file.file })),
          clear: () => run(secondLine.decide({ file: file.file, outcome: { kind: 'CLEARED' } })),
        })}
      >
        {tabs[tab]}
      </DeskFrame>
      {form !== null && <FormDialog ask={form} timeZone={timeZone} onClose={() => setForm(null)} />}
    </>
  );
}
