import type { Result } from '../domain/result.ts';
import type { DeviceHealth, DeviceProblem } from './device.ts';

/** What a lane's lamp may say. It never tells of a hit: CALL_OFFICER is shown for ordinary reasons too. */
export type Signal = 'OFF' | 'CLOSED' | 'READY' | 'BUSY' | 'PASS' | 'CALL_OFFICER';

/** A lamp of the lane. After a loss it shows the last ordered signal again; a lamp with a watchdog goes dark by itself. */
export interface SignalLight {
  readonly name: string;
  health(): DeviceHealth;
  onHealth(listener: (health: DeviceHealth) => void): () => void;
  show(signal: Signal): Promise<Result<void, DeviceProblem>>;
  close(): Promise<void>;
}
