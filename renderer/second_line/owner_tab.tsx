import type { SecondLineCase } from '../../contract/second_line_view.ts';
import { CONFIRMATION_ANSWERS } from '../../core/domain/second_line/file.ts';
import { useBoothClock } from '../client/use_booth_clock.ts';
import { clockText, stopwatchText } from '../i18n/formats.ts';
import { Text, type Translate, useText } from '../i18n/text.tsx';
import { Button } from '../ui/button.tsx';
import { Glyph } from '../ui/glyph.tsx';
import { Panel } from '../ui/panel.tsx';
import table from '../ui/table.module.css';
import type { FormAsk } from './form_dialog.tsx';
import type { Forms } from './forms.ts';
import styles from './second_line.module.css';

type Confirmation = SecondLineCase['confirmations'][number];

/** Whether the authority that owns an entry was asked, what it said, and how long it has been silent. */
export function OwnerTab({
  file,
  forms,
  mine,
  timeZone,
  ask,
}: {
  file: SecondLineCase;
  forms: Forms;
  mine: boolean;
  timeZone: string;
  ask(form: FormAsk): void;
}) {
  const t = useText();
  const now = useBoothClock(file.now);
  const { hits } = file.clearance;
  return (
    <Panel zone="Z4" title={t('second.tab.owner')} aside={t('second.owner.limits')}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls must be reachable by keyboard */}
      <div className={table.scroll} data-scrolls tabIndex={0}>
        {hits.length === 0 && (
          <p className={table.hint}>
            <Text id="second.compare.none" />
          </p>
        )}
        <ul className={styles.list}>
          {hits.map((hit) => {
            const asked = file.confirmations.findLast((one) => one.entry === hit.hit) ?? null;
            const silent = asked !== null && (asked.answer === null || asked.answer.result === 'NO_ANSWER');
            return (
              <li key={hit.hit} className={styles.line} data-entry={hit.hit}>
                <b>{`${t(`list.${hit.listKind}`)} · ${hit.decision ?? '–'}`}</b>
                <State asked={asked} now={now} />
                <small>{t('second.owner.is', { authority: hit.authority ?? '–' })}</small>
                {asked !== null && <small>{askedText(asked, timeZone, t)}</small>}
                {mine && !silent && asked?.answer == null && (
                  <p>
                    <Button testId="ask-owner" onPress={() => ask(forms.askOwner(hit.hit, hit.authority ?? ''))}>
                      <Text id="second.owner.ask" />
                    </Button>
                  </p>
                )}
                {mine && silent && (
                  <p className={styles.pick}>
                    {CONFIRMATION_ANSWERS.filter((one) => one !== asked?.answer?.result).map((result) => (
                      <Button
                        key={result}
                        testId={`owner-${result}`}
                        onPress={() => ask(forms.ownerAnswered(hit.hit, result))}
                      >
                        {t(`second.owner.${result}`)}
                      </Button>
                    ))}
                  </p>
                )}
              </li>
            );
          })}
        </ul>
      </div>
    </Panel>
  );
}

const askedText = (asked: Confirmation, timeZone: string, t: Translate): string =>
  t('second.owner.askedAt', {
    officer: asked.by,
    time: clockText(asked.at, timeZone).slice(0, 5),
    channel: t(`second.channel.${asked.channel}`),
  });

function State({ asked, now }: { asked: Confirmation | null; now: number }) {
  const t = useText();
  if (asked === null)
    return (
      <span className={styles.state}>
        <Glyph name="not-performed" /> {t('second.owner.notAsked')}
      </span>
    );
  if (asked.answer !== null)
    return (
      <span className={styles.state}>
        <Glyph name="information" /> {t(`second.owner.${asked.answer.result}`)}
      </span>
    );
  const told = asked.escalated.at(-1)?.to;
  return (
    <span className={styles.state} data-tone={told === undefined ? undefined : 'warn'}>
      <Glyph name={told === undefined ? 'running' : 'to-resolve'} tone={told === undefined ? 'run' : 'warn'} />
      {stopwatchText(now - asked.at)}
      {told !== undefined && ` · ${t(`second.told.${told}`)}`}
    </span>
  );
}
