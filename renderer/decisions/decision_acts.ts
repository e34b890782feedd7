import type { DeskAct, DeskActs } from '../desk/desk_act.ts';
import type { Translate } from '../i18n/text.tsx';
import type { DecisionFile } from './decision_file.ts';
import type { DecisionForm } from './decision_forms.ts';
import { dueForms } from './print_form.ts';

/** What lies over the page: the decision on a refusal with the answer that stands first, or a form. */
export type DecisionDialog = 'REFUSE' | 'RETURN_TO_COUNTER' | 'TO_SECOND_LINE' | 'print' | DecisionForm;

interface Given {
  readonly t: Translate;
  open(dialog: DecisionDialog): void;
}

const act = (cap: string, dialog: DecisionDialog, label: string, open: boolean, given: Given): DeskAct => ({
  cap,
  label,
  open,
  testId: `decisions-${dialog}`,
  run: () => given.open(dialog),
});

function closed(one: DecisionFile, given: Given): DeskAct {
  const { t } = given;
  const undecided = one.kind === 'REFUSAL' ? one.file.stage === 'PROPOSED' : one.file.stage === 'OPEN';
  const label = one.kind === 'REFUSAL' ? t('refusal.answer.REFUSE') : t('decisions.measure');
  const by = one.kind === 'REFUSAL' ? t('decisions.by.HEAD_OF_UNIT') : t(`decisions.by.${one.file.decider}`);
  const detail = undecided ? by : t(`decisions.stage.${one.file.stage}`);
  return { ...act('F12', one.kind === 'REFUSAL' ? 'REFUSE' : 'measure', label, undecided, given), detail };
}

function tools(one: DecisionFile, given: Given): readonly DeskAct[] {
  const { t } = given;
  const print = act('Ctrl P', 'print', t('decisions.print'), dueForms(one).length > 0, given);
  if (one.kind === 'REFUSAL') {
    const refused = one.file.stage === 'REFUSED';
    return [
      act('F2', 'carrier', t('decisions.tool.carrier'), refused, given),
      act('F3', 'reverse', t('decisions.tool.reverse'), refused, given),
      print,
    ];
  }
  const { stage } = one.file;
  return [
    act('F2', 'minutes', t('decisions.tool.minutes'), stage === 'MEASURED', given),
    act('F3', 'payment', t('decisions.tool.payment'), stage === 'MINUTED' || stage === 'UNPAID', given),
    act('F4', 'close', t('decisions.tool.close'), stage === 'PAID' || stage === 'UNPAID', given),
    print,
  ];
}

/** The bar of a file: what goes on with it, its papers, the answers of the head of unit, and the decision itself. */
export function decisionActs(one: DecisionFile | null, given: Given): DeskActs {
  if (one === null) return { tools: [], decisions: [], closing: null, subject: null };
  const { t } = given;
  const proposed = one.kind === 'REFUSAL' && one.file.stage === 'PROPOSED';
  return {
    tools: tools(one, given),
    decisions:
      one.kind === 'OVERSTAY'
        ? [act('F9', 'end', t('decisions.tool.end'), one.file.closed === null && one.file.stage !== 'PAID', given)]
        : [
            act('F8', 'RETURN_TO_COUNTER', t('decisions.tool.toCounter'), proposed, given),
            act('F9', 'TO_SECOND_LINE', t('decisions.tool.toSecondLine'), proposed, given),
          ],
    closing: closed(one, given),
    subject: one.file.id,
  };
}
