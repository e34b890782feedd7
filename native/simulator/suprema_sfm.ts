import type { Clock } from '../../core/ports/clock.ts';
import { timedDecoder } from '../codec/stream.ts';
import { encodeSfm, SFM_INTER_BYTE_MS, sfmStream } from '../codec/suprema_sfm.ts';
import { SFM_COMMAND, SFM_FLAG, type SfmImage, type SfmPacket, sfmPacket } from '../codec/suprema_sfm_message.ts';
import { type SupremaSfmSettings, terminalOf } from '../driver/suprema_sfm/settings.ts';
import type { SimulatorFaults } from './faults.ts';
import { type FaultyWire, faultyWire } from './faulty_wire.ts';
import { fingerPicture } from './finger_picture.ts';
import type { Simulator } from './simulator.ts';
import {
  answerTo,
  factoryParameters,
  formatted,
  isHarmless,
  scanTimeoutMs,
  scanVerdict,
} from './suprema_sfm_module.ts';

/** What a device of another make says to bytes it does not understand. */
const OTHER_DEVICE = Uint8Array.from([0x15, 0x0d, 0x0a, 0x3f, 0x0d, 0x0a]);

/**
 * A UniFinger module in software, its sensor as large as the driver's options say. While it scans, it answers BUSY to
 * everything but CA. What was written by SW is forgotten with the power.
 */
export function sfmSimulator(clock: Clock, options: SupremaSfmSettings): Simulator {
  const { width, height, resolutionDpi } = options;
  const own = terminalOf(options);
  let parameters = factoryParameters();
  let finger: { readonly seed: number; readonly fake: boolean } | null = null;
  let scanning = false;
  let scans = 0;
  let refused = 0;
  let faults: SimulatorFaults = {};
  let wire: FaultyWire | null = null;
  let unplug = () => {};
  let cancelLook = () => {};
  let cancelTimeout = () => {};

  const answer = (command: number, flag: number, values: { param?: number; size?: number } = {}): void =>
    wire?.say(encodeSfm(sfmPacket(own, command, { ...values, flag })), false);

  const rest = (): void => {
    scanning = false;
    cancelLook();
    cancelTimeout();
  };
  const forget = (): void => {
    rest();
    parameters = factoryParameters();
  };

  const scan = (): void => {
    scanning = true;
    const limit = scanTimeoutMs(parameters);
    const timedOut = (): void => {
      rest();
      answer(SFM_COMMAND.SI, SFM_FLAG.TIME_OUT);
    };
    if (limit !== null) cancelTimeout = clock.after(limit, timedOut);
    look();
  };
  const look = (): void => {
    cancelLook();
    if (!scanning || finger === null) return;
    cancelLook = clock.after(faults.delayMs ?? 0, seeFinger);
  };
  const seeFinger = (): void => {
    if (!scanning || finger === null) return;
    rest();
    const verdict = faults.noRead === true ? SFM_FLAG.SCAN_FAIL : scanVerdict(finger, parameters);
    if (verdict === SFM_FLAG.SUCCESS) sendPicture(finger.seed);
    else answer(SFM_COMMAND.SI, verdict);
  };
  const sendPicture = (seed: number): void => {
    scans += 1;
    answer(SFM_COMMAND.SI, SFM_FLAG.SCAN_SUCCESS);
    const grey = fingerPicture(seed, width, height, resolutionDpi);
    const image: SfmImage = {
      type: 'image',
      width,
      height,
      compressed: 0,
      encrypted: 0,
      ...formatted(grey, parameters),
      template: new Uint8Array(0),
    };
    const bytes = encodeSfm(image);
    const head = encodeSfm(sfmPacket(own, SFM_COMMAND.SI, { size: bytes.length - 1, flag: SFM_FLAG.SUCCESS }));
    // The answer and its picture go out in one piece, as they do from the module.
    wire?.say(Buffer.concat([head, bytes]), true);
  };

  const obey = (request: SfmPacket): void => {
    const { command } = request;
    if (!isHarmless(command)) refused += 1;
    if (command === SFM_COMMAND.CA && scanning) answer(SFM_COMMAND.SI, SFM_FLAG.CANCELED);
    if (command === SFM_COMMAND.CA) rest();
    if (command === SFM_COMMAND.SI && !scanning) {
      scan();
    } else {
      const { flag, ...values } = scanning ? { flag: SFM_FLAG.BUSY } : answerTo(request, parameters);
      answer(command, flag, values);
    }
  };

  return {
    link: 'serial',
    attach: (transport) => {
      const checkAt = (): number => (own === null ? 11 : 13);
      const line = faultyWire(
        transport,
        clock,
        faults,
        () => {
          faults = { ...faults, truncate: false };
        },
        checkAt,
      );
      const decoder = timedDecoder(sfmStream('host-to-device'), clock, SFM_INTER_BYTE_MS, (item) => {
        if (item.kind === 'frame' && item.message.type === 'packet' && item.message.terminal === own) {
          obey(item.message);
        }
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
      forget();
    },
    act: (act) => {
      if (act.act === 'finger') finger = { seed: act.seed, fake: act.fake === true };
      else if (act.act === 'lift') finger = null;
      look();
    },
    // `refused`: commands that a driver must never send.
    seen: () => ({ fingerOn: finger !== null, scanning, scans, refused, grey: parameters.get(0x6c) === 0x30 }),
    order: (next) => {
      faults = next;
      if (next.restart === true) forget();
      wire?.order(next);
    },
  };
}
