import type { Page } from '../page.ts';
import type { Technician } from '../use_technician.ts';
import type { Act, PageActs } from './act.ts';
import { discoverActs } from './discover_acts.ts';
import { logActs } from './log_acts.ts';
import { overviewActs } from './overview_acts.ts';
import { selfTestActs } from './self_test_acts.ts';
import { settingsActs } from './settings_acts.ts';
import { wireActs } from './wire_acts.ts';

const PAGE_ACTS: Record<Page, (technician: Technician) => PageActs> = {
  devices: overviewActs,
  discover: discoverActs,
  settings: settingsActs,
  wire: wireActs,
  selftest: selfTestActs,
  log: logActs,
};

export const actsOf = (technician: Technician): PageActs => PAGE_ACTS[technician.page](technician);

const PAGES = [
  ['F2', 'discover'],
  ['F3', 'settings'],
  ['F4', 'wire'],
  ['F6', 'selftest'],
  ['F7', 'log'],
] as const;

/** The tiles on the left: the pages, always in the same places, and F5 between them. */
export function toolsOf(technician: Technician, own: Act): readonly Act[] {
  const pages = PAGES.map(([key, page]): Act => {
    const label = { id: `tech.tile.${page}` } as const;
    const needsDevice = page === 'wire' && technician.device === null;
    return {
      key,
      label,
      detail: needsDevice ? { id: 'tech.closed.NO_DEVICE' } : label,
      open: !needsDevice,
      pressed: technician.page === page,
      testId: `page-${page}`,
      run: () => technician.show(page),
    };
  });
  return [...pages.slice(0, 3), own, ...pages.slice(3)];
}
