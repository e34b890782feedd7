import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { maintenanceLog } from '../core/api/technician/maintenance_log.ts';
import { settingsChanges } from '../core/domain/maintenance/settings_changes.ts';
import { keepDevices } from '../core/settings/keep_devices.ts';
import { loadSettings, type Settings } from '../core/settings/settings.ts';
import { profileKey } from '../core/storage/profile_key.ts';
import { exportProfile, type ProfileSigner, publicKeyOf, readProfile } from '../core/sync/lane_profile.ts';
import { systemClock } from '../core/system_ports.ts';
import { type DeviceSettings, parseDeviceSettings } from '../native/index.ts';
import { lockDataDirectory } from './data_lock.ts';
import { type Call, dataFolder, no, print, WrongUse } from './device_call.ts';
import { writeJson } from './json_output.ts';
import { openStore, systemEnvironment } from './open_store.ts';

async function kept(call: Call): Promise<{ settings: Settings; devices: DeviceSettings }> {
  const settings = await loadSettings(dataFolder(call));
  if (!settings.ok) throw new WrongUse(`${settings.error.code}: ${settings.error.detail}`);
  const devices = parseDeviceSettings(settings.value.devices);
  if (!devices.ok) throw new WrongUse(`settings.json: ${devices.error}`);
  return { settings: settings.value, devices: devices.value };
}

/** The devices that `settings.json` names, checked by their drivers' own schemas. */
export async function settings(call: Call): Promise<number> {
  const { settings: all, devices } = await kept(call);
  print(call.io, { lane: all.lane.id, devices });
  return 0;
}

/** The maintenance log, newest first, one entry a line. */
export async function log(call: Call): Promise<number> {
  const storage = await openStore(dataFolder(call), await systemEnvironment(), false);
  if (!storage.ok) throw new WrongUse(storage.error);
  try {
    for (let before: number | null = null; ; ) {
      const page = await maintenanceLog(storage.value.records, before);
      if (!page.ok) throw new WrongUse(`${page.error.code}: ${page.error.detail}`);
      for (const entry of page.value) if (!(await writeJson(call.io, entry))) return 0;
      const last = page.value.at(-1);
      if (last === undefined) return 0;
      before = last.seq;
    }
  } finally {
    await storage.value.close();
  }
}

function signer(call: Call, lane: string): ProfileSigner {
  const key = profileKey(dataFolder(call));
  if (!key.ok) throw new WrongUse(`${key.error.code}: ${key.error.detail}`);
  return { name: `booth ${lane}`, privateKey: key.value, publicKey: publicKeyOf(key.value) };
}

/** `profile export`: the lane's device settings as a signed file. `profile key`: what others must trust. `profile import FILE`. */
export async function profile(call: Call): Promise<number> {
  const [what, file] = call.words;
  const { settings: all, devices } = await kept(call);
  const own = signer(call, all.lane.id);
  if (what === 'export' && call.words.length === 1) {
    call.io.stdout.write(exportProfile({ lane: all.lane.id, madeAt: systemClock.now(), devices }, own));
    return 0;
  }
  if (what === 'key' && call.words.length === 1) {
    print(call.io, { name: own.name, publicKey: own.publicKey });
    return 0;
  }
  if (what === 'import' && file !== undefined && call.words.length === 2) return importProfile(call, file, own);
  throw new WrongUse('devices profile: export, import FILE [--keep] or key');
}

/** Says what the file would change; with `--keep` a trusted one is written into `settings.json` of a booth that does not run. */
async function importProfile(call: Call, file: string, own: ProfileSigner): Promise<number> {
  const text = await readFile(file, 'utf8').catch(() => null);
  if (text === null) throw new WrongUse(`${file} cannot be read`);
  const { settings: all, devices } = await kept(call);
  const read = readProfile(text, own, all.profileAuthorities);
  if (!read.ok && read.error === 'PROFILE_UNREADABLE') throw new WrongUse(`PROFILE_UNREADABLE: ${file}`);
  if (!read.ok) return no(call.io, `${read.error}: it was changed after it was signed`);
  const wanted = parseDeviceSettings(read.value.devices);
  if (!wanted.ok) return no(call.io, `SETTINGS_WRONG: ${wanted.error}`);
  const { lane, signedBy, trusted, madeAt } = read.value;
  const changes = settingsChanges(devices, wanted.value);
  const told = { lane, signedBy, trusted, madeAt, changes };
  if (call.values.keep !== true || !trusted) {
    print(call.io, { ...told, kept: false });
    return trusted
      ? 0
      : no(call.io, 'the signer is not trusted: name its key under profileAuthorities in settings.json');
  }
  await keep(call, wanted.value);
  print(call.io, { ...told, kept: true });
  return 0;
}

async function keep(call: Call, devices: DeviceSettings): Promise<void> {
  const directory = dataFolder(call);
  const lock = await lockDataDirectory(directory, randomUUID());
  if (!lock.ok) throw new WrongUse(`a booth runs on ${directory} (${lock.error.detail}): use its technician's window`);
  try {
    const written = await keepDevices(directory, devices);
    if (!written.ok) throw new WrongUse(`${written.error.code}: ${written.error.detail}`);
  } finally {
    await lock.value();
  }
}
