import type { PostureOrderView, PostureProfileView } from '../../contract/posture_view.ts';
import type { CheckId } from '../../core/domain/clearance/check.ts';
import { usePreferences } from '../i18n/preferences.tsx';
import { useText } from '../i18n/text.tsx';
import { Heading, Panel, Row } from '../ui/panel.tsx';
import styles from './posture_screen.module.css';

/** Z5: what the chosen posture changes, in the words of its profile. */
export function ProfileZone({ profile, event }: { profile: PostureProfileView; event: PostureOrderView['event'] }) {
  const t = useText();
  const { language } = usePreferences();
  return (
    <Panel zone="Z5" title={t(`posture.${profile.profile}`)} aside={t('posture.does')}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className={styles.scroll} data-scrolls tabIndex={0} aria-label={t('posture.does')}>
        <p className={styles.says}>{profile.says[language]}</p>
        <dl>
          <Row label={t('posture.gates')}>{t(`posture.gates.${profile.gates}`)}</Row>
          <Row label={t('posture.documents')}>{t(profile.takesDocuments ? 'word.yes' : 'word.no')}</Row>
          {profile.mandatory.map((check) => (
            <Row key={check} label={t('posture.mandatory')}>
              {t(`check.${check as CheckId}`)}
            </Row>
          ))}
        </dl>
        {profile.demands.length > 0 && <Heading title={t('posture.demands')} />}
        <ul className={styles.demands}>
          {profile.demands.map(({ demand, oneIn, of }) => (
            <li key={demand}>
              <b>{t(`posture.demand.${demand}`)}</b>
              <small>
                {oneIn > 1 ? t('posture.oneIn', { oneIn }) : t(of === 'LISTED' ? 'posture.ofListed' : 'posture.ofAll')}
              </small>
            </li>
          ))}
        </ul>
        {event !== null && (
          <>
            <Heading title={event.name} aside={event.place} />
            <dl>
              <Row label={t('posture.nationalities.short')}>{event.nationalities.join(', ') || '–'}</Row>
              <Row label={t('posture.flights.short')}>{event.flights.join(', ') || '–'}</Row>
            </dl>
          </>
        )}
      </section>
    </Panel>
  );
}
