import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { err, ok, type Result } from '../core/domain/result.ts';

/**
 * Training makes officers whose PINs stand on the screen. A folder that held them must never become a real lane, and
 * training must never write into a real lane's records: the folder is marked, and the mark decides.
 */
const MARK = 'TRAINING';

/** True when the settings of the folder name at least one real device; what else is wrong with them is the booth's to say. */
export function hasDevices(directory: string): boolean {
  try {
    const settings: unknown = JSON.parse(readFileSync(join(directory, 'settings.json'), 'utf8'));
    if (typeof settings !== 'object' || settings === null || !('devices' in settings)) return false;
    return Array.isArray(settings.devices) && settings.devices.some((one: unknown) => !isSimulated(one));
  } catch {
    return false;
  }
}

function isSimulated(device: unknown): boolean {
  return typeof device === 'object' && device !== null && 'simulated' in device && device.simulated === true;
}

/** Holds training and earnest apart. @returns one line for the person when the folder is of the other kind. */
export function keepApart(directory: string, training: boolean): Result<null, string> {
  const marked = existsSync(join(directory, MARK));
  const used = existsSync(join(directory, 'booth.db'));
  if (!training) return marked ? err(`${directory} was used for training; a real lane needs another folder`) : ok(null);
  if (used && !marked) return err(`${directory} holds a real lane's records; training needs another folder (--data)`);
  if (!marked) writeFileSync(join(directory, MARK), 'This folder was used for training.\n', { mode: 0o600 });
  return ok(null);
}
