import type { LaneView } from '../../../contract/lane_view.ts';
import type { SelfTestView, TechnicianView } from '../../../contract/technician_view.ts';
import { laneName } from '../lane_view.ts';
import { deviceRows } from './device_rows.ts';
import type { Maintenance } from './maintenance.ts';

/** What the technician's window shows. Of a clearance it is only told that one is open. */
export function technicianView(maintenance: Maintenance, technician: LaneView['officer']): TechnicianView {
  const { lane, devices, workshop } = maintenance.parts;
  const { memory, context, options } = lane;
  const now = context.clock.now();
  return {
    now,
    version: options.version,
    lane: laneName(lane),
    technician: {
      number: technician.number,
      displayName: technician.displayName,
      lastLoginAt: technician.lastLogin?.at ?? null,
    },
    connection: memory.connection,
    posture: lane.postures.inForce()[0]?.profile.profile ?? 'NORMAL',
    service: memory.service,
    devices: deviceRows({ devices, workshop }, now),
    trial: maintenance.trial.view(),
    selfTest: selfTestView(maintenance),
    recordings: workshop.recordings().map((recording) => ({ ...recording })),
    clearanceOpen: lane.runner.state !== null,
  };
}

function selfTestView(maintenance: Maintenance): SelfTestView | null {
  const test = maintenance.selfTest.view;
  return test === null ? null : { ...test, steps: test.steps.map((step) => ({ ...step })) };
}
