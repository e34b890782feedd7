import type { ReplayedCase } from '../../contract/replay_view.ts';
import { stopwatchText, useFormats } from '../i18n/formats.ts';
import { useText } from '../i18n/text.tsx';
import { Glyph } from '../ui/glyph.tsx';
import { Panel } from '../ui/panel.tsx';
import { lookOfCheck } from '../ui/status.ts';
import styles from '../ui/table.module.css';
import { type CheckThen, checksAt } from './moments.ts';
import own from './replay_screen.module.css';

/** The checks as they stood at this second; what was not known yet says when it would be. */
export function ChecksPanel({ replayed, place }: { replayed: ReplayedCase; place: number }) {
  const t = useText();
  const chosen = replayed.moments[place]?.seq ?? 0;
  return (
    <Panel className={own.checks}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className={styles.scroll} tabIndex={0} aria-label={t('replay.table')} data-scrolls>
        <table className={`${styles.table} ${own.checkTable}`}>
          <thead>
            <tr>
              <th scope="col">{t('replay.column.at')}</th>
              <th scope="col">{t('replay.column.check')}</th>
              <th scope="col">{t('replay.column.result')}</th>
              <th scope="col">{t('replay.column.source')}</th>
            </tr>
          </thead>
          <tbody>
            {checksAt(replayed.moments, place).map((one) => (
              <CheckRow key={one.check} one={one} chosen={one.known?.seq === chosen} />
            ))}
          </tbody>
        </table>
      </section>
    </Panel>
  );
}

function CheckRow({ one, chosen }: { one: CheckThen; chosen: boolean }) {
  const t = useText();
  const { duration } = useFormats();
  const { known, comes, check } = one;
  const result = known?.check ?? null;
  const state = result?.result ?? 'NOT_PERFORMED';
  const look = lookOfCheck({ state, reason: result?.reason ?? null });
  return (
    <tr data-check={check} data-state={known === null ? 'UNKNOWN' : state} data-chosen={chosen}>
      <td className={styles.first}>
        <b>{known === null ? '–' : stopwatchText(known.at)}</b>
      </td>
      <td>{t(`check.${check}`)}</td>
      <td>
        <span className={styles.state} data-tone={look.tone}>
          <Glyph name={look.glyph} tone={look.tone} />
          <span>{t(`state.${state}`)}</span>
        </span>
      </td>
      <td>
        {result === null ? (
          <small>{comes === null ? t('replay.never') : t('replay.comes', { at: stopwatchText(comes.at) })}</small>
        ) : (
          <small>
            {result.reason === null ? t(`source.${result.source}`) : t(`reason.${result.reason}`)} ·{' '}
            {duration(result.durationMs)}
            {result.dataVersion !== null && ` · ${result.dataVersion}`}
          </small>
        )}
      </td>
    </tr>
  );
}
