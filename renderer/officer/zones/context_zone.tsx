import type { LaneView } from '../../../contract/lane_view.ts';
import { momentText } from '../../i18n/formats.ts';
import { Text, useText } from '../../i18n/text.tsx';
import { KeyCap } from '../../ui/key_cap.tsx';
import { Heading, Panel, Row } from '../../ui/panel.tsx';
import styles from './context_zone.module.css';
import { ListAges } from './list_ages.tsx';

/** Z5: what follows in law, history, list ages. At rest and offline the ages of the lists stand here. */
export function ContextZone({ lane, onNote }: { lane: LaneView; onNote(): void }) {
  if (lane.clearance === null) return <RestContext lane={lane} />;
  const offline = lane.connection.state === 'OFFLINE';
  return (
    <Panel zone="Z5" title={<Text id="law.title" />}>
      <Stamp lane={lane} />
      <dl className={styles.body}>
        <Row label={<Text id="law.record" />} mono>
          {lane.clearance.recordNumber}
        </Row>
        {!offline && <History lane={lane} />}
        {lane.clearance.resumed && (
          <p className={styles.hint}>
            <Text id="law.resumed" />
          </p>
        )}
        {offline && <ListAges lane={lane} />}
      </dl>
      {offline && <Backlog lane={lane} />}
      <button type="button" className={styles.note} onClick={onNote}>
        <b>
          <Text id="note.title" />
        </b>
        <KeyCap>F10</KeyCap>
      </button>
    </Panel>
  );
}

function Stamp({ lane }: { lane: LaneView }) {
  return (
    <div className={styles.stamp}>
      <small>
        <Text id="law.stamp" />
      </small>
      <strong>
        <Text id={`stamp.${lane.stamp}`} />
      </strong>
      <p>
        <Text id={lane.connection.state === 'OFFLINE' ? 'law.stamp.offline' : 'law.stamp.online'} />
      </p>
    </div>
  );
}

function History({ lane }: { lane: LaneView }) {
  const t = useText();
  const history = lane.clearance?.history ?? [];
  return (
    <>
      <Row label={t('law.conditions')}>
        <Text id="state.NOT_PERFORMED" />
      </Row>
      {history.length === 0 && <Row label={t('law.history')}>{t('law.history.none')}</Row>}
      {history.map((one) => (
        <Row key={one.at} label={t(`direction.${one.direction}`)}>
          {momentText(one.at)}
        </Row>
      ))}
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

function RestContext({ lane }: { lane: LaneView }) {
  return (
    <Panel zone="Z5" title={<Text id="lists.title" />} aside={<Text id="lists.limit" />}>
      <div className={styles.body}>
        <ListAges lane={lane} />
      </div>
      <dl className={styles.foot}>
        <Row label={<Text id="offline.backlog" />}>
          <Text id="offline.records" values={{ count: lane.backlog }} />
        </Row>
      </dl>
      <Heading title={<Text id="posture.title" />} />
      <p className={styles.posture}>
        <Text id={`posture.${lane.posture}`} />
      </p>
    </Panel>
  );
}
