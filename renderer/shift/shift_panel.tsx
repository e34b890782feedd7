import { useState } from 'react';
import type { ShiftCounters, ShiftView } from '../../contract/shift.ts';
import type { BoothClient } from '../client/booth_client.ts';
import { momentText, useFormats } from '../i18n/formats.ts';
import { usePreferences } from '../i18n/preferences.tsx';
import { Text, useText } from '../i18n/text.tsx';
import { Button } from '../ui/button.tsx';
import { FormDialog } from '../ui/form_dialog.tsx';
import { Heading, Panel, Row } from '../ui/panel.tsx';
import { saveFile } from '../ui/save_file.ts';
import table from '../ui/table.module.css';
import { shiftReportForm } from './report_form.ts';
import styles from './shift.module.css';

/** Z5: who has the lane and answers for what, and the closing report of the shift before. */
export function ShiftPanel({ view, client, timeZone }: { view: ShiftView; client: BoothClient; timeZone: string }) {
  const t = useText();
  const { running, last } = view;
  return (
    <Panel
      zone="Z5"
      title={t('shift.panel')}
      aside={running === null ? undefined : t('top.shift', { shift: running.shift })}
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls must be reachable by keyboard */}
      <div className={table.scroll} data-scrolls tabIndex={0}>
        {running === null ? (
          <p className={table.hint}>
            <Text id="shift.none.detail" />
          </p>
        ) : (
          <dl>
            <Row label={t('shift.officer')} mono>
              {running.officer}
            </Row>
            <Row label={t('shift.since')}>{momentText(running.startedAt, timeZone)}</Row>
            <Counters counters={view.handOver?.counters ?? running.counters} />
          </dl>
        )}
        {last !== null && <Report last={last} client={client} timeZone={timeZone} />}
      </div>
    </Panel>
  );
}

function Counters({ counters }: { counters: ShiftCounters }) {
  const t = useText();
  return (
    <>
      <Row label={t('shift.counter.stamps')} mono>
        {`${counters.stampsFrom} – ${counters.stampsTo}`}
      </Row>
      <Row label={t('shift.counter.forms')}>{counters.forms}</Row>
      <Row label={t('shift.counter.seals')}>{counters.seals}</Row>
      <Row label={t('shift.counter.receipts')}>{counters.receipts}</Row>
    </>
  );
}

/** The closing report, to be read here, printed, and saved as a file. */
function Report({
  last,
  client,
  timeZone,
}: {
  last: NonNullable<ShiftView['last']>;
  client: BoothClient;
  timeZone: string;
}) {
  const t = useText();
  const { language } = usePreferences();
  const { language: languageName } = useFormats();
  const [printing, setPrinting] = useState(false);
  const { report } = last;
  const seconds = (value: number | null) => (value === null ? '–' : `${value} s`);
  const rows: readonly (readonly [string, string | number])[] = [
    ...report.counts
      .filter(({ citizens, foreigners }) => citizens + foreigners > 0)
      .map(
        ({ direction, outcome, citizens, foreigners }) =>
          [
            `${t(`direction.${direction}`)}, ${t(`shift.outcome.${outcome}`)}`,
            t('shift.report.people', { citizens, foreigners }),
          ] as const,
      ),
    [t('shift.report.mean'), seconds(report.meanSeconds)],
    [t('shift.report.p95'), seconds(report.p95Seconds)],
    [t('shift.report.refusals'), report.refusals],
    [t('shift.report.entries'), `${report.hitsTrue} / ${report.hitsFalse}`],
    [t('shift.report.overrides'), report.overrides],
    [t('shift.report.incidents'), report.incidents],
    [t('shift.report.downtime'), t('shift.report.minutes', { count: report.downtimeMinutes })],
  ];
  return (
    <section data-testid="shift-report">
      <Heading title={t('shift.report')} aside={last.officer} />
      <dl>
        <Row label={t('shift.report.ended')}>{momentText(last.endedAt, timeZone)}</Row>
        <Row label={t('shift.report.to')} mono>
          {last.to ?? '–'}
        </Row>
        {rows.map(([label, value]) => (
          <Row key={label} label={label}>
            {value}
          </Row>
        ))}
      </dl>
      <p className={styles.save}>
        <Button testId="print-report" onPress={() => setPrinting(true)}>
          {t('shift.report.print')}
        </Button>
        <Button
          testId="save-report"
          onPress={() => saveFile({ fileName: 'shift-report.json', text: `${JSON.stringify(last, null, 2)}\n` })}
        >
          {t('shift.report.save')}
        </Button>
      </p>
      {printing && (
        <FormDialog
          form={shiftReportForm(last.number, client, { t, language, languageName })}
          timeZone={timeZone}
          onClose={() => setPrinting(false)}
        />
      )}
    </section>
  );
}
