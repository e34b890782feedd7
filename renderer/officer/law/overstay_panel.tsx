import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { usePreferences } from '../../i18n/preferences.tsx';
import { Text, useText } from '../../i18n/text.tsx';
import { Panel } from '../../ui/panel.tsx';
import type { Overstay } from './law_words.ts';
import { legalSource } from './legal_source.ts';
import styles from './overstay_panel.module.css';

/** Z5 of an overstay: the tiers of the decree with the proposed row; what follows stands under them. */
export function OverstayPanel({ overstay, children }: { overstay: Overstay; children?: ReactNode }) {
  const t = useText();
  const { language } = usePreferences();
  const intl = useIntl();
  const million = ([least, most]: readonly [number, number]) =>
    `${intl.formatNumber(least)} – ${intl.formatNumber(most)}`;
  return (
    <Panel
      zone="Z5"
      title={t('overstay.tier')}
      aside={overstay.decree === null ? undefined : legalSource(overstay.decree.act, language)}
    >
      <table className={styles.tiers}>
        <thead>
          <tr>
            <th scope="col">
              <Text id="overstay.tier.days" />
            </th>
            <th scope="col">
              <Text id="overstay.tier.fine" />
            </th>
          </tr>
        </thead>
        <tbody>
          {overstay.tiers.map((one, place) => {
            const chosen = one.tier === overstay.tier;
            return (
              <tr key={one.tier} aria-current={chosen} data-chosen={chosen}>
                <th scope="row">
                  {rangeOf(overstay.tiers, place, t)}
                  {chosen && <span> ← {overstay.daysOver}</span>}
                </th>
                <td>{million(one.fineVndMillion)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {children}
    </Panel>
  );
}

/** From how many days or months to below the next tier, in words. */
function rangeOf(tiers: Overstay['tiers'], place: number, t: ReturnType<typeof useText>): string {
  const one = tiers[place];
  const next = tiers[place + 1];
  const from = one?.fromMonths ?? one?.fromDays ?? 0;
  const inMonths = one?.fromMonths != null;
  if (next === undefined) return t(inMonths ? 'overstay.tier.fromMonths' : 'overstay.tier.fromDays', { from });
  if (next.fromMonths !== null)
    return t(inMonths ? 'overstay.tier.monthsToMonths' : 'overstay.tier.daysToMonths', { from, to: next.fromMonths });
  return t('overstay.tier.daysToDays', { from, to: next.fromDays ?? 0 });
}
