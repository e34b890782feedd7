import type { Clock } from '../../core/ports/clock.ts';
import { MODBUS_INTER_BYTE_MS, modbusRtuProtocol } from '../codec/modbus_rtu.ts';
import { encodeModbus } from '../codec/modbus_rtu_encode.ts';
import type { ModbusRequest } from '../codec/modbus_rtu_message.ts';
import { timedDecoder } from '../codec/stream.ts';
import type { ModbusGateSettings } from '../driver/modbus_gate/settings.ts';
import type { SimulatorFaults } from './faults.ts';
import { type FaultyWire, faultyWire } from './faulty_wire.ts';
import { boardState } from './modbus_board_state.ts';
import type { Simulator } from './simulator.ts';

/** What a device of another make says to bytes it does not understand. */
const OTHER_DEVICE = Uint8Array.from([0x15, 0x0d, 0x0a, 0x3f, 0x0d, 0x0a]);

/**
 * A board of relays and inputs in software, wired as the options say. It has a power supply of its own: its relays stay as they
 * are when the cable is pulled or the host dies, and fall off when the power goes (`restart`).
 */
export function modbusBoard(clock: Clock, options: ModbusGateSettings): Simulator {
  const state = boardState(options);
  let faults: SimulatorFaults = {};
  let wire: FaultyWire | null = null;
  let unplug = () => {};

  const obey = (asked: ModbusRequest): void => {
    // Unit 0 is everybody, and nobody answers.
    if (asked.unit !== options.unit && asked.unit !== 0) return;
    const answer = state.answer(asked);
    if (asked.unit !== 0) wire?.say(encodeModbus(answer), asked.type === 'read' && asked.table === 'inputs');
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
        (frame) => frame.length - 1,
      );
      const decoder = timedDecoder(modbusRtuProtocol.stream('host-to-device'), clock, MODBUS_INTER_BYTE_MS, (item) => {
        if (item.kind === 'frame') obey(item.message as ModbusRequest);
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
    },
    detach: () => {
      unplug();
      wire = null;
    },
    act: (act) => {
      if (act.act === 'input') state.setContact(act.input, act.on);
    },
    seen: state.seen,
    order: (next) => {
      faults = next;
      if (next.restart === true) state.powerCut();
      wire?.order(next);
    },
  };
}
