import type { SelfTestStepView, SelfTestView } from '../../../contract/technician_view.ts';
import { useBoothClock } from '../../client/use_booth_clock.ts';
import { momentText, stopwatchText } from '../../i18n/formats.ts';
import { Text, useText } from '../../i18n/text.tsx';
import { Button } from '../../ui/button.tsx';
import { Glyph } from '../../ui/glyph.tsx';
import { KeyCap } from '../../ui/key_cap.tsx';
import { Panel } from '../../ui/panel.tsx';
import tables from '../../ui/table.module.css';
import { isJudged } from '../acts/self_test_acts.ts';
import { LOOK_OF_STEP } from '../conditions.ts';
import { signalOf, useStepTitle } from '../step_titles.ts';
import { expectedOf, measuredOf, reasonOf } from '../step_words.ts';
import type { Technician } from '../use_technician.ts';
import { ActDrawing } from './act_drawing.tsx';
import styles from './self_test_page.module.css';

/** One act on the left; every step with what is expected and what was measured on the right. */
export function SelfTestPage({ technician }: { technician: Technician }) {
  const { selfTest } = technician.view;
  return (
    <>
      <PresentAct technician={technician} test={selfTest} />
      <Steps technician={technician} test={selfTest} />
    </>
  );
}

/** Z2: what a person does now, drawn and said; nothing to press where the device sees it by itself. */
function PresentAct({ technician, test }: { technician: Technician; test: SelfTestView | null }) {
  const t = useText();
  const current = test?.steps.find((step) => step.id === test.current);
  const running = test?.phase === 'RUNNING';
  const act = running ? (current?.act ?? 'NONE') : 'NONE';
  const place = test?.steps.findIndex((step) => step.id === test.current) ?? -1;
  const { run, call } = technician.commands;
  const signal = running && current !== undefined ? signalOf(current, t) : null;
  const title =
    running && place >= 0
      ? t('tech.selftest.step', { number: place + 1, count: test?.steps.length ?? 0 })
      : t('tech.tile.selftest');
  return (
    <Panel
      zone="Z2"
      title={title}
      aside={running && test.until !== null ? <TimeLeft until={test.until} boothNow={technician.view.now} /> : ''}
    >
      <div className={styles.picture}>
        <ActDrawing act={act} />
      </div>
      <div className={styles.instruction}>
        <h3>{t(running ? `tech.act.${act}` : 'tech.selftest.idle')}</h3>
        <p>
          {signal !== null && `${t('tech.selftest.signal', { signal })} `}
          {t(running ? `tech.act.${act}.detail` : 'tech.selftest.idle.detail')}
        </p>
        {running && current?.result === 'RUNNING' && isJudged(act) && (
          <div className={styles.buttons}>
            <Button testId="judge-good" decides onPress={() => void run(call.judgeStep({ good: true }))}>
              {t('tech.judge.good')} <KeyCap>1</KeyCap>
            </Button>
            <Button testId="judge-bad" decides onPress={() => void run(call.judgeStep({ good: false }))}>
              {t('tech.judge.bad')} <KeyCap>2</KeyCap>
            </Button>
          </div>
        )}
        {running && (
          <div className={styles.buttons}>
            <Button testId="skip-step" onPress={() => technician.setDialog('skip')}>
              {t('tech.skip')} <KeyCap>S</KeyCap>
            </Button>
            <Button testId="repeat-step" onPress={() => void run(call.repeatStep())}>
              {t('tech.repeat')} <KeyCap>R</KeyCap>
            </Button>
          </div>
        )}
        {test?.signed && (
          <p className={`${styles.hash} mono`}>
            {test.signed.by} · {momentText(test.signed.at, technician.view.lane.timeZone)}
            <br />
            {test.signed.hash}
          </p>
        )}
      </div>
    </Panel>
  );
}

function TimeLeft({ until, boothNow }: { until: number; boothNow: number }) {
  const t = useText();
  const now = useBoothClock(boothNow);
  return <>{t('tech.selftest.left', { time: stopwatchText(until - now) })}</>;
}

/** Z4: the steps, in the order in which they are done. */
function Steps({ technician, test }: { technician: Technician; test: SelfTestView | null }) {
  const t = useText();
  if (test === null) {
    return (
      <Panel zone="Z4" className={tables.empty}>
        <Glyph name="not-performed" size="large" />
        <ol className={styles.how}>
          <li>
            <Text id="tech.selftest.how.close" />
          </li>
          <li>
            <Text id="tech.selftest.how.act" />
          </li>
          <li>
            <Text id="tech.selftest.how.sign" />
          </li>
        </ol>
      </Panel>
    );
  }
  return (
    <Panel
      zone="Z4"
      title={t('tech.selftest.of', { lane: technician.view.lane.id, by: test.by })}
      aside={t(test.phase === 'SIGNED' ? 'tech.selftest.isSigned' : 'tech.selftest.willBeSigned')}
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className={tables.scroll} tabIndex={0} aria-label={t('tech.tile.selftest')} data-scrolls>
        <table className={`${tables.table} ${styles.table}`}>
          <thead>
            <tr>
              <th scope="col">#</th>
              <th scope="col">{t('tech.selftest.what')}</th>
              <th scope="col">{t('tech.selftest.expected')}</th>
              <th scope="col">{t('tech.selftest.measured')}</th>
              <th scope="col">{t('tech.selftest.result')}</th>
            </tr>
          </thead>
          <tbody>
            {test.steps.map((step, place) => (
              <StepRow key={step.id} step={step} number={place + 1} current={step.id === test.current} />
            ))}
          </tbody>
        </table>
      </section>
    </Panel>
  );
}

function StepRow({ step, number, current }: { step: SelfTestStepView; number: number; current: boolean }) {
  const t = useText();
  const title = useStepTitle();
  const look = LOOK_OF_STEP[step.result];
  return (
    <tr
      data-step={step.step}
      data-result={step.result}
      data-chosen={current}
      aria-current={current ? 'step' : undefined}
    >
      <td className={tables.first}>
        <b>{number}</b>
      </td>
      <th scope="row">
        <span className={styles.title}>{title(step)}</span>
        {step.device !== null && <small className={tables.cut}>{step.device}</small>}
      </th>
      <td className={styles.wrap}>{expectedOf(step, t)}</td>
      <td className={styles.wrap}>
        <b>{measuredOf(step, t)}</b>
      </td>
      <td>
        <span className={tables.state} data-tone={look.tone}>
          <Glyph name={look.glyph} tone={look.tone} />
          <span>
            {t(`tech.result.${step.result}`)}
            {step.reason !== null && <small className={styles.reason}>{reasonOf(step, t)}</small>}
          </span>
        </span>
      </td>
    </tr>
  );
}
