import type { SecondLineCase } from '../../contract/second_line_view.ts';
import { clockText } from '../i18n/formats.ts';
import { type Translate, useText } from '../i18n/text.tsx';
import { Button } from '../ui/button.tsx';
import { Panel } from '../ui/panel.tsx';
import table from '../ui/table.module.css';
import type { FormAsk } from './form_dialog.tsx';
import type { Forms } from './forms.ts';
import styles from './second_line.module.css';

interface Line {
  readonly at: number;
  readonly by: string;
  readonly what: string;
  readonly more: string;
}

/** Everything that happened to the file, the newest first. */
function linesOf(file: SecondLineCase, t: Translate): readonly Line[] {
  const line = (act: { at: number; by: string }, what: string, more = ''): Line => ({ ...act, what, more });
  const reasons = file.reasons.map((reason) => t(`reason.${reason}`)).join(' · ');
  return [
    line(file.referred, t('second.log.referred'), reasons),
    ...(file.escorted === null ? [] : [line(file.escorted, t('second.log.escorted'))]),
    ...(file.taken === null || file.takenOver.length > 0 ? [] : [line(file.taken, t('second.log.taken'))]),
    ...file.takenOver.map((one) => line(one, t('second.log.takenOver', { from: one.from }), one.reason)),
    ...file.interview.map((one) => line(one, one.asked ?? '', one.answer)),
    ...file.rechecks.map((one) => line(one, `${t(`check.${one.check}`)}: ${t(`state.${one.result}`)}`, one.reason)),
    ...file.comparisons.map((one) => line(one, t(`answer.${one.answer}`), one.entry)),
    ...file.confirmations.flatMap((one) => [
      line(one, t('second.log.asked', { authority: one.authority }), t(`second.channel.${one.channel}`)),
      ...one.escalated.map(({ to, at }) => line({ at, by: '–' }, t(`second.told.${to}`))),
      ...(one.answer === null ? [] : [line(one.answer, t(`second.owner.${one.answer.result}`), one.answer.note)]),
    ]),
    ...file.measures.map((one) => line(one, t(`second.measure.${one.kind}`), one.text)),
    ...(file.decided === null ? [] : [line(file.decided, t(`second.outcome.${file.decided.outcome.kind}`))]),
  ].sort((a, b) => b.at - a.at);
}

/** Z5: what happened so far, and the acts that have no key of their own. */
export function FileLog({
  file,
  forms,
  mine,
  supervises,
  timeZone,
  ask,
  putBack,
}: {
  file: SecondLineCase;
  forms: Forms;
  mine: boolean;
  supervises: boolean;
  timeZone: string;
  ask(form: FormAsk): void;
  putBack(): void;
}) {
  const t = useText();
  const open = file.stage !== 'CLOSED';
  return (
    <Panel zone="Z5" title={t('second.log.title')}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls must be reachable by keyboard */}
      <div className={table.scroll} data-scrolls tabIndex={0}>
        <ol className={styles.log}>
          {linesOf(file, t).map((line, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines are only ever added, and two may say the same
            <li key={`${line.at}-${place}`}>
              <time className="mono">{clockText(line.at, timeZone).slice(0, 5)}</time>
              <b>{line.what}</b>
              <small>{line.more === '' ? line.by : `${line.by} · ${line.more}`}</small>
            </li>
          ))}
        </ol>
      </div>
      {open && (
        <div className={styles.buttons}>
          {file.escorted === null && (
            <Button testId="escorted" onPress={() => ask(forms.escorted(file.referred.by))}>
              {t('second.escort')}
            </Button>
          )}
          {mine && (
            <>
              <Button testId="measure" onPress={() => ask(forms.measure())}>
                {t('second.measure')}
              </Button>
              <Button testId="detain" onPress={() => ask(forms.detain())}>
                {t('second.detain')}
              </Button>
              <Button testId="release" onPress={() => ask(forms.release())}>
                {t('second.release')}
              </Button>
              <Button testId="put-back" onPress={putBack}>
                {t('second.putBack')}
              </Button>
            </>
          )}
          {!mine && file.taken !== null && supervises && (
            <Button testId="take-over" onPress={() => ask(forms.takeOver())}>
              {t('second.takeOver')}
            </Button>
          )}
        </div>
      )}
    </Panel>
  );
}
