import type { AdvanceView, FlightView, TakingView } from '../../contract/advance_view.ts';
import { momentText, useFormats } from '../i18n/formats.ts';
import { useText } from '../i18n/text.tsx';
import { Heading, Panel, Row } from '../ui/panel.tsx';
import styles from './advance_screen.module.css';
import { faultSentence, flightMoment, rowSentence } from './advance_words.ts';

/** Z5: the chosen flight, and under it the file that is being brought in or was last. */
export function FlightContext({
  view,
  flight,
  timeZone,
}: {
  view: AdvanceView | null;
  flight: FlightView | null;
  timeZone: string;
}) {
  const t = useText();
  return (
    <Panel zone="Z5" title={t('advance.flight')}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className={styles.scroll} tabIndex={0} aria-label={t('advance.flight')} data-scrolls>
        {flight === null ? (
          <p className={styles.hint}>{t('advance.flight.none')}</p>
        ) : (
          <Flight flight={flight} hours={view?.noShowHours ?? 0} timeZone={timeZone} />
        )}
        {view?.mayBring === true && (
          <>
            <Heading title={t('advance.import')} />
            {view.taking === null ? (
              <p className={styles.hint}>{t('advance.import.none')}</p>
            ) : (
              <Taking taking={view.taking} />
            )}
          </>
        )}
      </section>
    </Panel>
  );
}

function Flight({ flight, hours, timeZone }: { flight: FlightView; hours: number; timeZone: string }) {
  const t = useText();
  const { count } = useFormats();
  const { number, from, to, direction, departs, arrives, passengers, crew, came, over, asOf } = flight;
  const unknown = t('advance.unknown');
  return (
    <dl className={styles.facts}>
      <Row label={t('advance.column.flight')} mono>
        {number}
      </Row>
      <Row label={t('advance.ask.direction')}>{direction === null ? unknown : t(`direction.${direction}`)}</Row>
      <Row label={t('advance.column.route')}>{t('advance.route', { from: from ?? unknown, to: to ?? unknown })}</Row>
      <Row label={t('advance.flight.departs')}>{flightMoment(departs)}</Row>
      <Row label={t('advance.flight.arrives')}>{arrives === null ? unknown : flightMoment(arrives)}</Row>
      <Row label={t('advance.column.expected')}>{count(passengers)}</Row>
      <Row label={t('advance.column.came')}>{count(came)}</Row>
      <Row label={t('advance.column.missing')}>{count(passengers - came)}</Row>
      <Row label={t('advance.flight.crew')}>{count(crew)}</Row>
      <Row label={t('advance.flight.state')}>
        {t(over ? 'advance.flight.over' : 'advance.flight.awaited', { hours })}
      </Row>
      <Row label={t('advance.flight.list')}>{momentText(asOf, timeZone)}</Row>
    </dl>
  );
}

function Taking({ taking }: { taking: TakingView }) {
  const t = useText();
  const { bytes, count } = useFormats();
  const { file, form, by, phase, size, problem, summary } = taking;
  const why = problem === null ? null : faultSentence(problem);
  return (
    <div data-testid="taking" data-phase={phase}>
      <dl className={styles.facts}>
        <Row label={t('advance.import.file')}>{file}</Row>
        <Row label={t('advance.form')}>{t(`advance.form.${form}`)}</Row>
        <Row label={t('advance.import.by')}>{by}</Row>
        <Row label={t('advance.flight.state')}>
          <span role="status">{t(`advance.phase.${phase}`)}</span>
        </Row>
        {summary !== null && <Row label={t('advance.import.flights')}>{count(summary.flights)}</Row>}
        {summary !== null && <Row label={t('advance.import.rows')}>{count(summary.read)}</Row>}
      </dl>
      {phase === 'TAKING' && (
        <div className={styles.hint}>
          <progress
            className={styles.progress}
            max={Math.max(size, 1)}
            value={taking.bytes}
            aria-label={t('advance.import.progress')}
          />
          <p>{t('advance.import.read', { bytes: bytes(taking.bytes), size: bytes(size) })}</p>
        </div>
      )}
      {why !== null && (
        <p className={styles.hint}>
          {t(why.id, why.values)} <span className="mono">{problem?.word}</span>
        </p>
      )}
      {summary !== null && summary.rejectedCount > 0 && <Rejected summary={summary} />}
    </div>
  );
}

function Rejected({ summary }: { summary: NonNullable<TakingView['summary']> }) {
  const t = useText();
  return (
    <>
      <p className={styles.hint}>{t('advance.import.rejected', { count: summary.rejectedCount })}</p>
      <ul className={styles.rejected}>
        {summary.rejected.map(({ line, reason }, place) => {
          const why = rowSentence(reason);
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a list that is shown whole and never changes
            <li key={place}>{t('advance.import.place', { place: line, why: t(why.id, why.values) })}</li>
          );
        })}
      </ul>
    </>
  );
}
