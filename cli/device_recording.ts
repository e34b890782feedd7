import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { systemIds, waitingClock } from '../core/system_ports.ts';
import { parseDeviceSettings, recordPort, replayFile } from '../native/index.ts';
import { type Call, dataFolder, driverOptions, no, option, print, stopped, WrongUse, word } from './device_call.ts';

function seconds(call: Call): number | null {
  const given = option(call, 'seconds');
  if (given === undefined) return null;
  if (!/^\d{1,4}$/.test(given) || Number(given) < 1) throw new WrongUse('devices record: --seconds is 1 to 9999');
  return Number(given);
}

/** Drives the device on a port and records its wire into the data folder, until told to stop or for `--seconds`. */
export async function record(call: Call): Promise<number> {
  const port = word(call, 'PORT');
  const driver = option(call, 'driver');
  if (driver === undefined) throw new WrongUse('devices record: --driver is wanted');
  const settings = parseDeviceSettings([{ driver, name: 'recorded', path: port, options: driverOptions(call) }]);
  if (!settings.ok) throw new WrongUse(settings.error);
  const limit = seconds(call);
  const [device] = settings.value;
  const folder = join(dataFolder(call), 'recordings');
  const made = device && (await recordPort(device, folder, { clock: waitingClock, ids: systemIds }));
  if (!made) throw new WrongUse(`${folder} takes no file`);
  const { recording, file } = made;
  print(call.io, { event: 'recording', recording, file });
  let cancel = () => {};
  const over = new Promise<void>((resolve) => {
    if (limit !== null) cancel = waitingClock.after(limit * 1000, resolve);
  });
  await Promise.race([stopped(call.io), over]);
  cancel();
  const { entries, health } = await made.stop();
  print(call.io, { event: 'recorded', recording, file, entries, state: health?.state ?? null });
  if (entries > 0) return 0;
  return no(call.io, `nothing was recorded: ${health?.problem?.code ?? 'the device said nothing'}`);
}

/** Plays a recording, a file or the id of one in the data folder, against its driver. */
export async function replay(call: Call): Promise<number> {
  const name = word(call, 'RECORDING');
  const kept = join(dataFolder(call), 'recordings', `${name}.jsonl`);
  const file = /^[0-9a-f-]{36}$/.test(name) && existsSync(kept) ? kept : name;
  const verdict = await replayFile(file);
  if (verdict === null) throw new WrongUse(`${name} is no recording that can be played`);
  print(call.io, verdict);
  return verdict.same ? 0 : no(call.io, `the driver says something else at entry ${verdict.differsAt}`);
}
