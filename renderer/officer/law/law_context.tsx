import type { ReactNode } from 'react';
import type { LaneView } from '../../../contract/lane_view.ts';
import { dateText } from '../../i18n/formats.ts';
import { usePreferences } from '../../i18n/preferences.tsx';
import { useText } from '../../i18n/text.tsx';
import { FootButton, Panel, Row } from '../../ui/panel.tsx';
import { Stamp } from '../zones/stamp.tsx';
import { ToldApartNote } from '../zones/told_apart.tsx';
import { DestinationQuestion } from './destination_question.tsx';
import { pairingText } from './findings.tsx';
import styles from './journey_context.module.css';
import { companyText, expectedText, lastCrossingText, purposeText } from './journey_words.ts';
import type { Law } from './law_words.ts';
import { legalSource } from './legal_source.ts';
import { Sources } from './sources.tsx';

/** Z5 beside the checks, once the law has answered: the stamp rule, on what it rests, and the crossing before. */
export function LawContext({
  lane,
  clearance,
  law,
  onNote,
  onDestination,
  children,
}: {
  lane: LaneView;
  clearance: NonNullable<LaneView['clearance']>;
  law: Law;
  onNote(): void;
  onDestination(admitted: boolean): void;
  children?: ReactNode;
}) {
  const t = useText();
  const { language } = usePreferences();
  const { facts } = clearance;
  const last = lastCrossingText(clearance);
  const basis = law.bases.find(({ answer }) => answer === 'APPLIES');
  const company = facts.companions.length > 0 || facts.group !== null;
  return (
    <Panel zone="Z5" title={t('law.title')}>
      <Stamp lane={lane} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <div className={styles.body} data-scrolls tabIndex={0}>
        <dl>
          <Row label={t('law.record')} mono>
            {clearance.recordNumber}
          </Row>
          {basis !== undefined && <Row label={t('law.findings.basis')}>{t(`law.basis.${basis.kind}`)}</Row>}
          {basis === undefined && law.legalBasis[0] !== undefined && (
            <Row label={t('law.findings.basis')}>
              <span className={styles.two}>{legalSource(law.legalBasis[0], language)}</span>
            </Row>
          )}
          {law.stay !== null && law.outcome !== 'propose-refusal' && (
            <Row label={t('law.stay.until')}>{dateText(law.stay.until)}</Row>
          )}
          <Row label={t('law.pairing')}>{pairingText(law, t)}</Row>
          {last !== null && <Row label={t('law.history')}>{last}</Row>}
          {facts.purpose !== null && <Row label={t('facts.purpose')}>{purposeText(facts, t)}</Row>}
          {facts.expected !== null && <Row label={t('journey.expected')}>{expectedText(facts, t)}</Row>}
          {company && (
            <Row label={t('facts.companion')}>
              <span className={styles.two}>{companyText(facts, t)}</span>
            </Row>
          )}
        </dl>
        <Sources facts={facts} />
        <ToldApartNote clearance={clearance} timeZone={lane.lane.timeZone} />
      </div>
      <DestinationQuestion law={law} onAnswer={onDestination} />
      {children}
      <FootButton label={t('note.title')} cap="F10" onPress={onNote} />
    </Panel>
  );
}
