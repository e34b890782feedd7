import type { DeviceRow } from '../../../contract/technician_view.ts';
import { enrolmentObstacles } from '../../domain/biometrics/enrolment.ts';
import { deviceCondition } from '../../domain/maintenance/condition.ts';
import type { DeviceHealth } from '../../ports/device.ts';
import type { DeviceSetting, DeviceWorkshop, DriverFacts } from '../../ports/device_workshop.ts';
import type { LaneDevices } from '../../ports/lane_devices.ts';

/** What the rows are made of. */
export interface DeviceSource {
  readonly devices: LaneDevices;
  readonly workshop: DeviceWorkshop;
}

/** Every device of the lane, in the order of the settings. */
export function deviceRows(source: DeviceSource, now: number): DeviceRow[] {
  const drivers = new Map(source.workshop.drivers().map((driver) => [driver.id, driver]));
  const settings = new Map(source.workshop.settings().map((setting) => [setting.name, setting]));
  return source.devices
    .health()
    .map((health, index) =>
      deviceRow(source, health, drivers.get(health.driver), settings.get(health.name), index + 1, now),
    );
}

function deviceRow(
  { devices, workshop }: DeviceSource,
  health: DeviceHealth,
  driver: DriverFacts | undefined,
  setting: DeviceSetting | undefined,
  place: number,
  now: number,
): DeviceRow {
  const heard = [health.lastHeardAt, workshop.signs(health.name)?.lastHeardAt ?? null].filter((at) => at !== null);
  const lastHeardAt = heard.length === 0 ? null : Math.max(...heard);
  const evidence = {
    ...health,
    lastHeardAt,
    heartbeatMs: heartbeatOf(driver, setting),
    recentFailures: health.failuresByHour.slice(-2).reduce((sum, count) => sum + count, 0),
  };
  return {
    place,
    name: health.name,
    kind: health.kind,
    driver: health.driver,
    model: driver?.model ?? health.driver,
    maturity: driver?.maturity ?? 'EXPERIMENTAL',
    link: driver?.link ?? 'serial',
    port: health.port,
    serialNumber: health.serialNumber,
    firmware: health.firmware,
    simulated: health.simulated,
    state: health.state,
    condition: deviceCondition(evidence, now),
    since: health.since,
    problem: health.problem === null ? null : { code: health.problem.code, detail: health.problem.detail },
    lastHeardAt,
    reads: health.reads,
    reconnects: health.reconnects,
    failures: Object.fromEntries(Object.entries(health.failures)),
    failuresByHour: dayOf(health.failuresByHour),
    p95Ms: { ...health.p95Ms },
    wear: { ...health.wear },
    sensor: sensorOf(devices, health),
  };
}

/** A driver that has heartbeats has an option for them; null: its device is never asked whether it is there. */
function heartbeatOf(driver: DriverFacts | undefined, setting: DeviceSetting | undefined): number | null {
  const given = setting?.options.heartbeatMs;
  if (typeof given === 'number') return given;
  const usual = Number(driver?.options.find(({ path }) => path === 'heartbeatMs')?.default ?? 'none');
  return Number.isFinite(usual) ? usual : null;
}

function sensorOf(devices: LaneDevices, health: DeviceHealth): DeviceRow['sensor'] {
  const reader = devices.fingerprintReader;
  const facts = health.kind === 'FINGERPRINT_READER' && reader?.name === health.name ? reader.sensor() : null;
  if (facts === null) return null;
  return {
    resolutionDpi: facts.resolutionDpi,
    depthBits: facts.depthBits,
    obstacles: [...enrolmentObstacles(facts)],
  };
}

/** 24 hours; a device that counts none of them has failed in none. */
const dayOf = (counts: readonly number[]): number[] => [...Array.from({ length: 24 }, () => 0), ...counts].slice(-24);
