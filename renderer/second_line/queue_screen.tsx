import { useState } from 'react';
import type { QueueRow, SecondLineView } from '../../contract/second_line_view.ts';
import { sentenceOf } from '../client/error_sentence.ts';
import { useBoothClock } from '../client/use_booth_clock.ts';
import { DeskFrame } from '../desk/desk_frame.tsx';
import type { DeskPageProps } from '../desk/desk_page.ts';
import { clockText, stopwatchText } from '../i18n/formats.ts';
import type { Sentence } from '../i18n/sentence.ts';
import { Text, useText } from '../i18n/text.tsx';
import { Glyph } from '../ui/glyph.tsx';
import { Panel } from '../ui/panel.tsx';
import table from '../ui/table.module.css';
import { attentionOfQueue } from './attention.ts';
import styles from './second_line.module.css';

/** The queue of the second line: who waits, for how long, why they were sent, and who works on it. */
export function QueueScreen({
  view,
  open,
  ...page
}: DeskPageProps & { view: SecondLineView; open(file: string): void }) {
  const t = useText();
  const now = useBoothClock(view.now);
  const [chosen, setChosen] = useState<string | null>(null);
  const [error, setError] = useState<Sentence | null>(null);
  const place = Math.max(
    0,
    view.queue.findIndex(({ file }) => file === chosen),
  );
  const row = view.queue[place];
  const run = (act: Promise<unknown>, then?: () => void) => {
    setError(null);
    act.then(
      () => then?.(),
      (problem: unknown) => setError(sentenceOf(problem, page.booth.lane.timeZone)),
    );
  };
  const free = row?.stage === 'QUEUED';
  return (
    <DeskFrame
      booth={page.booth}
      me={page.me}
      client={page.client}
      attention={attentionOfQueue(view)}
      error={error}
      left={null}
      context={null}
      back={page.close}
      move={(step) => setChosen(view.queue[Math.min(Math.max(place + step, 0), view.queue.length - 1)]?.file ?? null)}
      keys={[['↑ ↓', 'second.key.choose']]}
      acts={{
        tools: [
          {
            cap: 'F2',
            label: t('second.open'),
            open: row !== undefined,
            detail: t('second.queue.empty'),
            testId: 'open-file',
            run: () => row !== undefined && open(row.file),
          },
          {
            cap: 'F5',
            label: t('second.callNext'),
            open: true,
            testId: 'call-next',
            run: () => run(page.client.secondLine.callNext()),
          },
        ],
        decisions: [],
        closing: {
          cap: 'F12',
          label: t('second.take'),
          detail: row === undefined ? t('second.queue.empty') : takeDetail(row, t),
          open: free,
          testId: 'take',
          run: () => {
            if (row !== undefined) run(page.client.secondLine.take({ file: row.file }), () => open(row.file));
          },
        },
        subject: row?.file ?? null,
      }}
    >
      <Panel zone="Z4" title={t('second.queue.title')} aside={t('second.queue.order')}>
        {view.queue.length === 0 ? (
          <p className={table.hint}>
            <Text id="second.queue.none" />
          </p>
        ) : (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls must be reachable by keyboard
          <div className={table.scroll} data-scrolls tabIndex={0}>
            <table className={`${table.table} ${styles.queue}`}>
              <thead>
                <tr>
                  {(['record', 'person', 'reasons', 'state', 'waiting'] as const).map((column) => (
                    <th key={column} scope="col">
                      <Text id={`second.column.${column}`} />
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {view.queue.map((one) => (
                  <Row
                    key={one.file}
                    row={one}
                    now={now}
                    timeZone={page.booth.lane.timeZone}
                    chosen={one === row}
                    choose={() => setChosen(one.file)}
                  />
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Panel>
    </DeskFrame>
  );
}

const takeDetail = (row: QueueRow, t: ReturnType<typeof useText>): string => {
  if (row.stage === 'QUEUED') return row.recordNumber;
  return row.stage === 'CLOSED' ? t('second.refused.CLOSED') : t('second.takenBy', { officer: row.taken?.by ?? '' });
};

function Row({
  row,
  now,
  timeZone,
  chosen,
  choose,
}: {
  row: QueueRow;
  now: number;
  timeZone: string;
  chosen: boolean;
  choose(): void;
}) {
  const t = useText();
  const reasons = row.reasons.map((reason) => t(`reason.${reason}`)).join(' · ');
  const late = row.waiting?.escalated ?? null;
  return (
    <tr data-chosen={chosen} data-file={row.recordNumber}>
      <th scope="row">
        <button type="button" className={table.name} aria-pressed={chosen} onClick={choose}>
          <b className="mono">{row.recordNumber}</b>
          <small>{clockText(row.referred.at, timeZone).slice(0, 5)}</small>
        </button>
      </th>
      <td>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a name cut short must be readable whole by keyboard */}
        <span className={styles.twoLines} title={row.name} tabIndex={0}>
          {row.name}
        </span>
      </td>
      <td>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: reasons cut short must be readable whole by keyboard */}
        <span className={styles.twoLines} title={reasons} tabIndex={0}>
          {reasons}
        </span>
      </td>
      <td>
        <b>{t(row.outcome === null ? `second.stage.${row.stage}` : `second.outcome.${row.outcome}`)}</b>
        <small className={table.cut}>
          {row.taken !== null && t('second.takenBy', { officer: row.taken.by })}
          {row.taken === null && t(row.escorted === null ? 'second.notHere' : 'second.here')}
        </small>
      </td>
      <td>
        <b>{stopwatchText((row.closedAt ?? now) - row.referred.at)}</b>
        {late !== null && (
          <small className={styles.late}>
            <Glyph name="to-resolve" tone="warn" /> {t(`second.told.${late}`)}
          </small>
        )}
        {row.waiting !== null && late === null && <small>{t('second.ownerAsked')}</small>}
      </td>
    </tr>
  );
}
