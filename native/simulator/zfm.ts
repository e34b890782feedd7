import type { Clock } from '../../core/ports/clock.ts';
import { timedDecoder } from '../codec/stream.ts';
import { encodeZfm, ZFM_INTER_BYTE_MS, zfmStream } from '../codec/zfm.ts';
import type { ZfmSettings } from '../driver/zfm/settings.ts';
import type { SimulatorFaults } from './faults.ts';
import { type FaultyWire, faultyWire } from './faulty_wire.ts';
import type { Simulator } from './simulator.ts';
import { zfmBrain } from './zfm_brain.ts';

/** What a device of another make says to bytes it does not understand. */
const OTHER_DEVICE = Uint8Array.from([0x15, 0x0d, 0x0a, 0x3f, 0x0d, 0x0a]);

/** An R503 in software, its sensor, password and address as the options say. It says 55 when it gets power. */
export function zfmSimulator(clock: Clock, options: ZfmSettings): Simulator {
  let finger: number | null = null;
  let faults: SimulatorFaults = {};
  let wire: FaultyWire | null = null;
  let unplug = () => {};

  const brain = zfmBrain(options, clock, {
    say: (message, isRead) => wire?.say(encodeZfm(message), isRead),
    finger: () => finger,
    readable: () => faults.noRead !== true,
    lookMs: () => faults.delayMs ?? 0,
  });
  const wake = (): void => {
    brain.forget();
    wire?.say(encodeZfm({ type: 'ready' }), false);
  };

  return {
    link: 'serial',
    attach: (transport) => {
      const onTruncated = (): void => {
        faults = { ...faults, truncate: false };
      };
      const line = faultyWire(transport, clock, faults, onTruncated, (frame) => frame.length - 1);
      const decoder = timedDecoder(zfmStream('host-to-device'), clock, ZFM_INTER_BYTE_MS, (item) => {
        if (item.kind === 'frame') brain.hear(item.message);
      });
      const release = transport.onBytes((bytes) => {
        if (faults.silent === true) return;
        if (faults.wrongDevice === true) line.say(OTHER_DEVICE, false);
        else decoder.push(bytes);
      });
      wire = line;
      unplug = () => {
        release();
        decoder.stop();
        line.stop();
      };
      if (faults.wrongDevice !== true) wake();
    },
    detach: () => {
      unplug();
      wire = null;
      brain.forget();
    },
    act: (act) => {
      if (act.act === 'finger') finger = act.seed;
      else if (act.act === 'lift') finger = null;
    },
    seen: () => ({ fingerOn: finger !== null, ...brain.seen() }),
    order: (next) => {
      faults = next;
      wire?.order(next);
      if (next.restart === true) wake();
    },
  };
}
