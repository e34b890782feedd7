import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DeviceHealth } from '../../core/ports/device.ts';
import type { ReplayVerdict } from '../../core/ports/device_workshop.ts';
import { openDevices } from '../changeable_devices.ts';
import type { DevicePorts } from '../devices.ts';
import type { OneDeviceSettings } from '../settings.ts';
import { wiresOf } from '../wire/wires.ts';
import { readRecording } from '../workshop/recording_file.ts';
import { recordingsIn } from '../workshop/recordings.ts';
import { replayRecording } from '../workshop/replay.ts';

/** A device that is driven and recorded until `stop`, which says what came of it. */
export interface PortRecording {
  readonly recording: string;
  readonly file: string;
  stop(): Promise<{ readonly entries: number; readonly health: DeviceHealth | null }>;
}

/** Drives one device and records its wire from the first byte on; null when the folder takes no file. */
export async function recordPort(
  device: OneDeviceSettings,
  directory: string,
  ports: DevicePorts,
): Promise<PortRecording | null> {
  const wires = wiresOf(ports.clock);
  const recordings = await recordingsIn(directory, ports);
  const recording = await recordings.start(device, wires.log(device.name), () => {});
  if (recording === null) return null;
  const devices = await openDevices([device], { ...ports, wires });
  return {
    recording,
    file: join(directory, `${recording}.jsonl`),
    stop: async () => {
      const [health = null] = devices.health();
      await devices.close();
      await recordings.stop(recording);
      const kept = recordings.list().find(({ id }) => id === recording);
      return { entries: kept?.entries ?? 0, health };
    },
  };
}

/** Plays a recording of this file against its driver; null where it is none, or its driver cannot be played. */
export async function replayFile(path: string): Promise<ReplayVerdict | null> {
  const recording = readRecording(await readFile(path, 'utf8').catch(() => ''));
  return recording === null ? null : replayRecording(recording);
}
