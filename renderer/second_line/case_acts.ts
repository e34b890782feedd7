import type { SecondLineCase } from '../../contract/second_line_view.ts';
import type { DeskAct, DeskActs } from '../desk/desk_act.ts';
import type { Translate } from '../i18n/text.tsx';
import type { FormAsk } from './form_dialog.tsx';
import type { Forms } from './forms.ts';

const TABS = ['counter', 'law', 'interview', 'compare', 'owner', 'indicators'] as const;
/** What the middle of a file shows. */
export type Tab = (typeof TABS)[number];

type Outcome = keyof SecondLineCase['closed'];

/** The bar of a file: six tabs, F8 and F9, and F12, which takes the file first and lets the person pass then. */
export function actsOf({
  file,
  tab,
  t,
  setTab,
  ask,
  forms,
  take,
  clear,
}: {
  file: SecondLineCase;
  tab: Tab;
  t: Translate;
  setTab(tab: Tab): void;
  ask(form: FormAsk): void;
  forms: Forms;
  take(): void;
  clear(): void;
}): DeskActs {
  const why = (kind: Outcome): string | null => {
    const [first] = file.closed[kind];
    return first === undefined ? null : t(`second.refused.${first}`);
  };
  const decision = (cap: string, kind: Outcome, label: string, testId: string, form: () => FormAsk): DeskAct => ({
    cap,
    label,
    detail: why(kind) ?? t('second.form.fill'),
    open: why(kind) === null,
    testId,
    run: () => ask(form()),
  });
  const queued = file.stage === 'QUEUED';
  return {
    tools: TABS.map((one, place) => ({
      cap: `F${place + 2}`,
      label: t(`second.tab.${one}.short`),
      open: true,
      pressed: one === tab,
      testId: `tab-${one}`,
      run: () => setTab(one),
    })),
    decisions: [
      decision('F8', 'REFUSAL_PROPOSED', t('second.refuse'), 'refuse', forms.refuse),
      decision('F9', 'HANDED_OVER', t('second.handOver'), 'hand-over', forms.handOver),
    ],
    closing: queued
      ? { cap: 'F12', label: t('second.take'), detail: file.recordNumber, open: true, testId: 'take', run: take }
      : {
          cap: 'F12',
          label: t(file.direction === 'ARRIVAL' ? 'second.clear.ARRIVAL' : 'second.clear.DEPARTURE'),
          detail: why('CLEARED') ?? t('second.clear.open'),
          open: why('CLEARED') === null,
          testId: 'clear',
          run: clear,
        },
    subject: `${file.file} ${file.stage}`,
  };
}
