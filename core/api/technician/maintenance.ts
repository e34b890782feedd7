import type { Result } from '../../domain/result.ts';
import type { DeviceSetting, DeviceWorkshop } from '../../ports/device_workshop.ts';
import type { LaneDevices } from '../../ports/lane_devices.ts';
import type { StorageProblem } from '../../ports/records.ts';
import type { ProfileSigner } from '../../sync/lane_profile.ts';
import type { Lane } from '../lane.ts';
import { Live } from '../live.ts';
import { SelfTestRun } from './self_test_run.ts';
import { TrialRun } from './trial_run.ts';

/** How often a technician's window is told anew while nothing changes: ages and counts run on. */
const TOLD_EVERY_MS = 1_000;

export interface MaintenanceParts {
  readonly lane: Lane;
  /** The lane's devices themselves: the self test releases the gate while the lane is out of service. */
  readonly devices: LaneDevices;
  readonly workshop: DeviceWorkshop;
  readonly keep: (devices: readonly DeviceSetting[]) => Promise<Result<void, StorageProblem>>;
  readonly signer: () => Result<ProfileSigner, StorageProblem>;
}

/** Everything that stands behind the technician's window. */
export class Maintenance {
  readonly parts: MaintenanceParts;
  readonly trial: TrialRun;
  readonly selfTest: SelfTestRun;
  readonly #live = new Live(0);
  #followers = 0;
  #cancelTold = () => {};
  #unlisten = () => {};

  constructor(parts: MaintenanceParts) {
    this.parts = parts;
    const changed = () => this.changed();
    this.trial = new TrialRun({ ...parts, changed });
    this.selfTest = new SelfTestRun({ ...parts, changed });
  }

  start(): void {
    this.#unlisten = this.parts.devices.onHealth(() => this.changed());
  }

  /** Ends what is under way: a self test, recordings, a trial, whose settings are gone with the booth. */
  async stop(): Promise<void> {
    this.#unlisten();
    this.#cancelTold();
    await this.selfTest.stop('system');
    const { workshop } = this.parts;
    const recording = workshop.recordings().filter(({ endedAt }) => endedAt === null);
    await Promise.all(recording.map(({ id }) => workshop.stopRecording(id)));
    await this.trial.stop();
  }

  changed(): void {
    this.#live.set(this.#live.current + 1);
  }

  /** One turn at once, one after each change, and one each second. */
  async *follow(signal: AbortSignal | undefined): AsyncGenerator<void, void, void> {
    this.#followers += 1;
    if (this.#followers === 1) this.#tellLater();
    try {
      for await (const _ of this.#live.follow(signal)) yield;
    } finally {
      this.#followers -= 1;
      if (this.#followers === 0) this.#cancelTold();
    }
  }

  #tellLater(): void {
    this.#cancelTold = this.parts.lane.context.clock.after(TOLD_EVERY_MS, () => {
      this.changed();
      this.#tellLater();
    });
  }
}
