import type { Clearance } from '../domain/clearance/clearance.ts';
import type { DeviceHealth, DeviceKind } from '../ports/device.ts';
import type { JournalInput } from '../ports/records.ts';
import { asJson, entry, type LaneContext } from './lane_context.ts';

/** The step of a clearance that a device serves; a device without one (a lamp) can leave no step void. */
const STEP_OF: Readonly<Partial<Record<DeviceKind, string>>> = {
  MRZ_READER: 'DOCUMENT',
  CHIP_READER: 'CHIP',
  CODE_SCANNER: 'BOARDING_PASS',
  CAMERA: 'FACE',
  FINGERPRINT_READER: 'FINGERPRINT',
  GATE: 'PASSAGE',
  PRINTER: 'PRINT',
};

/** A device that came to another state, as it was and as it is. */
export interface DeviceChange {
  readonly was: DeviceHealth | null;
  readonly is: DeviceHealth;
}

/** What changed its state between two looks at the lane's devices. */
export function deviceChanges(was: readonly DeviceHealth[], is: readonly DeviceHealth[]): readonly DeviceChange[] {
  return is
    .map((device) => ({ was: was.find(({ name }) => name === device.name) ?? null, is: device }))
    .filter((change) => change.was?.state !== change.is.state);
}

/** It worked, and works no more; a lane that closes loses nothing. */
export function isLost({ was, is }: DeviceChange): boolean {
  const worked = was?.state === 'ready' || was?.state === 'busy';
  return worked && (is.state === 'lost' || is.state === 'failed');
}

/** The journal's word on a change. Within an open case it belongs to the case and names the step that a loss left void. */
export function deviceEntry(context: LaneContext, change: DeviceChange, open: Clearance | null): JournalInput {
  const { driver, state, problem, kind, name } = change.is;
  const voided = open !== null && isLost(change) ? (STEP_OF[kind] ?? null) : null;
  const data = { driver, state, problem: problem?.code ?? null, ...(voided === null ? {} : { void: voided }) };
  return entry(context, 'DEVICE_STATE', name, open, asJson(data));
}
