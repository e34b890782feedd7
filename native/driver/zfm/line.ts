import type { Clock } from '../../../core/ports/clock.ts';
import type { DeviceProblem } from '../../../core/ports/device.ts';
import { encodeZfm, ZFM_INTER_BYTE_MS } from '../../codec/zfm.ts';
import { ZFM_CONFIRMATION, type ZfmAck, type ZfmMessage, zfmCommand, zfmCommandName } from '../../codec/zfm_message.ts';
import type { Transport } from '../../transport/transport.ts';
import { startTransfer, type Transfer, type Transferred } from './transfer.ts';

/** How an answer is known for the one that is awaited, and not an old one: acks do not say what they answer. */
interface Expect {
  /** Bytes behind a good confirmation code; null where modules differ. */
  readonly dataBytes?: number | null;
  readonly timeoutMs?: number;
}

/** A half-duplex line: one command after the other, each with its answer and its data, until the module is at rest again. */
export interface ZfmLine {
  /** Null when no answer came in time. */
  ask(code: number, args?: Uint8Array, expect?: Expect): Promise<ZfmAck | null>;
  /** A command whose good answer is followed by data from the module; `data` is null when it refused. */
  receive(
    code: number,
    args: Uint8Array,
    expected: number | null,
  ): Promise<{ ack: ZfmAck | null; data: Transferred | null }>;
  /** A command whose good answer is followed by data to the module. */
  deliver(code: number, args: Uint8Array, data: Uint8Array, packetBytes: number): Promise<ZfmAck | null>;
  /** Why the last command has no answer. */
  noAnswer(code: number): DeviceProblem;
  onMessage(message: ZfmMessage): void;
  /** Bytes arrived, good or bad. */
  onBytes(): void;
  onGarbage(): void;
  waiting(): boolean;
  stop(): void;
}

export function zfmLine(transport: Transport, clock: Clock, address: number, timeoutMs: number): ZfmLine {
  const nothing = new Uint8Array(0);
  // Longer than the decoder waits for the rest of a torn packet.
  const silenceMs = Math.max(timeoutMs * 2, ZFM_INTER_BYTE_MS + 200);
  let turn: Promise<unknown> = Promise.resolve();
  let stopped = false;
  let heard = false;
  let awaited: { readonly expect: Expect; readonly settle: (ack: ZfmAck | null) => void } | null = null;
  let transfer: Transfer | null = null;

  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = turn.then(work);
    turn = mine;
    return mine;
  };
  const command = async (code: number, args: Uint8Array, expect: Expect): Promise<ZfmAck | null> => {
    if (stopped) return null;
    heard = false;
    // Waiting begins before sending: the answer may be quicker than the write's own call-back.
    const answer = new Promise<ZfmAck | null>((resolve) => {
      const cancel = clock.after(expect.timeoutMs ?? timeoutMs, () => settle(null));
      const settle = (ack: ZfmAck | null): void => {
        cancel();
        awaited = null;
        resolve(ack);
      };
      awaited = { expect, settle };
    });
    await transport.write(encodeZfm(zfmCommand(address, code, args)));
    return answer;
  };
  const receive = async (code: number, args: Uint8Array, expected: number | null) => {
    // The data may come in the same piece as the answer: the receiving end stands before the command is sent.
    const receiving = startTransfer(clock, silenceMs, expected);
    transfer = receiving;
    const ack = await command(code, args, { dataBytes: 0 });
    if (ack?.code !== ZFM_CONFIRMATION.OK) receiving.stop();
    const data = await receiving.done;
    transfer = null;
    return { ack, data: ack?.code === ZFM_CONFIRMATION.OK ? data : null };
  };
  const deliver = async (code: number, args: Uint8Array, data: Uint8Array, packetBytes: number) => {
    const ack = await command(code, args, { dataBytes: 0 });
    if (ack?.code !== ZFM_CONFIRMATION.OK) return ack;
    for (let at = 0; at < data.length && !stopped; at += packetBytes) {
      const content = data.subarray(at, at + packetBytes);
      await transport.write(encodeZfm({ type: 'data', address, last: at + packetBytes >= data.length, content }));
    }
    return ack;
  };
  const fits = ({ code, data }: ZfmAck, { dataBytes = 0 }: Expect): boolean =>
    code !== ZFM_CONFIRMATION.OK || dataBytes === null || data.length === dataBytes;

  return {
    ask: (code, args = nothing, expect = {}) => inTurn(() => command(code, args, expect)),
    receive: (code, args, expected) => inTurn(() => receive(code, args, expected)),
    deliver: (code, args, data, packetBytes) => inTurn(() => deliver(code, args, data, packetBytes)),
    noAnswer: (code) =>
      heard
        ? { code: 'DEVICE_FRAME', detail: `the answer to ${zfmCommandName(code)} was damaged` }
        : { code: 'DEVICE_SILENT', detail: `no answer to ${zfmCommandName(code)}` },
    onMessage: (message) => {
      if (message.type === 'ack' && awaited !== null && fits(message, awaited.expect)) awaited.settle(message);
      else if (message.type === 'data' && awaited === null) transfer?.onData(message);
    },
    onBytes: () => {
      heard = true;
    },
    onGarbage: () => transfer?.onGarbage(),
    waiting: () => awaited !== null || transfer !== null,
    stop: () => {
      stopped = true;
      awaited?.settle(null);
      transfer?.stop();
    },
  };
}
