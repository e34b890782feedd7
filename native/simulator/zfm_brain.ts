import type { Clock } from '../../core/ports/clock.ts';
import { ZFM_COMMAND, ZFM_CONFIRMATION, type ZfmCommand, type ZfmMessage } from '../codec/zfm_message.ts';
import type { ZfmSettings } from '../driver/zfm/settings.ts';
import { features, isHarmless, PACKET_BYTES, packedImage, productInformation, systemParameters } from './zfm_module.ts';

const { OK, NO_FINGER, CAPTURE_FAILED, NO_MATCH, WRONG_PASSWORD, NO_IMAGE, PASSWORD_REQUIRED } = ZFM_CONFIRMATION;
const INVALID_TEMPLATE = 0x0c;
const UNSUPPORTED = 0xfc;

/** What the module forgets with its power. */
interface Memory {
  unlocked: boolean;
  image: number | null;
  readonly buffers: Map<number, Uint8Array>;
  /** The buffer that data packets go to. */
  receiving: { readonly buffer: number; bytes: number[] } | null;
  lamp: string;
}

/** What the module senses of the world, and its mouth. `isRead`: a piece of an image or a template. */
interface World {
  readonly say: (message: ZfmMessage, isRead: boolean) => void;
  /** The seed of the finger on the glass. */
  readonly finger: () => number | null;
  readonly readable: () => boolean;
  /** How long one look for a finger takes. */
  readonly lookMs: () => number;
}

/** What obeys commands in the module. Data packets that arrive are not acknowledged. */
export interface ZfmBrain {
  hear(message: ZfmMessage): void;
  /** The power was gone. */
  forget(): void;
  /** `refused`: commands that a driver must never send. */
  seen(): Readonly<Record<string, string | number | boolean>>;
}

export function zfmBrain(options: ZfmSettings, clock: Clock, world: World): ZfmBrain {
  const { address, password } = options;
  const fresh = (): Memory => ({
    unlocked: password === 0,
    image: null,
    buffers: new Map(),
    receiving: null,
    lamp: 'off',
  });
  let memory = fresh();
  let images = 0;
  let refused = 0;

  const ack = (code: number, data: Uint8Array = new Uint8Array(0)): void =>
    world.say({ type: 'ack', address, code, data }, false);
  const sendData = (bytes: Uint8Array): void => {
    for (let at = 0; at < bytes.length; at += PACKET_BYTES) {
      const content = bytes.subarray(at, at + PACKET_BYTES);
      world.say({ type: 'data', address, last: at + PACKET_BYTES >= bytes.length, content }, true);
    }
  };
  const look = (): void => {
    const finger = world.finger();
    if (finger !== null && world.readable()) memory.image = finger;
    if (finger === null) ack(NO_FINGER);
    else ack(world.readable() ? OK : CAPTURE_FAILED);
  };
  const verify = ({ args }: ZfmCommand): void => {
    const shown = args.length === 4 ? new DataView(args.buffer, args.byteOffset).getUint32(0) : null;
    if (shown === password) memory.unlocked = true;
    ack(shown === password ? OK : WRONG_PASSWORD);
  };
  const makeFeatures = (buffer: number): void => {
    if (memory.image !== null) memory.buffers.set(buffer, features(memory.image));
    ack(memory.image === null ? NO_IMAGE : OK);
  };
  const compare = (): void => {
    const [one, other] = [memory.buffers.get(1), memory.buffers.get(2)];
    const alike = one !== undefined && other !== undefined && Buffer.compare(one, other) === 0;
    ack(alike ? OK : NO_MATCH, Uint8Array.of(0, alike ? 210 : 7));
  };
  const upload = (bytes: Uint8Array | undefined, otherwise: number): void => {
    ack(bytes === undefined ? otherwise : OK);
    if (bytes !== undefined) sendData(bytes);
  };

  const COMMANDS: ReadonlyMap<number, (command: ZfmCommand) => void> = new Map([
    [ZFM_COMMAND.VFY_PWD, verify],
    // A slow finger: the answer takes as long as the module looks.
    [ZFM_COMMAND.GEN_IMG, () => void clock.after(world.lookMs(), look)],
    [ZFM_COMMAND.IMG_2_TZ, ({ args }) => makeFeatures(args[0] ?? 0)],
    [ZFM_COMMAND.MATCH, compare],
    [ZFM_COMMAND.UP_CHAR, ({ args }) => upload(memory.buffers.get(args[0] ?? 0), INVALID_TEMPLATE)],
    [ZFM_COMMAND.READ_SYS_PARA, () => ack(OK, systemParameters(options))],
    [ZFM_COMMAND.READ_PROD_INFO, () => ack(OK, productInformation(options))],
    [
      ZFM_COMMAND.UP_IMAGE,
      () => {
        if (memory.image !== null) images += 1;
        upload(memory.image === null ? undefined : packedImage(memory.image, options), NO_IMAGE);
      },
    ],
    [
      ZFM_COMMAND.DOWN_CHAR,
      ({ args }) => {
        memory.receiving = { buffer: args[0] ?? 0, bytes: [] };
        ack(OK);
      },
    ],
    [
      ZFM_COMMAND.AURA_LED,
      ({ args }) => {
        memory.lamp = args[0] === 4 ? 'off' : `${args[0]} colour ${args[2]}`;
        ack(OK);
      },
    ],
  ]);

  const hear = (message: ZfmMessage): void => {
    if (message.type === 'data') receive(message);
    else if (message.type === 'command' && message.address === address) obey(message);
  };
  const obey = (message: ZfmCommand): void => {
    if (!isHarmless(message.code)) refused += 1;
    const locked = !memory.unlocked && message.code !== ZFM_COMMAND.VFY_PWD;
    const known = COMMANDS.get(message.code);
    if (locked) ack(PASSWORD_REQUIRED);
    else if (known === undefined) ack(UNSUPPORTED);
    else known(message);
  };
  const receive = ({ content, last }: Extract<ZfmMessage, { type: 'data' }>): void => {
    memory.receiving?.bytes.push(...content);
    if (!last || memory.receiving === null) return;
    memory.buffers.set(memory.receiving.buffer, Uint8Array.from(memory.receiving.bytes));
    memory.receiving = null;
  };

  return {
    hear,
    forget: () => {
      memory = fresh();
    },
    seen: () => ({ images, refused, lamp: memory.lamp, unlocked: memory.unlocked }),
  };
}
