import type { Clock } from '../../core/ports/clock.ts';
import { dcttechHidRelayProtocol } from '../codec/dcttech_hid_relay.ts';
import type { DcttechRelaySettings } from '../driver/dcttech_relay/settings.ts';
import type { SimulatorFaults } from './faults.ts';
import { type FaultyReports, faultyReports } from './faulty_reports.ts';
import type { Simulator } from './simulator.ts';

const RELAYS = 8;

/** A DCTTech board in software. It lives on the cable: its relays stay on when the host dies, and fall off when the plug is out. */
export function dcttechBoard(clock: Clock, options: DcttechRelaySettings): Simulator<'hid'> {
  let id = options.boardId ?? 'SIM01';
  let relays = 0;
  let faults: SimulatorFaults = {};
  let reports: FaultyReports | null = null;
  let unplug = () => {};
  const count = { writes: 0, pulses: 0, renamed: 0 };

  const obey = (report: Uint8Array): void => {
    const read = dcttechHidRelayProtocol.decode('host-to-device', report);
    if (!read.ok) return;
    const command = read.value;
    count.writes += 1;
    const bit = 'relay' in command ? 1 << (command.relay - 1) : (1 << RELAYS) - 1;
    if (command.type === 'set-id') {
      id = command.id;
      count.renamed += 1;
    } else if (command.type === 'relay-on' || command.type === 'all-on') {
      if ((relays & bit) === 0) count.pulses += 1;
      relays |= bit;
    } else relays &= ~bit;
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
      const stopFeature = end.onFeature({
        set: () => false,
        get: (wanted) => {
          if (wanted > 1) return null;
          const reportId = wanted === 0 ? 0 : 1;
          const state = { type: 'state', id, spare: [0, 0], relays, reportId } as const;
          return out.give(dcttechHidRelayProtocol.encode('device-to-host', state));
        },
      });
      reports = out;
      unplug = () => {
        stopOutput();
        stopFeature();
        out.stop();
      };
    },
    detach: () => {
      unplug();
      reports = null;
      relays = 0;
    },
    act: () => {},
    seen: () => ({ released: (relays & (1 << (options.relay - 1))) !== 0, relays, ...count }),
    order: (next) => {
      faults = next;
      if (next.restart === true) relays = 0;
      reports?.order(next);
    },
  };
}
