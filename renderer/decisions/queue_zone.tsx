import { momentText, stopwatchText } from '../i18n/formats.ts';
import { useText } from '../i18n/text.tsx';
import { Glyph } from '../ui/glyph.tsx';
import { Panel } from '../ui/panel.tsx';
import { type DecisionFile, isOpen, openedAt } from './decision_file.ts';
import styles from './decisions_screen.module.css';

/** Z4 where no file is chosen: what waits, the longest first, and what ended in the last day. */
export function QueueZone({
  files,
  now,
  timeZone,
  onChoose,
}: {
  files: readonly DecisionFile[];
  now: number;
  timeZone: string;
  onChoose(file: string): void;
}) {
  const t = useText();
  return (
    <Panel zone="Z4" title={t('decisions.queue')} aside={String(files.filter(isOpen).length)}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className={styles.scroll} data-scrolls tabIndex={0} aria-label={t('decisions.queue')}>
        {files.length === 0 && <p className={styles.empty}>{t('decisions.none.detail')}</p>}
        <ul className={styles.queue}>
          {files.map((one) => (
            <li key={one.file.id}>
              <button type="button" onClick={() => onChoose(one.file.id)} data-testid="decision-file">
                <span className={styles.words}>
                  <b>{one.file.holder.name}</b>
                  <small>
                    {t(`decisions.kind.${one.kind}`)} · {one.file.number}
                  </small>
                </span>
                <span className={styles.words}>
                  <span>{t(`decisions.stage.${one.file.stage}`)}</span>
                  {isOpen(one) && (
                    <small>
                      {t(`decisions.by.${one.file.decider === 'SUPERVISOR' ? 'SUPERVISOR' : 'HEAD_OF_UNIT'}`)}
                    </small>
                  )}
                </span>
                <span className={styles.waits} data-late={one.file.late}>
                  {isOpen(one) ? (
                    <>
                      {one.file.late && <Glyph name="to-resolve" tone="warn" />}
                      <span className={styles.words}>
                        <b>{stopwatchText(now - openedAt(one))}</b>
                        {one.file.late && <small>{t('decisions.long')}</small>}
                      </span>
                    </>
                  ) : (
                    momentText(openedAt(one), timeZone)
                  )}
                </span>
              </button>
            </li>
          ))}
        </ul>
      </section>
    </Panel>
  );
}
