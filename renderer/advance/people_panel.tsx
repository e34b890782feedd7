import type { ExpectedPeopleView, ExpectedPerson, FlightView } from '../../contract/advance_view.ts';
import { EXPECTED_WHO, type ExpectedWho } from '../../core/domain/travel/advance_questions.ts';
import { clockText, dateText, momentText, useFormats } from '../i18n/formats.ts';
import { useText } from '../i18n/text.tsx';
import { Panel } from '../ui/panel.tsx';
import styles from '../ui/table.module.css';
import own from './advance_screen.module.css';
import { PageRange } from './page_range.tsx';

/** Z4: who is expected on the chosen flight, by name. It tells nothing of anybody but whether they have come. */
export function PeoplePanel({
  flight,
  who,
  onWho,
  found,
  timeZone,
}: {
  flight: FlightView;
  who: ExpectedWho;
  onWho(who: ExpectedWho): void;
  found: ExpectedPeopleView | null;
  timeZone: string;
}) {
  const t = useText();
  return (
    <Panel
      zone="Z4"
      title={t('advance.people', { number: flight.number })}
      aside={found !== null && <PageRange offset={found.offset} shown={found.people.length} total={found.total} />}
    >
      <form className={own.ask} onSubmit={(event) => event.preventDefault()}>
        <label>
          <span>{t('advance.people.who')}</span>
          <select
            value={who}
            data-testid="who"
            onChange={(event) => onWho(EXPECTED_WHO.find((one) => one === event.target.value) ?? who)}
          >
            {EXPECTED_WHO.map((one) => (
              <option key={one} value={one}>
                {t(`advance.who.${one}`)}
              </option>
            ))}
          </select>
        </label>
        {found !== null && <p>{t('advance.people.written', { at: clockText(found.at, timeZone) })}</p>}
      </form>
      {(found === null || found.people.length === 0) && (
        <p className={styles.hint}>{t(found === null ? 'advance.people.reading' : 'advance.people.none')}</p>
      )}
      {found !== null && found.people.length > 0 && (
        <section
          className={styles.scroll}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
          tabIndex={0}
          aria-label={t('advance.people', { number: flight.number })}
          data-scrolls
        >
          <PeopleTable people={found.people} over={flight.over} timeZone={timeZone} />
        </section>
      )}
    </Panel>
  );
}

function PeopleTable({
  people,
  over,
  timeZone,
}: {
  people: readonly ExpectedPerson[];
  over: boolean;
  timeZone: string;
}) {
  const t = useText();
  const { country } = useFormats();
  const state = ({ cameAt }: ExpectedPerson): string => {
    if (cameAt !== null) return t('advance.person.came', { at: momentText(cameAt, timeZone).slice(11) });
    return t(over ? 'advance.person.noShow' : 'advance.person.awaited');
  };
  return (
    <table className={`${styles.table} ${own.people}`}>
      <thead>
        <tr>
          <th scope="col">{t('advance.column.name')}</th>
          <th scope="col">{t('advance.column.birth')}</th>
          <th scope="col">{t('advance.column.document')}</th>
          <th scope="col">{t('advance.column.booking')}</th>
          <th scope="col">{t('advance.column.state')}</th>
        </tr>
      </thead>
      <tbody>
        {people.map((one) => (
          <tr key={`${one.documentNumber} ${one.surname} ${one.givenNames} ${one.birthDate}`} data-person>
            <th scope="row">
              <span className={own.person}>
                <b>{one.surname}</b> {one.givenNames}
              </span>
            </th>
            <td>{dateText(one.birthDate ?? '')}</td>
            <td>
              <span className="mono">{one.documentNumber ?? '–'}</span>
              <small className={styles.cut}>{one.nationality === null ? '–' : country(one.nationality)}</small>
            </td>
            <td>
              <span className="mono">{one.seat ?? '–'}</span>
              <small className={`mono ${styles.cut}`}>{one.locator ?? '–'}</small>
            </td>
            <td>{state(one)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
