import type { ReactNode } from 'react';
import type { FactsView } from '../../../contract/facts_view.ts';
import type { ClearanceView } from '../../../contract/lane_view.ts';
import { CHECK_GROUPS, type CheckGroup } from '../../../core/domain/clearance/check.ts';
import { dateText } from '../../i18n/formats.ts';
import { Text, type Translate, useText } from '../../i18n/text.tsx';
import { Glyph } from '../../ui/glyph.tsx';
import { KeyCap } from '../../ui/key_cap.tsx';
import { FootButton, Heading, Panel, Row } from '../../ui/panel.tsx';
import { lookOfCheck } from '../../ui/status.ts';
import { pairingText } from './findings.tsx';
import styles from './journey_context.module.css';
import { companyText, entriesText, expectedText, flightText, purposeText } from './journey_words.ts';
import { MovementConflicts } from './movement_conflicts.tsx';
import { Sources } from './sources.tsx';

/** Z5 beside the law's page: what was declared, the journey, the crossings before, and how the other checks stand. */
export function JourneyContext({
  clearance,
  onNote,
  children,
}: {
  clearance: ClearanceView;
  onNote(): void;
  children?: ReactNode;
}) {
  const t = useText();
  const { facts, law } = clearance;
  return (
    <Panel zone="Z5" title={t('journey.declaration')} aside={<Match facts={facts} t={t} />}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <div className={styles.body} data-scrolls tabIndex={0}>
        <dl>
          <Row label={t('facts.purpose')}>{purposeText(facts, t)}</Row>
          <Row label={t('facts.address')}>
            <span className={styles.two}>{facts.address?.value ?? facts.declaration?.value.address ?? '–'}</span>
          </Row>
          <Row label={t('journey.leaves')}>
            {facts.declaration?.value.plannedDeparture == null
              ? '–'
              : dateText(facts.declaration.value.plannedDeparture)}
          </Row>
          <Row label={t('facts.flight')}>{flightText(facts, t)}</Row>
          <Row label={t('journey.expected')}>{expectedText(facts, t)}</Row>
          {(facts.companions.length > 0 || facts.group !== null) && (
            <Row label={t('facts.companion')}>
              <span className={styles.two}>{companyText(facts, t)}</span>
            </Row>
          )}
        </dl>
        <Heading title={<Text id="journey.history" />} />
        <dl>
          <Row label={t('journey.entries')}>{entriesText(clearance, t)}</Row>
          {law !== null && <Row label={t('law.pairing')}>{pairingText(law, t)}</Row>}
        </dl>
        <MovementConflicts movements={facts.movements} />
        <Sources facts={facts} />
        <Heading title={<Text id="journey.checks" />} aside={<KeyCap>Ctrl 1</KeyCap>} />
        <dl>
          {(Object.keys(CHECK_GROUPS) as CheckGroup[]).map((group) => (
            <Row key={group} label={<Text id={`group.${group}`} />}>
              <GroupState clearance={clearance} group={group} />
            </Row>
          ))}
        </dl>
      </div>
      {children}
      <FootButton label={t('note.title')} cap="F10" onPress={onNote} />
    </Panel>
  );
}

/** Whether the declaration is of the person here; nothing filed is said as such. */
function Match({ facts: { declaration }, t }: { facts: FactsView; t: Translate }) {
  if (declaration === null) return <>{t('journey.declaration.none')}</>;
  const { differing } = declaration.value;
  const same = differing.length === 0;
  return (
    <span
      className={styles.match}
      data-tone={same ? 'ok' : 'warn'}
      title={differing.map((field) => t(`field.${field}`)).join(', ')}
    >
      <Glyph name={same ? 'passed' : 'to-resolve'} tone={same ? 'ok' : 'warn'} />
      {same
        ? t('journey.declaration.same')
        : t('journey.declaration.differs', { field: t(`field.${differing[0] ?? 'NAME'}`) })}
    </span>
  );
}

/** How many checks of a group passed; the worst one's shape before it. */
function GroupState({ clearance, group }: { clearance: ClearanceView; group: CheckGroup }) {
  const t = useText();
  const checks = clearance.checks.filter(({ check }) => (CHECK_GROUPS[group] as readonly string[]).includes(check));
  const passed = checks.filter(({ state }) => state === 'PASSED').length;
  const worst =
    checks.find(({ state }) => state === 'FAILED') ??
    checks.find(({ state }) => state === 'UNDETERMINED') ??
    (passed === 0 ? checks[0] : checks.find(({ state }) => state === 'PASSED'));
  if (worst === undefined) return null;
  const { glyph, tone } = lookOfCheck(worst);
  return (
    <span className={styles.match} data-tone={tone}>
      <Glyph name={glyph} tone={tone} />
      {t('journey.passed', { passed, all: checks.length })}
    </span>
  );
}
