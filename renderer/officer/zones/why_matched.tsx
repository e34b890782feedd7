import type { HitView } from '../../../contract/hit_view.ts';
import type { LaneView } from '../../../contract/lane_view.ts';
import { useBoothClock } from '../../client/use_booth_clock.ts';
import { MatchReasons } from '../../hits/match_reasons.tsx';
import { dateText, useFormats } from '../../i18n/formats.ts';
import { Text, type Translate, useText } from '../../i18n/text.tsx';
import { Glyph } from '../../ui/glyph.tsx';
import { Panel, Row } from '../../ui/panel.tsx';
import { LOOK_OF_AGE } from '../../ui/status.ts';
import styles from './why_matched.module.css';

/** Why the list answered: each reason as a sentence with its points, then what is known of the entry. */
export function WhyMatched({ hit, lane }: { hit: HitView; lane: LaneView }) {
  const t = useText();
  return (
    <Panel
      title={t('why.title')}
      aside={t('why.score', { score: Math.round(hit.score), threshold: Math.round(hit.threshold) })}
    >
      <MatchReasons why={hit.why} />
      <EntryFacts hit={hit} lane={lane} />
    </Panel>
  );
}

/** Each part on a line of its own where the row is too narrow for both. */
function Parts({ parts }: { parts: readonly (string | null)[] }) {
  const known = parts.filter((part) => part !== null);
  if (known.length === 0) return <>–</>;
  return (
    <>
      {known.map((part) => (
        <span key={part} className={styles.part}>
          {part}
        </span>
      ))}
    </>
  );
}

function validParts({ validTo, daysLeft }: HitView, t: Translate): string[] {
  if (validTo === null || daysLeft === null) return [t('why.noEnd')];
  return [dateText(validTo), daysLeft <= 0 ? t('why.lastDay') : t('why.daysLeft', { count: daysLeft })];
}

function EntryFacts({ hit, lane }: { hit: HitView; lane: LaneView }) {
  const t = useText();
  const informed =
    hit.personInformed === null ? t('compare.notRecorded') : t(hit.personInformed ? 'word.yes' : 'word.no');
  return (
    <dl className={styles.facts}>
      <Row label={t('why.list')}>
        <Text id={`list.${hit.listKind}`} />
      </Row>
      <Row label={t('why.authority')}>{hit.authority ?? '–'}</Row>
      <Row label={t('why.ground')}>{hit.legalGround ?? '–'}</Row>
      <Row label={t('why.decision')}>
        <Parts parts={[hit.decision, hit.decisionDate === null ? null : dateText(hit.decisionDate)]} />
      </Row>
      <Row label={t('why.validTo')}>
        <Parts parts={validParts(hit, t)} />
      </Row>
      <Row label={t('why.informed')}>{informed}</Row>
      <Row label={t('why.action')}>
        <Text id={`action.${hit.action}`} />
      </Row>
      <Row label={t('why.version')}>
        <ListAge hit={hit} lane={lane} />
      </Row>
    </dl>
  );
}

/** The age of the copy that answered: in its word when it is aged or expired, by its shape always. */
function ListAge({ hit, lane }: { hit: HitView; lane: LaneView }) {
  const now = useBoothClock(lane.now);
  const { age } = useFormats();
  const found = lane.lists.find((list) => list.list === hit.list)?.age ?? 'FRESH';
  const { glyph, tone } = LOOK_OF_AGE[found];
  return (
    <span className={styles.age}>
      {age(now - hit.listAsOf)}
      <Glyph name={glyph} tone={tone} />
      <Text id={`age.${found}`} />
    </span>
  );
}
