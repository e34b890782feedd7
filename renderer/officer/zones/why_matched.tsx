import type { HitView } from '../../../contract/lane_view.ts';
import { MatchReasons } from '../../hits/match_reasons.tsx';
import { dateText, useFormats } from '../../i18n/formats.ts';
import { Text, useText } from '../../i18n/text.tsx';
import { Panel, Row } from '../../ui/panel.tsx';

/** Why the list answered: each reason with its points, then what is known of the entry. */
export function WhyMatched({ hit, now }: { hit: HitView; now: number }) {
  const t = useText();
  const { age } = useFormats();
  const yesNo = hit.personInformed === null ? t('compare.notRecorded') : t(hit.personInformed ? 'word.yes' : 'word.no');
  return (
    <Panel
      title={t('why.title')}
      aside={t('why.score', { score: Math.round(hit.score), threshold: Math.round(hit.threshold) })}
    >
      <MatchReasons why={hit.why} />
      <dl>
        <Row label={t('why.list')}>
          <Text id={`list.${hit.listKind}`} />
        </Row>
        <Row label={t('why.authority')}>{hit.authority ?? '–'}</Row>
        <Row label={t('why.ground')}>{hit.legalGround ?? '–'}</Row>
        <Row label={t('why.decision')}>{hit.decision ?? '–'}</Row>
        <Row label={t('why.validTo')}>{hit.validTo === null ? '–' : dateText(hit.validTo)}</Row>
        <Row label={t('why.informed')}>{yesNo}</Row>
        <Row label={t('why.action')}>
          <Text id={`action.${hit.action}`} />
        </Row>
        <Row label={t('why.version')}>{age(now - hit.listAsOf)}</Row>
      </dl>
    </Panel>
  );
}
