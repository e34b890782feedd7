import type { Clock } from '../../core/ports/clock.ts';
import { ILV, ILV_PART, type IlvMessage, ilvBytes, readIlvs } from '../codec/morphosmart_ilv.ts';
import type { SimulatorAct, SimulatorFaults } from './faults.ts';
import { BASE_CONFIG, descriptorOf, imagesOf, NOT_STORED, type SensorSize } from './morphosmart_replies.ts';

const OK = 0x00;
const BAD_PARAMETER = 0xfe;
const TIMEOUT = 0xfa;
const COMMAND_IN_PROGRESS = 0xf4;
const ABORTED = 0xe5;
const BAD_QUALITY = 0x06;
const FALSE_FINGER = 0x22;
/** Finger commands of asynchronous messages. */
const FINGER = { none: 0, latent: 6, remove: 7, taken: 8, detected: 9 } as const;
/** Commands that change or give away what is stored. */
const TOUCHES_BASE: ReadonlySet<number> = new Set([0x30, 0x32, 0x33, 0x34, 0x35, 0x36, 0x3b, 0x3c, 0x3d, 0x3e, 0x3f]);
const CODE_QUALITY = 180;

/** The application inside a module: ILVs in, ILVs out, whatever carries them. */
export interface MorphosmartDevice {
  hear(message: IlvMessage): void;
  act(act: SimulatorAct): void;
  order(faults: SimulatorFaults): void;
  /** Power gone: what it was at is forgotten. */
  restart(): void;
  seen(): Readonly<Record<string, string | number | boolean>>;
}

interface Capture {
  readonly events: number;
  readonly latentDetection: boolean;
  readonly wantsImage: boolean;
}

/** `say` gets each ILV; `picture` marks the answers that carry one. */
export function morphosmartDevice(
  clock: Clock,
  size: SensorSize,
  say: (ilv: Uint8Array, picture: boolean) => void,
): MorphosmartDevice {
  let faults: SimulatorFaults = {};
  let finger: { readonly seed: number; readonly fake: boolean } | null = null;
  /** A print of the last capture is on the glass: the finger that left it was not lifted. */
  let latent = false;
  let capture: Capture | null = null;
  const imageOf = imagesOf(size);
  let captures = 0;
  let touched = 0;
  let refused = 0;
  let timers: (() => void)[] = [];

  const later = (delayMs: number, run: () => void): void => {
    timers.push(clock.after(delayMs, run));
  };
  const end = (): void => {
    for (const cancel of timers) cancel();
    timers = [];
    capture = null;
  };
  const reply = (id: number, ...bytes: number[]): void => say(ilvBytes(id, [Uint8Array.from(bytes)]), false);
  const failed = (id: number, status: number): void => reply(id, status, 0, 0, 0, 0);
  const tell = (kind: number, ...bytes: number[]): void => {
    if (capture === null || (capture.events & kind) === 0) return;
    say(ilvBytes(ILV.asyncMessage, [Uint8Array.of(OK), ilvBytes(kind, [Uint8Array.from(bytes)])]), false);
  };
  const command = (value: number): void => tell(1, value, 0, 0, 0);

  const look = (): void => {
    if (capture === null || finger === null) return;
    if (capture.latentDetection && latent) {
      command(FINGER.latent);
      command(FINGER.remove);
      return;
    }
    command(FINGER.detected);
    const delayMs = faults.delayMs ?? 0;
    if (delayMs === 0) taken();
    else later(delayMs, taken);
  };
  const taken = (): void => {
    if (capture === null || finger === null) return;
    const { seed, fake } = finger;
    const { wantsImage } = capture;
    if (faults.noRead !== true && !fake) {
      command(FINGER.taken);
      tell(0x40, CODE_QUALITY);
      latent = true;
    }
    end();
    captures += 1;
    if (fake) reply(ILV.enroll, OK, FALSE_FINGER);
    else if (faults.noRead === true) reply(ILV.enroll, OK, BAD_QUALITY);
    else say(ilvBytes(ILV.enroll, [NOT_STORED, ...(wantsImage ? [imageOf(seed)] : [])]), true);
  };
  const enroll = (value: Uint8Array): void => {
    const parts = value.length >= 8 ? readIlvs(value, 8) : null;
    if (parts === null) {
      failed(ILV.enroll, BAD_PARAMETER);
      return;
    }
    if (value[6] !== 0) touched += 1;
    const part = (id: number) => parts.find((one) => one.id === id)?.value;
    const seconds = (value[1] ?? 0) + 256 * (value[2] ?? 0);
    capture = {
      events: part(ILV_PART.asyncEvent)?.[0] ?? 0,
      latentDetection: part(ILV_PART.latentDetection)?.[0] === 1,
      wantsImage: part(ILV_PART.image) !== undefined,
    };
    if (seconds > 0) {
      later(seconds * 1000, () => {
        end();
        failed(ILV.enroll, TIMEOUT);
      });
    }
    if (finger === null) command(FINGER.none);
    else look();
  };

  const obey = ({ id, value }: IlvMessage): void => {
    if (id === ILV.getDescriptor) {
      if (value[0] === 0x2f) say(descriptorOf(size.product), false);
      else failed(id, BAD_PARAMETER);
    } else if (id === ILV.getBaseConfig) {
      say(BASE_CONFIG, false);
    } else if (id === ILV.enroll) enroll(value);
    else if (TOUCHES_BASE.has(id)) {
      touched += 1;
      reply(id, OK);
    } else reply(ILV.invalid);
  };

  return {
    hear: (message) => {
      if (message.id === ILV.cancel) {
        const aborted = capture !== null;
        end();
        if (aborted) failed(ILV.enroll, ABORTED);
      } else if (capture !== null) {
        refused += 1;
        failed(message.id, COMMAND_IN_PROGRESS);
      } else obey(message);
    },
    act: (act) => {
      if (act.act === 'finger') {
        finger = { seed: act.seed, fake: act.fake === true };
        look();
      } else if (act.act === 'lift') {
        finger = null;
        latent = false;
        command(FINGER.none);
      }
    },
    order: (next) => {
      faults = next;
    },
    restart: () => {
      end();
      latent = false;
    },
    seen: () => ({
      capturing: capture !== null,
      fingerOn: finger !== null,
      captures,
      /** Commands that were answered by "in progress". */
      refused,
      baseTouched: touched,
    }),
  };
}
