import type { DecisionGrounds } from '../../contract/decisions_view.ts';
import { clockText, dateText, useFormats } from '../i18n/formats.ts';
import { useText } from '../i18n/text.tsx';
import { Heading, Panel, Row } from '../ui/panel.tsx';
import type { DecisionFile } from './decision_file.ts';
import styles from './decisions_screen.module.css';

/** Z2: whom the file is about, as on the document; the carrier; and the notes of the counter. */
export function PersonZone({
  one,
  grounds,
  timeZone,
}: {
  one: DecisionFile;
  grounds: DecisionGrounds | null;
  timeZone: string;
}) {
  const t = useText();
  const { country } = useFormats();
  const { holder, recordNumber, number } = one.file;
  const notes = grounds?.notes ?? [];
  return (
    <Panel zone="Z2" title={t(`decisions.kind.${one.kind}`)} aside={<span className="mono">{number}</span>}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className={styles.scroll} data-scrolls tabIndex={0} aria-label={t('decisions.person')}>
        <p className={styles.name}>{holder.name}</p>
        <dl>
          <Row label={t('decisions.nationality')}>{country(holder.nationality)}</Row>
          <Row label={t('decisions.born')}>{dateText(holder.birthDate)}</Row>
          <Row label={t('decisions.document')} mono>
            {holder.issuer} {holder.documentNumber}
          </Row>
          <Row label={t('decisions.documentEnd')}>{dateText(holder.expiryDate)}</Row>
          <Row label={t('decisions.recordNumber')} mono>
            {recordNumber}
          </Row>
        </dl>
        {one.kind === 'REFUSAL' && (
          <>
            <Heading title={t('refusal.carrier')} />
            <dl>
              <Row label={t('decisions.flight')}>{one.file.flight ?? '–'}</Row>
              <Row label={t('refusal.carrier')}>{one.file.carrier ?? '–'}</Row>
              <Row label={t('refusal.return')}>{one.file.returnFlight ?? '–'}</Row>
            </dl>
          </>
        )}
        {notes.length > 0 && <Heading title={t('decisions.notes')} />}
        <ol className={styles.log}>
          {notes.map(({ text, by, at }) => (
            <li key={`${at}${text}`}>
              <time>{clockText(at, timeZone).slice(0, 5)}</time>
              <span>
                {by}: {text}
              </span>
            </li>
          ))}
        </ol>
      </section>
    </Panel>
  );
}
