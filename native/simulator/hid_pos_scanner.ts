import type { Clock } from '../../core/ports/clock.ts';
import { aimPrefix } from '../codec/aim_symbology.ts';
import { hidPosBarcodeProtocol } from '../codec/hid_pos_barcode.ts';
import type { SimulatorFaults } from './faults.ts';
import { type FaultyReports, faultyReports } from './faulty_reports.ts';
import type { Simulator } from './simulator.ts';

const PIECE_BYTES = 56;
/** Two bytes of the maker stand between the data and the flags. */
const REST_BYTES = 2;

/** A hand scanner in HID POS mode in software. Honeywell's switch lasts until the plug is out. */
export function hidPosScannerSimulator(clock: Clock): Simulator<'hid'> {
  let faults: SimulatorFaults = {};
  let reports: FaultyReports | null = null;
  let unplug = () => {};
  let cancelScan = () => {};
  let switched = false;
  let scans = 0;

  const scan = (text: string, symbology: string | undefined): void => {
    if (faults.noRead === true) return;
    scans += 1;
    const bytes = [...Buffer.from(text, 'utf8')];
    for (let at = 0; at === 0 || at < bytes.length; at += PIECE_BYTES) {
      const data = bytes.slice(at, at + PIECE_BYTES);
      const continued = at + PIECE_BYTES < bytes.length;
      const rest = Array.from({ length: REST_BYTES + PIECE_BYTES - data.length }, () => 0);
      const piece = { aim: aimPrefix(symbology), data, continued, shifted: null, rest, flags: continued ? 1 : 0 };
      reports?.say(hidPosBarcodeProtocol.encode('device-to-host', { type: 'scanned', ...piece }), !continued);
    }
  };

  return {
    link: 'hid',
    attach: (end) => {
      const out = faultyReports(end, clock, faults, () => {
        faults = { ...faults, truncate: false };
      });
      const stopFeature = end.onFeature({
        set: (report) => {
          const read = hidPosBarcodeProtocol.decode('host-to-device', report);
          if (!out.hears() || !read.ok || read.value.type !== 'delivery') return false;
          switched = read.value.hidPos;
          return true;
        },
        get: () => null,
      });
      reports = out;
      unplug = () => {
        stopFeature();
        out.stop();
      };
    },
    detach: () => {
      unplug();
      cancelScan();
      reports = null;
      switched = false;
    },
    act: (act) => {
      if (act.act !== 'scan') return;
      const delayMs = faults.delayMs ?? 0;
      if (delayMs === 0) scan(act.text, act.symbology);
      else cancelScan = clock.after(delayMs, () => scan(act.text, act.symbology));
    },
    seen: () => ({ switched, scans }),
    order: (next) => {
      faults = next;
      if (next.restart === true) switched = false;
      reports?.order(next);
    },
  };
}
