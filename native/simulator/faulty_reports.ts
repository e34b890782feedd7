import type { Clock } from '../../core/ports/clock.ts';
import type { SimulatorFaults } from './faults.ts';
import type { HidDeviceEnd } from './hid_cable.ts';

const FLOOD_REPORT_BYTES = 64;
/** No report's id, no mark, no printable text in any protocol here. */
const FLOOD_BYTE = 0xa5;
/** What a device of another make gives where its reports should be. */
const OTHER_REPORT = Uint8Array.of(0x01, 0xfe, 0xed, 0xfa, 0xce, 0xfe, 0xed, 0xfa, 0xce);

/** What a simulated HID device says, with the ordered faults applied to whole reports. */
export interface FaultyReports {
  /** Sends input reports; `read` marks those that carry a read. */
  say(report: Uint8Array, read: boolean): void;
  /** What is given for a feature report that was asked for: the sound one, a spoilt one, or nothing. */
  give(report: Uint8Array): Uint8Array | null;
  /** Whether what the host says reaches the device's own mind. */
  hears(): boolean;
  order(faults: SimulatorFaults): void;
  stop(): void;
}

/** `onTruncated`: the one torn report was said, the order is carried out. */
export function faultyReports(
  end: HidDeviceEnd,
  clock: Clock,
  initial: SimulatorFaults,
  onTruncated: () => void,
): FaultyReports {
  let faults = initial;
  let stopped = false;
  let flooding = false;
  let held: Uint8Array | null = null;
  let spoilNext = false;

  const send = (report: Uint8Array): void => {
    if (!stopped) void end.sendInput(report);
  };
  const torn = (report: Uint8Array): Uint8Array => {
    if (faults.truncate !== true) return report;
    faults = { ...faults, truncate: false };
    onTruncated();
    return report.subarray(0, Math.ceil(report.length / 2));
  };
  const flood = async (): Promise<void> => {
    if (flooding) return;
    flooding = true;
    const report = new Uint8Array(FLOOD_REPORT_BYTES).fill(FLOOD_BYTE);
    while (faults.flood === true && !stopped) {
      send(report);
      // A full-speed bus carries a report a millisecond.
      await new Promise<void>((resolve) => clock.after(1, resolve));
    }
    flooding = false;
  };
  if (faults.flood === true) void flood();

  return {
    say: (report, read) => {
      if (faults.silent === true || faults.flood === true) return;
      if (faults.wrongDevice === true) return send(OTHER_REPORT);
      if (faults.garbageBefore !== undefined) send(Uint8Array.from(faults.garbageBefore));
      const said = read ? torn(report) : report;
      if (faults.merge === true && held === null) {
        held = said;
        return;
      }
      if (held !== null) send(held);
      held = null;
      send(said);
    },
    give: (report) => {
      if (faults.silent === true) return null;
      if (faults.wrongDevice === true) return OTHER_REPORT;
      // Every second one, so that asking again helps.
      spoilNext = faults.garbageBefore !== undefined && !spoilNext;
      if (spoilNext) return Uint8Array.from(faults.garbageBefore ?? []);
      return torn(report);
    },
    hears: () => faults.silent !== true && faults.wrongDevice !== true,
    order: (next) => {
      faults = next;
      if (held !== null && next.merge !== true) send(held);
      if (next.merge !== true) held = null;
      if (next.flood === true) void flood();
    },
    stop: () => {
      stopped = true;
    },
  };
}
