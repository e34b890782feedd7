import { useEffect, useRef, useState } from 'react';
import type { FlightQuestion } from '../../contract/advance.ts';
import type { AdvanceView, FlightView } from '../../contract/advance_view.ts';
import { FLIGHT_DIRECTIONS } from '../../core/domain/travel/advance_questions.ts';
import { dateText, useFormats } from '../i18n/formats.ts';
import { useText } from '../i18n/text.tsx';
import { Panel } from '../ui/panel.tsx';
import styles from '../ui/table.module.css';
import own from './advance_screen.module.css';
import { flightMoment, timeHere } from './advance_words.ts';
import { typedDay, typedNumber } from './flight_question.ts';
import { PageRange } from './page_range.tsx';

/** Z4: the flights that fit the question, one page of them, by the time at this gate. */
export function FlightsPanel({
  view,
  question,
  onAsk,
  chosen,
  onChoose,
}: {
  view: AdvanceView | null;
  question: FlightQuestion;
  onAsk(question: FlightQuestion): void;
  chosen: number | null;
  onChoose(flight: number): void;
}) {
  const t = useText();
  const flights = view?.flights ?? [];
  return (
    <Panel
      zone="Z4"
      title={t('advance.flights')}
      aside={view !== null && <PageRange offset={view.offset} shown={flights.length} total={view.total} />}
    >
      <FlightForm question={question} onAsk={onAsk} directed={(view?.airport ?? null) !== null} />
      {view !== null && flights.length === 0 && (
        <p className={styles.hint}>{t(view.listed === 0 ? 'advance.flights.noneAtAll' : 'advance.flights.none')}</p>
      )}
      {flights.length > 0 && <FlightTable flights={flights} chosen={chosen} onChoose={onChoose} />}
    </Panel>
  );
}

/** By number, day and, where the gate's airport is known, direction. What is no whole day asks for nothing yet. */
function FlightForm({
  question,
  onAsk,
  directed,
}: {
  question: FlightQuestion;
  onAsk(question: FlightQuestion): void;
  directed: boolean;
}) {
  const t = useText();
  const [day, typeDay] = useState(question.day === null ? '' : dateText(question.day));
  const ask = (changed: Partial<FlightQuestion>) => onAsk({ ...question, ...changed, offset: 0 });
  return (
    <form className={own.ask} onSubmit={(event) => event.preventDefault()}>
      <label>
        <span>{t('advance.ask.number')}</span>
        <input
          className="mono"
          value={question.number}
          autoComplete="off"
          spellCheck={false}
          maxLength={10}
          data-testid="ask-number"
          onChange={(event) => ask({ number: typedNumber(event.target.value) })}
        />
      </label>
      <label>
        <span>{t('advance.ask.day')}</span>
        <input
          value={day}
          placeholder={t('advance.ask.day.hint')}
          autoComplete="off"
          maxLength={10}
          onChange={(event) => {
            const typed = event.target.value;
            typeDay(typed);
            const whole = typedDay(typed);
            if (whole !== question.day && (whole !== null || typed.trim() === '')) ask({ day: whole });
          }}
        />
      </label>
      {directed && (
        <label>
          <span>{t('advance.ask.direction')}</span>
          <select
            value={question.direction ?? ''}
            onChange={(event) => {
              const direction = FLIGHT_DIRECTIONS.find((one) => one === event.target.value) ?? null;
              ask({ direction });
            }}
          >
            <option value="">{t('advance.ask.any')}</option>
            {FLIGHT_DIRECTIONS.map((one) => (
              <option key={one} value={one}>
                {t(`direction.${one}`)}
              </option>
            ))}
          </select>
        </label>
      )}
    </form>
  );
}

function FlightTable({
  flights,
  chosen,
  onChoose,
}: {
  flights: readonly FlightView[];
  chosen: number | null;
  onChoose(flight: number): void;
}) {
  const t = useText();
  const table = useRef<HTMLTableElement>(null);
  // Arrow keys lead past what is in sight: the chosen row comes into it.
  useEffect(() => {
    table.current?.querySelector(`[data-flight-id="${chosen}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className={styles.scroll} tabIndex={0} aria-label={t('advance.flights')} data-scrolls>
      <table className={`${styles.table} ${own.flights}`} ref={table}>
        <thead>
          <tr>
            <th scope="col">{t('advance.column.flight')}</th>
            <th scope="col">{t('advance.column.time')}</th>
            <th scope="col">{t('advance.column.route')}</th>
            <th scope="col" className={styles.number}>
              {t('advance.column.expected')}
            </th>
            <th scope="col" className={styles.number}>
              {t('advance.column.came')}
            </th>
            <th scope="col" className={styles.number}>
              {t('advance.column.missing')}
            </th>
          </tr>
        </thead>
        <tbody>
          {flights.map((one) => (
            <FlightRow key={one.id} flight={one} chosen={one.id === chosen} onChoose={() => onChoose(one.id)} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function FlightRow({ flight, chosen, onChoose }: { flight: FlightView; chosen: boolean; onChoose(): void }) {
  const t = useText();
  const { count } = useFormats();
  const { number, from, to, direction, passengers, came } = flight;
  const unknown = t('advance.unknown');
  return (
    <tr data-flight={number} data-flight-id={flight.id} data-chosen={chosen}>
      <th scope="row">
        <button type="button" className={styles.name} aria-pressed={chosen} onClick={onChoose}>
          <b className="mono">{number}</b>
          {direction !== null && <small>{t(`direction.${direction}`)}</small>}
        </button>
      </th>
      <td>{flightMoment(timeHere(flight))}</td>
      <td>{t('advance.route', { from: from ?? unknown, to: to ?? unknown })}</td>
      <td className={styles.number} data-testid="expected">
        {count(passengers)}
      </td>
      <td className={styles.number} data-testid="came">
        {count(came)}
      </td>
      <td className={styles.number} data-testid="missing">
        {count(passengers - came)}
      </td>
    </tr>
  );
}
