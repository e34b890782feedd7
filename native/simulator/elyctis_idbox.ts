import type { Clock } from '../../core/ports/clock.ts';
import { hostStream, INTER_BYTE_TIMEOUT_MS } from '../codec/elyctis_idbox.ts';
import { encodeDevice } from '../codec/elyctis_idbox_encode.ts';
import { COMM_MODES, type CommMode, type DeviceMessage, type HostMessage } from '../codec/elyctis_idbox_message.ts';
import { timedDecoder } from '../codec/stream.ts';
import type { Transport } from '../transport/transport.ts';
import type { SimulatorFaults } from './faults.ts';
import { type FaultyWire, faultyWire } from './faulty_wire.ts';
import type { Simulator } from './simulator.ts';

const HID_CDC = 0x10;
/** What a device of another make says to bytes it does not understand. */
const OTHER_DEVICE = Uint8Array.from([0x15, 0x0d, 0x0a, 0x3f, 0x0d, 0x0a]);

/**
 * An ID BOX in software: state {mode, armed, document}. Continuous reading is one-shot; arming again makes it read a
 * document that lies there (the manual: not read twice unless the mode is reset).
 */
export function elyctisSimulator(clock: Clock): Simulator {
  let mode = HID_CDC;
  let armed = false;
  let document: readonly string[] | null = null;
  let faults: SimulatorFaults = {};
  let wire: FaultyWire | null = null;
  let unplug = () => {};
  let cancelRead = () => {};

  const say = (message: DeviceMessage, isDocument = false): void => wire?.say(encodeDevice(message), isDocument);

  const look = (): void => {
    cancelRead();
    if (!armed || document === null) return;
    const delayMs = faults.delayMs ?? 0;
    if (delayMs === 0) read();
    else cancelRead = clock.after(delayMs, read);
  };
  const read = (): void => {
    if (!armed || document === null) return;
    const readable = faults.noRead !== true;
    // One-shot: a successful read ends continuous reading.
    if (readable) armed = false;
    say(readable ? { type: 'mrz', lines: document } : { type: 'no-read' }, true);
  };

  const obey = (command: HostMessage): void => {
    if (command.type === 'flush') return;
    if (command.type === 'set-comm-mode') mode = command.value;
    if (command.type === 'continuous') armed = command.on;
    const readable = faults.noRead === true ? null : document;
    say(answerTo(command, mode, readable), command.type === 'inquire' || command.type === 'inquire-line');
    if (command.type === 'continuous') look();
  };

  return {
    link: 'serial',
    attach: (transport: Transport) => {
      const line = faultyWire(transport, clock, faults, () => {
        faults = { ...faults, truncate: false };
      });
      const decoder = timedDecoder(hostStream(), clock, INTER_BYTE_TIMEOUT_MS, (item) => {
        if (item.kind === 'frame' && faults.wrongDevice !== true) obey(item.message);
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
      cancelRead();
      wire = null;
      armed = false;
    },
    act: (act) => {
      if (act.act === 'lay') {
        document = [...act.lines];
        look();
      } else if (act.act === 'remove') {
        document = null;
        cancelRead();
      }
    },
    seen: () => ({ armed, documentLies: document !== null }),
    order: (next) => {
      faults = next;
      if (next.restart === true) armed = false;
      wire?.order(next);
    },
  };
}

/** What the device says to a command; `document` is null when none lies there or it cannot be read. */
function answerTo(
  command: Exclude<HostMessage, { type: 'flush' }>,
  mode: number,
  document: readonly string[] | null,
): DeviceMessage {
  switch (command.type) {
    case 'inquire':
      return document === null ? { type: 'no-read' } : { type: 'mrz', lines: document };
    case 'inquire-line':
      return { type: 'line', text: `${document?.[0] ?? ''}\r` };
    case 'continuous':
      return { type: 'continuous', on: command.on };
    case 'get-firmware-version':
      return { type: 'firmware-version', text: 'IDBOX SIM 1.0' };
    case 'get-ocr-version':
      return { type: 'ocr-version', text: 'NNA SIM 1.0' };
    case 'get-serial-number':
      return { type: 'serial-number', text: 'SIM00001' };
    case 'get-product-info':
      return { type: 'product-info', text: 'IDBOX ONE SIMULATOR' };
    case 'get-comm-mode':
      return { type: 'comm-mode', ...modeOf(mode) };
    case 'set-comm-mode':
      return { type: 'comm-mode-set', ...modeOf(mode) };
  }
}

function modeOf(value: number): { mode: CommMode; value: number } {
  return { mode: COMM_MODES.get(value) ?? 'unknown', value };
}
