import type { FactsView } from '../../../contract/facts_view.ts';
import type { ClearanceView, DocumentView, LaneView } from '../../../contract/lane_view.ts';
import { useBoothClock } from '../../client/use_booth_clock.ts';
import { dateText, stopwatchText, useFormats } from '../../i18n/formats.ts';
import { Text, useText } from '../../i18n/text.tsx';
import { Glyph } from '../../ui/glyph.tsx';
import { Panel } from '../../ui/panel.tsx';
import { flightText } from '../law/journey_words.ts';
import styles from './person_zone.module.css';

/** A name of more characters is set smaller, so that the 39 of an MRZ fit on two lines. */
const LONG_NAME = 28;

/** Z2: the person at the desk. Photographs and page images keep their places and say that they were not taken. */
export function PersonZone({ lane, clearance }: { lane: Pick<LaneView, 'now'>; clearance: ClearanceView }) {
  const now = useBoothClock(lane.now);
  return (
    <Panel zone="Z2" title={<Text id="person.title" />} aside={stopwatchText(now - clearance.openedAt)}>
      <div className={styles.photos}>
        <Frame label="person.live" />
        <Frame label="person.chip" />
      </div>
      <p className={styles.face}>
        <Glyph name="not-performed" />
        <Text id="person.face" />
      </p>
      {clearance.document !== null && <Facts document={clearance.document} flight={clearance.facts.flight} />}
      <div className={styles.pages}>
        <Page label="person.white" />
        <Page label="person.ir" />
        <Page label="person.uv" />
      </div>
    </Panel>
  );
}

function Frame({ label }: { label: 'person.live' | 'person.chip' }) {
  return (
    <figure className={styles.frame}>
      <span className={styles.empty}>
        <Text id="state.NOT_PERFORMED" />
      </span>
      <figcaption>
        <Text id={label} />
      </figcaption>
    </figure>
  );
}

function Page({ label }: { label: 'person.white' | 'person.ir' | 'person.uv' }) {
  return (
    <figure className={styles.page}>
      <span className={styles.pageEmpty}>
        <Text id="state.NOT_SUPPORTED" />
      </span>
      <figcaption>
        <Text id={label} />
      </figcaption>
    </figure>
  );
}

function Facts({ document, flight }: { document: DocumentView; flight: FactsView['flight'] }) {
  const t = useText();
  const { country } = useFormats();
  const name = `${document.surname} ${document.givenNames}`.trim();
  const facts: readonly (readonly [string, string, boolean])[] = [
    [t('fact.born'), `${dateText(document.birthDate)}${ageText(document, t)}`, false],
    [t('fact.sex'), document.sex === '' ? '–' : t(`sex.${document.sex}`), false],
    [t('fact.document'), document.number, true],
    [t('fact.expires'), document.expiryDate === '' ? '–' : dateText(document.expiryDate), false],
    [t('fact.personalNumber'), document.personalNumber ?? '–', true],
    [t('fact.issuer'), country(document.issuer), false],
    ...(flight === null ? [] : [[t('facts.flight'), flightText({ flight }, t), false] as const]),
  ];
  return (
    <div className={styles.facts}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a name cut after two lines must be readable whole by keyboard */}
      <h3 className={styles.name} data-long={name.length > LONG_NAME} title={name} tabIndex={0}>
        {name === '' ? t('person.noName') : name}
      </h3>
      <p className={styles.nationality}>
        {document.citizen ? t('person.citizen') : t('person.national', { country: country(document.nationality) })}
      </p>
      <dl>
        {facts.map(([label, value, mono]) => (
          <div key={label} className={styles.fact}>
            <dt>{label}</dt>
            <dd
              className={mono ? 'mono' : undefined}
              data-testid={label === t('fact.document') ? 'document-number' : undefined}
            >
              {value}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

function ageText(document: DocumentView, t: ReturnType<typeof useText>): string {
  if (document.age === null) return '';
  const [least, most] = document.age;
  const years = least === most ? String(least) : `${least}–${most}`;
  return ` · ${t('fact.age', { years })}${document.centuryUncertain ? ' ?' : ''}`;
}
