import type { Clock } from '../../core/ports/clock.ts';
import { checkPlace, encodeFramed } from '../codec/framed_mrz.ts';
import { framedMrzProtocol } from '../codec/framed_mrz_protocol.ts';
import { swipeOf } from '../codec/rte_native.ts';
import { timedDecoder } from '../codec/stream.ts';
import type { FramedMrzSettings } from '../driver/framed_mrz/settings.ts';
import type { SimulatorFaults } from './faults.ts';
import { type FaultyWire, faultyWire } from './faulty_wire.ts';
import { commandState, type HostCommand } from './framed_commands.ts';
import type { Simulator } from './simulator.ts';

/** What another device says of its own accord: printable lines without the frame's marks, again and again. */
const OTHER_DEVICE = new TextEncoder().encode('$GPGGA,000000.00,,,,,0,00,99.99,,,,,,*60\r\n'.repeat(20));
const OTHER_DEVICE_EVERY_MS = 250;

/** A framed reader in software: one frame for each document laid; with commands, once for each trigger. */
export function framedSimulator(clock: Clock, options: FramedMrzSettings): Simulator {
  const { format, preset, commands } = options;
  const protocol = framedMrzProtocol(format, commands);
  const state = commandState(commands);
  let document: readonly string[] | null = null;
  let faults: SimulatorFaults = {};
  let wire: FaultyWire | null = null;
  let unplug = () => {};
  let cancelRead = () => {};
  let cancelOther = () => {};

  const frameOf = (lines: readonly string[]): Uint8Array => {
    if (preset !== 'rte-native') return encodeFramed(lines, format);
    return swipeOf(lines, options.bcc === 'tolerant' ? 'xor' : options.bcc);
  };
  const isRead = (frame: Uint8Array): boolean => protocol.decode('device-to-host', frame).ok && !isReply(frame);
  const isReply = (frame: Uint8Array): boolean => {
    const decoded = protocol.decode('device-to-host', frame);
    return decoded.ok && decoded.value.type === 'reply';
  };
  const checkAt = (frame: Uint8Array): number => {
    if (preset === 'rte-native') return frame.length - 1;
    return isRead(frame) ? checkPlace(frame, format) : -1;
  };
  const read = (): void => {
    if (document === null || faults.wrongDevice === true || !state.looking()) return;
    // A triggered reader that cannot read goes on looking; the others say so.
    if (faults.noRead === true && commands !== 'none') return;
    state.rest();
    const frame = frameOf(faults.noRead === true ? [] : document);
    if (frame.length > 0) wire?.say(frame, true);
  };
  const look = (): void => {
    cancelRead();
    if (document === null) return;
    const delayMs = faults.delayMs ?? 0;
    if (delayMs === 0) read();
    else cancelRead = clock.after(delayMs, read);
  };
  const obey = (command: HostCommand): void => {
    const answer = state.obey(command);
    if (answer !== null) wire?.say(protocol.encode('device-to-host', answer), false);
    look();
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
      const line = faultyWire(
        transport,
        clock,
        faults,
        () => {
          faults = { ...faults, truncate: false };
        },
        checkAt,
      );
      const decoder = timedDecoder(protocol.stream('host-to-device'), clock, protocol.interByteMs, (item) => {
        if (item.kind === 'frame' && faults.wrongDevice !== true) obey(item.message as HostCommand);
      });
      const release = transport.onBytes((bytes) => {
        if (faults.silent !== true) decoder.push(bytes);
      });
      wire = line;
      unplug = () => {
        release();
        decoder.stop();
        line.stop();
      };
      beOther();
    },
    detach: () => {
      unplug();
      cancelRead();
      cancelOther();
      wire = null;
      state.forget();
    },
    act: (act) => {
      if (act.act === 'lay') document = [...act.lines];
      else if (act.act === 'remove') document = null;
      else return;
      look();
    },
    seen: () => ({ documentLies: document !== null, ...state.seen() }),
    order: (next) => {
      faults = next;
      if (next.restart === true) state.forget();
      wire?.order(next);
      beOther();
    },
  };
}
