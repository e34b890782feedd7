import { useState } from 'react';
import type { FoundCase } from '../../contract/replay_view.ts';
import { sentenceOf } from '../client/error_sentence.ts';
import { DeskFrame } from '../desk/desk_frame.tsx';
import type { DeskPageProps } from '../desk/desk_page.ts';
import { momentText } from '../i18n/formats.ts';
import type { Sentence } from '../i18n/sentence.ts';
import { useText } from '../i18n/text.tsx';
import { said } from '../ui/attention.ts';
import { Panel } from '../ui/panel.tsx';
import styles from '../ui/table.module.css';
import type { OpenedCase } from './case_screen.tsx';
import own from './replay_screen.module.css';
import { type Asked, NOTHING_ASKED, SearchForm, searchOf } from './search_form.tsx';

export interface SearchOpening {
  readonly asked?: Asked;
  readonly found?: readonly FoundCase[];
}

/** Finds a decided case: a reason, then record number, day or document. The list bears no name. */
export function SearchScreen({
  booth,
  me,
  client,
  close,
  onOpen,
  opening = {},
}: DeskPageProps & { onOpen(opened: OpenedCase): void; opening?: SearchOpening }) {
  const t = useText();
  const [asked, ask] = useState(opening.asked ?? NOTHING_ASKED);
  const [found, setFound] = useState(opening.found ?? null);
  const [named, name] = useState<string | null>(null);
  const [error, setError] = useState<Sentence | null>(null);
  const [busy, setBusy] = useState(false);
  const chosen = found?.find(({ id }) => id === named) ?? found?.[0] ?? null;
  const wait = (call: Promise<unknown>) => {
    setError(null);
    setBusy(true);
    call.catch((problem: unknown) => setError(sentenceOf(problem))).finally(() => setBusy(false));
  };
  const search = () => {
    const question = searchOf(asked);
    if (question === null || busy) return;
    setFound(null);
    wait(client.replay.search(question).then((answer) => setFound(answer.found)));
  };
  const open = (one: FoundCase) => {
    const reason = asked.reason.trim();
    wait(client.replay.open({ id: one.id, reason }).then(({ replayed, seq }) => onOpen({ replayed, reason, seq })));
  };
  const move = (step: number) => {
    if (found === null || chosen === null) return;
    const next = found[Math.max(0, Math.min(found.length - 1, found.indexOf(chosen) + step))];
    if (next !== undefined) name(next.id);
  };
  return (
    <DeskFrame
      booth={booth}
      me={me}
      client={client}
      attention={said('information', 'quiet', 'replay.head.search', 'replay.head.search.detail')}
      error={error}
      left={<SearchForm asked={asked} onAsk={ask} onSend={search} />}
      context={null}
      acts={{
        tools: [],
        decisions: [],
        closing: {
          cap: 'F12',
          label: t('replay.act.open'),
          detail: chosen === null ? t('replay.act.open.choose') : chosen.recordNumber,
          open: chosen !== null && !busy && asked.reason.trim().length >= 5,
          testId: 'open-case',
          run: () => {
            if (chosen !== null) open(chosen);
          },
        },
        subject: chosen?.id ?? null,
      }}
      move={move}
      back={close}
    >
      <Found
        found={found}
        chosen={chosen}
        empty={t(busy ? 'replay.found.searching' : found === null ? 'replay.found.how' : 'replay.found.none')}
        timeZone={booth.lane.timeZone}
        onChoose={name}
      />
    </DeskFrame>
  );
}

function Found({
  found,
  chosen,
  empty,
  timeZone,
  onChoose,
}: {
  found: readonly FoundCase[] | null;
  chosen: FoundCase | null;
  empty: string;
  timeZone: string;
  onChoose(id: string): void;
}) {
  const t = useText();
  if (found === null || found.length === 0)
    return (
      <Panel zone="Z4" title={t('replay.found')}>
        <p className={own.hint}>{empty}</p>
      </Panel>
    );
  return (
    <Panel zone="Z4" title={t('replay.found')}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className={styles.scroll} tabIndex={0} aria-label={t('replay.found')} data-scrolls>
        <table className={`${styles.table} ${own.found}`}>
          <thead>
            <tr>
              <th scope="col">{t('replay.column.record')}</th>
              <th scope="col">{t('replay.column.when')}</th>
              <th scope="col">{t('replay.column.direction')}</th>
              <th scope="col">{t('replay.column.outcome')}</th>
            </tr>
          </thead>
          <tbody>
            {found.map((one) => (
              <tr key={one.id} data-record={one.recordNumber} data-chosen={one === chosen}>
                <th scope="row">
                  <button
                    type="button"
                    className={styles.name}
                    aria-pressed={one === chosen}
                    onClick={() => onChoose(one.id)}
                  >
                    <b className="mono">{one.recordNumber}</b>
                  </button>
                </th>
                <td>{momentText(one.closedAt, timeZone)}</td>
                <td>{t(`direction.${one.direction}`)}</td>
                <td>{t(`replay.outcome.${one.outcome}`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Panel>
  );
}
