import type { SecondLineCase } from '../../contract/second_line_view.ts';
import { Text, useText } from '../i18n/text.tsx';
import { Button } from '../ui/button.tsx';
import { Glyph } from '../ui/glyph.tsx';
import { Panel } from '../ui/panel.tsx';
import { lookOfCheck } from '../ui/status.ts';
import table from '../ui/table.module.css';
import type { FormAsk } from './form_dialog.tsx';
import type { Forms } from './forms.ts';
import styles from './second_line.module.css';

/** What the counter saw: every check with its result, and the expert's own beside it; notes of the counter below. */
export function CounterTab({
  file,
  forms,
  mine,
  ask,
}: {
  file: SecondLineCase;
  forms: Forms;
  mine: boolean;
  ask(form: FormAsk): void;
}) {
  const t = useText();
  const { clearance } = file;
  return (
    <Panel zone="Z4" title={t('second.tab.counter')} aside={t('second.counter.doubts', { count: file.doubts.length })}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls must be reachable by keyboard */}
      <div className={table.scroll} data-scrolls tabIndex={0}>
        <ul className={styles.list}>
          {clearance.checks.map((check) => {
            const again = file.rechecks.findLast((one) => one.check === check.check);
            const look = lookOfCheck(check);
            return (
              <li key={check.check} className={styles.line} data-check={check.check}>
                <b>{t(`check.${check.check}`)}</b>
                <span className={styles.state}>
                  <Glyph name={look.glyph} tone={look.tone} />
                  {t(`state.${check.state}`)}
                  {mine && (
                    <Button testId={`recheck-${check.check}`} onPress={() => ask(forms.recheck(check.check))}>
                      <Text id="second.recheck" />
                      <span className="hidden-text">{t(`check.${check.check}`)}</span>
                    </Button>
                  )}
                </span>
                {check.reason !== null && <small>{t(`reason.${check.reason}`)}</small>}
                {again !== undefined && (
                  <p>
                    {t('second.recheck.said', {
                      result: t(`state.${again.result}`),
                      officer: again.by,
                      reason: again.reason,
                    })}
                  </p>
                )}
              </li>
            );
          })}
          {clearance.notes.map((note) => (
            <li key={note.at} className={styles.line}>
              <b>{t('second.counter.note', { officer: note.by })}</b>
              <p>{note.text}</p>
            </li>
          ))}
        </ul>
      </div>
    </Panel>
  );
}
