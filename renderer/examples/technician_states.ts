import type { TechnicianView } from '../../contract/technician_view.ts';
import type { Opening } from '../technician/page.ts';
import { NOW } from './base_views.ts';
import * as tests from './self_test_views.ts';
import * as settingsViews from './settings_views.ts';
import * as views from './technician_views.ts';
import { WIRE } from './wire_views.ts';

/** One picture of the technician's window. */
export interface TechnicianExample {
  readonly kind: 'technician';
  readonly view: TechnicianView;
  readonly opening: Opening;
  readonly refusal?: { readonly code: string; readonly data: Record<string, unknown> };
  /** Pressed before anyone looks. */
  readonly keys?: readonly string[];
}

const at = (view: Partial<TechnicianView>, opening: Opening = {}): TechnicianExample => ({
  kind: 'technician',
  view: { ...views.LANE, ...view },
  opening: { drivers: settingsViews.ALL_DRIVERS, settings: settingsViews.SETTINGS, ...opening },
});
const settings = (view: Partial<TechnicianView>, opening: Opening = {}): TechnicianExample =>
  at(view, { page: 'settings', device: 'document-reader', log: views.LOG, ...opening });
const wire = (view: Partial<TechnicianView>, opening: Opening = {}): TechnicianExample =>
  at(view, { page: 'wire', device: 'document-reader', wire: WIRE, ...opening });
const test = (selfTest: TechnicianView['selfTest'], view: Partial<TechnicianView> = {}): TechnicianExample =>
  at({ selfTest, ...view }, { page: 'selftest' });
const IN_SERVICE = { service: { open: true, since: NOW, by: null, reason: null } };
const OFFLINE = { connection: { state: 'OFFLINE' as const, since: NOW - 6_720_000 } };

/** Every state of the technician's window, by name. */
export const TECHNICIAN_EXAMPLES: Readonly<Record<string, TechnicianExample>> = {
  'tech-devices': at({}),
  'tech-devices-good': at({ devices: [...views.GOOD_ROWS], ...IN_SERVICE }),
  'tech-devices-finger': at({}, { device: 'finger' }),
  'tech-devices-none': at({ devices: [] }),
  'tech-devices-long': at({ devices: [...views.LONG_ROWS], ...OFFLINE }, { device: views.LONG_ROWS[6]?.name ?? '' }),
  'tech-devices-trial': at({ trial: views.TRIAL }),
  'tech-devices-case': at({ clearanceOpen: true, ...IN_SERVICE }),
  'tech-devices-loading': at({}, { drivers: [], settings: [] }),
  'tech-refused': { ...at({}), refusal: { code: 'STORE_FAILED', data: { code: 'SQLITE_FULL' } } },
  'tech-close': at(IN_SERVICE, { dialog: 'close' }),
  'tech-reopen': at({}, { dialog: 'reopen' }),
  'tech-help': at({}, { dialog: 'help' }),
  'tech-discover': at({}, { page: 'discover', found: settingsViews.FOUND }),
  'tech-discover-open': at(IN_SERVICE, { page: 'discover', found: settingsViews.FOUND.slice(2) }),
  'tech-discover-none': at({}, { page: 'discover', found: [] }),
  'tech-discover-loading': at({}, { page: 'discover' }),
  'tech-discover-add': at({}, { page: 'discover', found: settingsViews.FOUND, dialog: 'add' }),
  'tech-discover-weak': at({}, { page: 'discover', found: settingsViews.FOUND.slice(2), dialog: 'add' }),
  'tech-discover-by-hand': at({}, { page: 'discover', found: settingsViews.FOUND, dialog: 'addByHand' }),
  'tech-settings': settings({}),
  'tech-settings-changed': settings({}, { draft: settingsViews.DRAFT }),
  'tech-settings-other': settings({}, { device: 'second-reader' }),
  'tech-settings-loading': at({}, { page: 'settings', log: [] }),
  'tech-settings-none': settings({ devices: [] }, { settings: [], log: [] }),
  'tech-trial': settings({ trial: views.TRIAL }, { draft: settingsViews.DRAFT }),
  'tech-trial-keepable': settings({ trial: views.KEEPABLE }, { draft: settingsViews.DRAFT }),
  'tech-wire': wire({}),
  'tech-wire-frame': { ...wire({}), keys: Array.from({ length: 17 }, () => 'ArrowUp') },
  'tech-wire-paused': { ...wire({}), keys: ['Space'] },
  'tech-wire-recording': wire({
    recordings: views.LANE.recordings.map((one) => ({ ...one, endedAt: null })),
  }),
  'tech-wire-quiet': wire({}, { wire: [] }),
  'tech-wire-asked': wire({}, { dialog: 'asked', asked: settingsViews.ASKED }),
  'tech-wire-unasked': wire({}, { dialog: 'asked', asked: { steps: null } }),
  'tech-wire-replayed': wire({}, { dialog: 'replayed', replayed: settingsViews.REPLAYED }),
  'tech-wire-differs': wire({}, { dialog: 'replayed', replayed: settingsViews.REPLAYED_OTHERWISE }),
  'tech-profile': settings({}, { dialog: 'profile', profile: settingsViews.PROFILE }),
  'tech-selftest': test(null),
  'tech-selftest-open': test(null, IN_SERVICE),
  ...Object.fromEntries(Object.entries(tests.RUNNING).map(([act, one]) => [`tech-selftest-${act}`, test(one)])),
  'tech-selftest-waits': test(tests.WAITS_AFTER_FAILURE),
  'tech-selftest-skip': at({ selfTest: tests.RUNNING.specimen }, { page: 'selftest', dialog: 'skip' }),
  'tech-selftest-passed': test(tests.ALL_PASSED),
  'tech-selftest-partly': test(tests.PARTLY),
  'tech-selftest-failed': test(tests.ONE_FAILED),
  'tech-selftest-stopped': test(tests.STOPPED),
  'tech-selftest-signed': test(tests.SIGNED),
  'tech-log': at({}, { page: 'log', log: views.LOG }),
  'tech-log-empty': at({}, { page: 'log', log: [] }),
  'tech-log-loading': at({}, { page: 'log' }),
  'tech-note': at({}, { page: 'log', log: views.LOG, dialog: 'note' }),
};
