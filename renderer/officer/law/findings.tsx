import { dateText } from '../../i18n/formats.ts';
import { usePreferences } from '../../i18n/preferences.tsx';
import { Text, type Translate, useText } from '../../i18n/text.tsx';
import { Heading, Row } from '../../ui/panel.tsx';
import styles from './law_page.module.css';
import type { Law } from './law_words.ts';
import { legalSource } from './legal_source.ts';

/** Where no basis of entry is sought (citizens, departures): how the crossings pair, and what the law rests on. */
export function Findings({ law }: { law: Law }) {
  const t = useText();
  const { language } = usePreferences();
  return (
    <>
      <Heading title={<Text id="law.findings.title" />} />
      <dl>
        <Row label={t('law.pairing')}>{pairingText(law, t)}</Row>
        {law.stay !== null && <Row label={t('law.stay.until')}>{dateText(law.stay.until)}</Row>}
        {law.legalBasis.slice(0, 4).map((source, place) => (
          <Row key={source} label={place === 0 ? t('law.findings.basis') : ''}>
            {legalSource(source, language)}
          </Row>
        ))}
      </dl>
      {law.reasons.length === 0 && law.missingFacts.length === 0 && (
        <p className={styles.point}>
          <span />
          {t('law.findings.none')}
        </p>
      )}
    </>
  );
}

/** How this crossing pairs with the one before, and what has changed since. */
export function pairingText({ pairing }: Law, t: Translate): string {
  const { state, since } = pairing;
  const paired =
    state === 'PAIRED' && since !== null
      ? t('law.pairing.PAIRED.since', { day: dateText(since) })
      : t(`law.pairing.${state}`, { day: since === null ? '' : dateText(since) });
  return [
    paired,
    pairing.documentChanged ? t('law.pairing.documentChanged') : null,
    pairing.identityChanged ? t('law.pairing.identityChanged') : null,
    pairing.usedTwice ? t('law.pairing.usedTwice') : null,
  ]
    .filter((part) => part !== null)
    .join(' · ');
}
