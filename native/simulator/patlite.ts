import type { Clock } from '../../core/ports/clock.ts';
import { patliteUsbProtocol } from '../codec/patlite_usb.ts';
import { LR6_TIERS, NE_COLOURS, type PatliteSettings } from '../driver/patlite/settings.ts';
import type { SimulatorFaults } from './faults.ts';
import { type FaultyReports, faultyReports } from './faulty_reports.ts';
import type { Simulator } from './simulator.ts';

const KEEP = 0x0f;

/** A Patlite light in software: its lamp lives on the cable, what it was told to keep stays. */
export function patliteSimulator(clock: Clock, options: PatliteSettings): Simulator<'hid'> {
  let lamp = 'dark';
  let buzzes = 0;
  let writes = 0;
  let faults: SimulatorFaults = {};
  let reports: FaultyReports | null = null;
  let unplug = () => {};

  const obey = (report: Uint8Array): void => {
    const read = patliteUsbProtocol.decode('host-to-device', report);
    if (!read.ok || read.value.type !== 'control') return;
    const { buzzer, lamps } = read.value;
    writes += 1;
    if ((buzzer & KEEP) !== KEEP && (buzzer & KEEP) !== 0) buzzes += 1;
    lamp = options.model === 'NE-USB' ? colourOf(lamps[0], lamp) : tiersOf(lamps);
  };

  return {
    link: 'hid',
    attach: (end) => {
      const out = faultyReports(end, clock, faults, () => {
        faults = { ...faults, truncate: false };
      });
      const stopOutput = end.onOutput((report) => {
        if (out.hears()) obey(report);
      });
      reports = out;
      unplug = () => {
        stopOutput();
        out.stop();
      };
    },
    detach: () => {
      unplug();
      reports = null;
      lamp = 'dark';
    },
    act: () => {},
    seen: () => ({ lamp, buzzes, writes }),
    order: (next) => {
      faults = next;
      if (next.restart === true) lamp = 'dark';
      reports?.order(next);
    },
  };
}

function colourOf(byte: number, before: string): string {
  const [colour, state] = [byte >> 4, byte & KEEP];
  if (state === 0 || colour === 0) return 'dark';
  return Object.entries(NE_COLOURS).find(([, number]) => number === colour)?.[0] ?? before;
}

function tiersOf([a, b, c]: readonly [number, number, number]): string {
  const states = [a >> 4, a & KEEP, b >> 4, b & KEEP, c >> 4];
  return LR6_TIERS.filter((_tier, at) => states[at] !== 0).join('+') || 'dark';
}
