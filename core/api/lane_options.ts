import type { BoothView } from '../../contract/session.ts';
import type { Playbooks } from '../domain/incident/playbook.ts';
import type { Profiles } from '../domain/posture/posture.ts';
import type { LaneDevices } from '../ports/lane_devices.ts';
import type { LaneContext } from './lane_context.ts';

/** What a lane is started with. */
export interface LaneOptions {
  readonly context: LaneContext;
  readonly devices: LaneDevices;
  readonly profiles: Profiles;
  readonly playbooks: Playbooks;
  readonly training: boolean;
  readonly version: string;
  readonly demoOfficers: BoothView['demoOfficers'];
}
