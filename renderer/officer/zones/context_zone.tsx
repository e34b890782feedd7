import type { ReactNode } from 'react';
import type { FactsView } from '../../../contract/facts_view.ts';
import type { ClearanceView, LaneView } from '../../../contract/lane_view.ts';
import { dateText, momentText } from '../../i18n/formats.ts';
import { Text, useText } from '../../i18n/text.tsx';
import { Glyph } from '../../ui/glyph.tsx';
import { FootButton, Heading, Panel, Row } from '../../ui/panel.tsx';
import { isToldApart } from '../told_apart.ts';
import styles from './context_zone.module.css';
import { ListAges, ListLimits } from './list_ages.tsx';
import { Stamp } from './stamp.tsx';
import { ToldApartNote } from './told_apart.tsx';

/** Z5: what follows in law, history, list ages. At rest and offline the ages of the lists stand here. */
export function ContextZone({
  lane,
  onNote,
  onStamp,
  children,
}: {
  lane: LaneView;
  onNote(): void;
  /** Whoever leads the shift may order stamps here while there is no network. */
  onStamp?(): void;
  children?: ReactNode;
}) {
  const t = useText();
  const { clearance } = lane;
  if (clearance === null) return <RestContext lane={lane}>{children}</RestContext>;
  const offline = lane.connection.state === 'OFFLINE';
  const until = clearance.law?.outcome === 'clear' ? (clearance.law.stay?.until ?? null) : null;
  return (
    <Panel zone="Z5" title={t('law.title')}>
      <Stamp lane={lane} onOrder={onStamp} />
      <dl>
        <Row label={t('law.record')} mono>
          {clearance.recordNumber}
        </Row>
        {!offline && <History lane={lane} clearance={clearance} />}
        {offline && until !== null && <Row label={t('law.stay.until')}>{dateText(until)}</Row>}
      </dl>
      <ToldApartNote clearance={clearance} timeZone={lane.lane.timeZone} />
      <Heading title={t('lists.title')} />
      <div className={styles.body}>
        <ListAges lane={lane} />
        {clearance.resumed && <p className={styles.hint}>{t('law.resumed')}</p>}
      </div>
      {offline && <WhenOffline lane={lane} sources={clearance.facts.sources} />}
      {children}
      <FootButton label={t('note.title')} cap="F10" onPress={onNote} />
    </Panel>
  );
}

const MANY_LISTS = 5;

/** How many earlier crossings have room beside all that stands in the zone. */
function crossings(lane: LaneView, clearance: ClearanceView): number {
  const taken = [lane.lists.length > MANY_LISTS, clearance.hits.some(isToldApart)];
  return 2 - taken.filter(Boolean).length;
}

function History({ lane, clearance }: { lane: LaneView; clearance: ClearanceView }) {
  const t = useText();
  const history = clearance.history.slice(0, crossings(lane, clearance));
  return (
    <>
      <Row label={t('law.conditions')}>
        <Text id="state.NOT_PERFORMED" />
      </Row>
      {clearance.history.length === 0 && <Row label={t('law.history')}>{t('law.history.none')}</Row>}
      {history.map((one) => (
        <Row key={one.at} label={t(`direction.${one.direction}`)}>
          {momentText(one.at, lane.lane.timeZone)}
        </Row>
      ))}
    </>
  );
}

/** What lies in the booth until the network is back, and what follows meanwhile. */
function WhenOffline({ lane, sources }: { lane: LaneView; sources: FactsView['sources'] }) {
  const local = sources.filter(({ state }) => state === 'LOCAL').length;
  const expired = lane.lists.some(({ age }) => age === 'EXPIRED');
  return (
    <>
      <Heading title={<Text id="offline.title" />} />
      <Backlog lane={lane} />
      <dl className={styles.rows}>
        <Row label={<Text id="offline.redone" />}>
          <Text id="offline.redone.value" />
        </Row>
        {sources.length > 0 && (
          <Row label={<Text id="offline.journey" />}>
            <Text id="offline.journey.value" values={{ local, none: sources.length - local }} />
          </Row>
        )}
        {expired && (
          <Row label={<Text id="offline.newForeigners" />}>
            <Text id="offline.secondLine" />
          </Row>
        )}
      </dl>
    </>
  );
}

function Backlog({ lane }: { lane: LaneView }) {
  return (
    <dl className={styles.foot}>
      <Row label={<Text id="offline.backlog" />}>
        <Text id="offline.records" values={{ count: lane.backlog }} />
      </Row>
    </dl>
  );
}

function RestContext({ lane, children }: { lane: LaneView; children: ReactNode }) {
  const raised = lane.posture.profile !== 'NORMAL';
  return (
    <Panel zone="Z5" title={<Text id="lists.title" />} aside={<Text id="lists.limit" />}>
      <div className={styles.body}>
        <ListLimits lane={lane} />
      </div>
      <Backlog lane={lane} />
      <Heading title={<Text id="posture.title" />} />
      <p className={styles.posture}>
        <Glyph name={raised ? 'shield-raised' : 'shield'} tone={raised ? 'warn' : 'quiet'} />
        <Text id={`posture.${lane.posture.profile}`} />
      </p>
      {children}
    </Panel>
  );
}
