import { canonicalJson } from '../canonical_json.ts';

/** One difference between two settings of the lane's devices. `path` is dotted, empty for a whole device; values are short JSON. */
export interface SettingsChange {
  readonly device: string;
  readonly kind: 'ADDED' | 'REMOVED' | 'CHANGED';
  readonly path: string;
  readonly from: string | null;
  readonly to: string | null;
}

interface Named {
  readonly name: string;
  readonly driver: string;
}

/** What the second settings do that the first do not, device by device in the order of the second, then what is gone. */
export function settingsChanges(before: readonly Named[], after: readonly Named[]): SettingsChange[] {
  const changed = after.flatMap((device): SettingsChange[] => {
    const old = before.find(({ name }) => name === device.name);
    if (old === undefined) return [{ device: device.name, kind: 'ADDED', path: '', from: null, to: device.driver }];
    return changedPaths(old, device).map(({ path, from, to }) => ({
      device: device.name,
      kind: 'CHANGED',
      path,
      from,
      to,
    }));
  });
  const gone = before.filter(({ name }) => !after.some((device) => device.name === name));
  return [
    ...changed,
    ...gone.map(({ name, driver }): SettingsChange => {
      return { device: name, kind: 'REMOVED', path: '', from: driver, to: null };
    }),
  ];
}

interface ChangedPath {
  readonly path: string;
  readonly from: string | null;
  readonly to: string | null;
}

function changedPaths(before: unknown, after: unknown, path: readonly string[] = []): ChangedPath[] {
  if (canonicalJson(before ?? null) === canonicalJson(after ?? null)) return [];
  if (isObject(before) && isObject(after)) {
    const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
    return [...keys].flatMap((key) => changedPaths(before[key], after[key], [...path, key]));
  }
  return [{ path: path.join('.'), from: shown(before), to: shown(after) }];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function shown(value: unknown): string | null {
  if (value === undefined) return null;
  return typeof value === 'string' ? value : canonicalJson(value);
}
