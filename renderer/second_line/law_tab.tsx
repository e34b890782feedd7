import type { SecondLineCase } from '../../contract/second_line_view.ts';
import { dateText } from '../i18n/formats.ts';
import { useText } from '../i18n/text.tsx';
import { Panel, Row } from '../ui/panel.tsx';
import table from '../ui/table.module.css';

/** What the law answered at the counter, and the texts it rests on. It is said again, never worked out anew. */
export function LawTab({ file }: { file: SecondLineCase }) {
  const t = useText();
  const { law } = file.clearance;
  if (law === null)
    return (
      <Panel zone="Z4" title={t('second.tab.law')}>
        <p className={table.hint}>{t('second.law.none')}</p>
      </Panel>
    );
  const stay = law.stay === null ? '–' : dateText(law.stay.until);
  return (
    <Panel zone="Z4" title={t('second.tab.law')} aside={t('second.law.rules', { version: law.rules.version })}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls must be reachable by keyboard */}
      <div className={table.scroll} data-scrolls tabIndex={0}>
        <dl>
          <Row label={t('second.law.outcome')}>{t(`second.law.${law.outcome}`)}</Row>
          <Row label={t('second.law.stay')}>{stay}</Row>
          {law.overstay !== null && <Row label={t('second.law.over')}>{law.overstay.daysOver}</Row>}
          <Row label={t('second.law.missing')} mono>
            {law.missingFacts.length === 0 ? '–' : law.missingFacts.join(', ')}
          </Row>
          <Row label={t('second.law.reasons')} mono>
            {law.reasons.length === 0 ? '–' : law.reasons.join(', ')}
          </Row>
          {law.legalBasis.map((basis) => (
            <Row key={basis} label={t('second.law.basis')}>
              {basis}
            </Row>
          ))}
        </dl>
      </div>
    </Panel>
  );
}
