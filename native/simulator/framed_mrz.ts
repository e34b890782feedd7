import type { Clock } from '../../core/ports/clock.ts';
import { encodeFramed } from '../codec/framed_mrz.ts';
import type { FramedMrzFormat } from '../codec/framed_mrz_format.ts';
import type { SimulatorFaults } from './faults.ts';
import { type FaultyWire, faultyWire } from './faulty_wire.ts';
import type { Simulator } from './simulator.ts';

/** What another device says of its own accord: printable lines without the frame's marks, again and again. */
const OTHER_DEVICE = new TextEncoder().encode('$GPGGA,000000.00,,,,,0,00,99.99,,,,,,*60\r\n'.repeat(20));
const OTHER_DEVICE_EVERY_MS = 250;

/** A one-way reader in software: one frame for each document laid, deaf to everything. */
export function framedSimulator(clock: Clock, format: FramedMrzFormat): Simulator {
  let document: readonly string[] | null = null;
  let faults: SimulatorFaults = {};
  let wire: FaultyWire | null = null;
  let cancelRead = () => {};
  let cancelOther = () => {};

  const read = (): void => {
    if (document === null || faults.wrongDevice === true) return;
    wire?.say(encodeFramed(faults.noRead === true ? [] : document, format), true);
  };
  const beOther = (): void => {
    cancelOther();
    if (faults.wrongDevice !== true || wire === null) return;
    wire.say(OTHER_DEVICE, false);
    cancelOther = clock.after(OTHER_DEVICE_EVERY_MS, beOther);
  };

  return {
    link: 'serial',
    attach: (transport) => {
      wire = faultyWire(transport, clock, faults, () => {
        faults = { ...faults, truncate: false };
      });
      beOther();
    },
    detach: () => {
      cancelRead();
      cancelOther();
      wire?.stop();
      wire = null;
    },
    act: (act) => {
      if (act.act !== 'lay' && act.act !== 'remove') return;
      cancelRead();
      document = act.act === 'lay' ? [...act.lines] : null;
      if (document === null) return;
      const delayMs = faults.delayMs ?? 0;
      if (delayMs === 0) read();
      else cancelRead = clock.after(delayMs, read);
    },
    seen: () => ({ documentLies: document !== null }),
    order: (next) => {
      faults = next;
      wire?.order(next);
      beOther();
    },
  };
}
