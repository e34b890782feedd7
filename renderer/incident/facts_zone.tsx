import type { IncidentView } from '../../contract/incident_view.ts';
import { clockText, useFormats } from '../i18n/formats.ts';
import { useText } from '../i18n/text.tsx';
import { Heading, Panel, Row } from '../ui/panel.tsx';
import styles from './incident_screen.module.css';

const short = (hash: string): string => `${hash.slice(0, 4)}…${hash.slice(-2)}`;

/** Z2: what is known of the incident, and what is kept of it with its hashes. */
export function FactsZone({ incident, timeZone }: { incident: IncidentView; timeZone: string }) {
  const t = useText();
  const { language: languageName } = useFormats();
  const at = (moment: number) => clockText(moment, timeZone).slice(0, 5);
  const { leader, clearances, cameras, people, evidence, property, forms } = incident;
  return (
    <Panel
      zone="Z2"
      title={t('incident.number', { number: incident.number })}
      aside={t('incident.openedAt', { time: at(incident.openedAt) })}
    >
      <div className={styles.kind}>
        <b>{t(`incident.kind.${incident.kind}`)}</b>
        <span>{t(`incident.trigger.${incident.trigger}`, { by: incident.openedBy })}</span>
      </div>
      <dl className={styles.facts}>
        <Row label={t('incident.place')}>{t('incident.place.lane', { lane: incident.place })}</Row>
        <Row label={t('incident.leader')}>{leader ?? t('incident.nobodyYet')}</Row>
        <Row label={t('incident.records')} mono>
          {clearances.map(({ recordNumber }) => recordNumber).join(', ') || '–'}
        </Row>
        <Row label={t('incident.cameras')}>{cameras.map(({ camera }) => camera).join(', ') || '–'}</Row>
        <Row label={t('incident.people')}>{people.length}</Row>
      </dl>
      <Heading title={t('incident.evidence')} aside={t('incident.withHash')} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className={styles.scroll} data-scrolls tabIndex={0} aria-label={t('incident.evidence')}>
        <dl>
          {evidence.map((item) => (
            <Row
              key={`${item.kind}${item.hash}${item.at}`}
              label={item.kind === 'FILE' ? item.name : t('incident.journalOf', { recordNumber: item.recordNumber })}
              mono
            >
              {short(item.hash)}
            </Row>
          ))}
          {cameras.map(({ camera, from, to, at: marked }) => (
            <Row key={`${camera}${marked}`} label={t('incident.camera', { camera })}>
              {from === '' ? at(marked) : `${from}–${to}`}
            </Row>
          ))}
          {forms.map(({ form, language, hash, at: made }) => (
            <Row
              key={`${form}${language}${made}`}
              label={t('incident.printed', { language: languageName(language) })}
              mono
            >
              {short(hash)}
            </Row>
          ))}
          {property.map(({ what, bag, at: kept }) => (
            <Row key={`${bag}${kept}`} label={what}>
              {t('incident.bag', { bag })}
            </Row>
          ))}
        </dl>
      </section>
      <p className={styles.foot}>{t('incident.nothingDeleted')}</p>
    </Panel>
  );
}
