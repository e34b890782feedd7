import type { DeviceRow } from '../../../contract/technician_view.ts';
import { momentText, useFormats } from '../../i18n/formats.ts';
import type { MessageId } from '../../i18n/preferences.tsx';
import { Text, useText } from '../../i18n/text.tsx';
import { Glyph } from '../../ui/glyph.tsx';
import { Heading, Panel, Row } from '../../ui/panel.tsx';
import tables from '../../ui/table.module.css';
import { LOOK_OF_CONDITION, problemName } from '../conditions.ts';
import type { Technician } from '../use_technician.ts';
import styles from './device_detail.module.css';
import { failuresToday } from './device_table.tsx';
import { FailuresPlot } from './failures_plot.tsx';

/** Names of measured acts and of wear that have words of their own; others are shown as the driver calls them. */
const NAMED = [
  'connect',
  'heartbeat',
  'read',
  'capture',
  'release',
  'connects',
  'reads',
  'captures',
  'releases',
] as const;
const nameOf = (act: string): MessageId | null => {
  const known = NAMED.find((one) => one === act);
  return known === undefined ? null : `tech.act.name.${known}`;
};

/** Z5: one device whole: what is wrong and what to do, when it failed, how fast it is, how worn. */
export function DeviceDetail({ technician, device }: { technician: Technician; device: DeviceRow }) {
  const t = useText();
  const { duration, count } = useFormats();
  const { timeZone } = technician.view.lane;
  const look = LOOK_OF_CONDITION[device.condition];
  const named = (act: string) => {
    const id = nameOf(act);
    return id === null ? act : t(id);
  };
  return (
    <Panel zone="Z5" title={`${device.place} · ${device.name}`} className={styles.panel}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className={tables.scroll} tabIndex={0} aria-label={t('tech.detail')} data-scrolls>
        <dl>
          <Row label={t('tech.column.device')}>{device.name}</Row>
          <Row label={t('tech.column.condition')}>
            <span className={`${tables.state} ${styles.state}`} data-tone={look.tone}>
              <Glyph name={look.glyph} tone={look.tone} />
              <span>{t(`tech.condition.${device.condition}`)}</span>
            </span>
          </Row>
          <Row label={t('tech.since')}>{momentText(device.since, timeZone)}</Row>
        </dl>
        {device.problem !== null && <Problem code={device.problem.code} detail={device.problem.detail} />}
        {device.sensor !== null && <Sensor sensor={device.sensor} />}
        <Heading title={t('tech.last24')} aside={t('tech.failures.sum', { count: failuresToday(device) })} />
        <FailuresPlot hours={device.failuresByHour} now={technician.view.now} timeZone={timeZone} />
        <dl>
          <Row label={t('tech.column.model')}>{device.model}</Row>
          <Row label={t('tech.driver')} mono>
            {device.driver}
          </Row>
          <Row label={t('tech.maturity')}>{t(`tech.maturity.${device.maturity}`)}</Row>
          <Row label={t('tech.firmware')} mono>
            {device.firmware ?? '–'}
          </Row>
          <Row label={t('tech.serialNumber')} mono>
            {device.serialNumber ?? '–'}
          </Row>
          <Row label={t('tech.column.port')} mono>
            {device.port ?? '–'}
          </Row>
          <Row label={t('tech.reads')}>{count(device.reads)}</Row>
          <Row label={t('tech.reconnects')}>{count(device.reconnects)}</Row>
          {Object.entries(device.failures).map(([code, times]) => (
            <Row key={code} label={t(`tech.problem.${problemName(code)}`, { code })}>
              {count(times)}
            </Row>
          ))}
          {Object.entries(device.p95Ms).map(([act, ms]) => (
            <Row key={act} label={t('tech.p95', { act: named(act) })}>
              {duration(ms)}
            </Row>
          ))}
          {Object.entries(device.wear).map(([what, times]) => (
            <Row key={what} label={t('tech.wear', { what: named(what) })}>
              {count(times)}
            </Row>
          ))}
        </dl>
      </section>
    </Panel>
  );
}

function Problem({ code, detail }: { code: string; detail: string }) {
  const name = problemName(code);
  return (
    <div className={styles.problem}>
      <p className={styles.what}>
        <Text id={`tech.problem.${name}`} values={{ code }} />
      </p>
      <p>
        <Text id={`tech.problem.${name}.do`} values={{ code }} />
      </p>
      <p className={`${styles.code} mono`}>
        {code} · {detail}
      </p>
    </div>
  );
}

const OBSTACLES = ['RESOLUTION_BELOW_500', 'DEPTH_BELOW_8'] as const;

/** What a fingerprint sensor is good for. */
function Sensor({ sensor }: { sensor: NonNullable<DeviceRow['sensor']> }) {
  const t = useText();
  const why = OBSTACLES.filter((one) => sensor.obstacles.includes(one)).map((one) => t(`tech.sensor.${one}`));
  return (
    <div className={styles.problem}>
      <p className={styles.what}>
        {t(sensor.obstacles.length === 0 ? 'tech.sensor.enrols' : 'tech.sensor.verifiesOnly')}
      </p>
      <p>
        {t('tech.sensor.facts', { dpi: sensor.resolutionDpi, bits: sensor.depthBits })}
        {why.length > 0 && ` · ${why.join(', ')}`}
      </p>
    </div>
  );
}
