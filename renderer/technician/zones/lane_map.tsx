import type { DeviceRow } from '../../../contract/technician_view.ts';
import { useText } from '../../i18n/text.tsx';
import { Glyph } from '../../ui/glyph.tsx';
import { Panel } from '../../ui/panel.tsx';
import { LOOK_OF_CONDITION } from '../conditions.ts';
import styles from './lane_map.module.css';

/** Where each kind stands in an officer's booth, as seen from above: along the counter, at the gate, or over the way. */
const AT_COUNTER = ['CODE_SCANNER', 'MRZ_READER', 'CHIP_READER', 'CAMERA', 'FINGERPRINT_READER', 'PRINTER'];

const WIDTH = 900;
const COUNTER = { y: 30, from: 120, to: 640 };
const GATE_X = 740;
const WAY_Y = 112;
const NODE = 32;

interface Place {
  readonly device: DeviceRow;
  readonly x: number;
  readonly y: number;
}

function spread(devices: readonly DeviceRow[], from: number, to: number, y: number): readonly Place[] {
  const step = devices.length < 2 ? 0 : Math.min(76, (to - from) / (devices.length - 1));
  const start = (from + to - step * (devices.length - 1)) / 2;
  return devices.map((device, place) => ({ device, x: start + step * place, y }));
}

/** Places follow from the kinds alone, so that the map of a lane looks the same after any change of models. */
export function placesOf(devices: readonly DeviceRow[]): readonly Place[] {
  const counter = AT_COUNTER.flatMap((kind) => devices.filter((device) => device.kind === kind));
  const gates = devices.filter((device) => device.kind === 'GATE');
  const lights = devices.filter((device) => device.kind === 'SIGNAL_LIGHT');
  return [
    ...spread(counter, COUNTER.from, COUNTER.to, COUNTER.y),
    ...spread(gates, GATE_X, GATE_X + 40 * Math.max(0, gates.length - 1), 66),
    ...spread(lights, GATE_X + 70, GATE_X + 70 + 40 * Math.max(0, lights.length - 1), COUNTER.y),
  ];
}

/** The lane from above: each number is the device's number in the table, each shape its condition. */
export function LaneMap({ devices, chosen }: { devices: readonly DeviceRow[]; chosen: string | null }) {
  const t = useText();
  return (
    <Panel className={styles.map}>
      <svg viewBox={`0 0 ${WIDTH} 138`} className={styles.drawing} role="img" aria-label={t('tech.map')}>
        <path d={`M20 ${COUNTER.y}H${WIDTH - 20}M20 ${WAY_Y}H${WIDTH - 20}`} className={styles.wall} />
        <path d={`M${COUNTER.from - 46} ${COUNTER.y}V8H${COUNTER.to + 46}V${COUNTER.y}`} className={styles.booth} />
        <path d={`M${GATE_X} ${COUNTER.y}V${WAY_Y}`} className={styles.gate} />
        <text x="26" y="96" className={styles.word}>
          {t('tech.map.in')} →
        </text>
        <text x={COUNTER.from + 60} y="96" className={styles.word}>
          {t('tech.map.counter')}
        </text>
        <text x={GATE_X + 14} y="98" className={styles.word}>
          {t('tech.map.gate')}
        </text>
        <text x={WIDTH - 26} y="98" className={styles.end}>
          → {t('tech.map.out')}
        </text>
        {placesOf(devices).map(({ device, x, y }) => (
          <g
            key={device.name}
            transform={`translate(${x} ${y})`}
            data-tone={LOOK_OF_CONDITION[device.condition].tone}
            data-chosen={device.name === chosen}
            className={styles.node}
          >
            <rect x={-NODE / 2} y={-NODE / 2} width={NODE} height={NODE} rx="6" />
            <text y="6">{device.place}</text>
            <g transform="translate(8 -24)">
              <Badge device={device} />
            </g>
          </g>
        ))}
      </svg>
    </Panel>
  );
}

function Badge({ device }: { device: DeviceRow }) {
  if (device.condition === 'GOOD') return null;
  const { glyph, tone } = LOOK_OF_CONDITION[device.condition];
  return (
    <svg width="16" height="16" viewBox="0 0 20 20" aria-hidden="true">
      <Glyph name={glyph} tone={tone} />
    </svg>
  );
}
