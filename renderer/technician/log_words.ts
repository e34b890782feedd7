/** Events of the log that have words; another one shows its name in the catalogue. */
export const NAMED_EVENTS = [
  'BOOTH_STARTED',
  'BOOTH_STOPPED',
  'STORE_SET_ASIDE',
  'CONNECTION_CHANGED',
  'DEVICE_STATE',
  'SERVICE_SWITCHED',
  'SETTINGS_TRIED',
  'SETTINGS_TRIAL_EXTENDED',
  'SETTINGS_KEPT',
  'SETTINGS_ROLLED_BACK',
  'SELF_TEST_STARTED',
  'SELF_TEST_STOPPED',
  'SELF_TEST_SIGNED',
  'PORT_PROBED',
  'DEVICE_ASKED',
  'WIRE_WATCHED',
  'WIRE_EXPORTED',
  'RECORDING_STARTED',
  'RECORDING_STOPPED',
  'RECORDING_REPLAYED',
  'PROFILE_EXPORTED',
  'PROFILE_READ',
  'MAINTENANCE_NOTE',
] as const;

export const eventName = (event: string): (typeof NAMED_EVENTS)[number] | null =>
  NAMED_EVENTS.find((known) => known === event) ?? null;

/** A difference between settings in one breath; null for anything else. */
function change(value: unknown): string | null {
  if (typeof value !== 'object' || value === null || !('device' in value) || !('path' in value)) return null;
  const { device, path, from, to } = value as Record<string, unknown>;
  const what = path === '' || path === undefined ? '' : ` ${String(path)}`;
  return `${String(device)}${what}: ${String(from ?? '–')} → ${String(to ?? '–')}`;
}

function said(value: unknown): string {
  if (Array.isArray(value)) return value.map((one) => change(one) ?? said(one)).join(', ');
  if (typeof value !== 'object' || value === null) return String(value);
  return Object.entries(value)
    .filter(([, part]) => part !== null)
    .map(([name, part]) => `${name} ${said(part)}`)
    .join(' ');
}

/** An entry's data as names and values on one line; a text that is no JSON object (or was cut) stays as it is. */
export function readable(text: string): string {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return text;
  }
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return text;
  return Object.entries(data)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `${name}: ${said(value)}`)
    .join(' · ');
}
