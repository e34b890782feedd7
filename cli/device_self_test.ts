import { readFile } from 'node:fs/promises';
import { systemIds, waitingClock } from '../core/system_ports.ts';
import { type DeviceSettings, openDevices, parseDeviceSettings } from '../native/index.ts';
import { type Call, driverOptions, json, no, option, print, WrongUse, word } from './device_call.ts';

const READY_LIMIT_MS = 6000;

/** The device of this name in `--settings FILE`, or the port of this path. */
async function chosen(call: Call): Promise<DeviceSettings> {
  const name = word(call, 'NAME');
  const file = option(call, 'settings');
  const one = { driver: option(call, 'driver') ?? 'elyctis-idbox', name, path: name, options: driverOptions(call) };
  const text = file === undefined ? null : await readFile(file, 'utf8').catch(() => null);
  if (file !== undefined && text === null) throw new WrongUse(`${file} cannot be read`);
  const settings = parseDeviceSettings(text === null ? [one] : json(text, file ?? ''));
  if (!settings.ok) throw new WrongUse(settings.error);
  const found = settings.value.filter((device) => device.name === name);
  if (found.length === 0) throw new WrongUse(`no device ${name} in ${file}`);
  return found;
}

export async function test(call: Call): Promise<number> {
  const settings = await chosen(call);
  const devices = await openDevices(settings, { clock: waitingClock, ids: systemIds });
  const decided = (): boolean => !['opening', 'absent'].includes(devices.health()[0]?.state ?? 'absent');
  await new Promise<void>((resolve) => {
    const cancel = waitingClock.after(READY_LIMIT_MS, resolve);
    devices.onHealth(([health]) => {
      if (!decided() && health?.problem === null) return;
      cancel();
      resolve();
    });
  });
  const [health] = devices.health();
  if (health === undefined) throw new WrongUse('no device in the settings');
  const steps = (await devices.selfTest(health.name)) ?? [];
  await devices.close();
  const ok = health.state === 'ready' && steps.every((step) => step.ok);
  print(call.io, { name: health.name, ok, health, steps });
  if (ok) return 0;
  return no(
    call.io,
    health.problem === null ? 'the self test failed' : `${health.problem.code}: ${health.problem.detail}`,
  );
}
