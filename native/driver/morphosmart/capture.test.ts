import { describe, expect, it } from 'vitest';
import type { Clock } from '../../../core/ports/clock.ts';
import type { CaptureRequest } from '../../../core/ports/fingerprint_reader.ts';
import { ilvBytes, ilvMessage } from '../../codec/morphosmart_ilv.ts';
import { imageHeader } from '../../codec/morphosmart_image.ts';
import type { SessionEvent } from '../session.ts';
import { captures } from './capture.ts';
import { commands } from './commands.ts';
import { sensorOf } from './descriptor.ts';
import { morphosmartSettings } from './settings.ts';

const REQUEST: CaptureRequest = { finger: 7, purpose: 'VERIFICATION', timeoutMs: 10_000 };
const hex = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text.replaceAll(' ', ''), 'hex'));
const PICTURE = Buffer.concat([
  hex('0000ffffffff'),
  ilvBytes(0x3d, [imageHeader({ width: 2, height: 2, dpiX: 500, dpiY: 500, bits: 8 }), hex('01020304')]),
]);
const NAMES: Readonly<Record<number, string>> = { 5: 'GET_DESCRIPTOR', 33: 'ENROLL', 112: 'CANCEL' };

/** A device that the test plays, in a time that the test moves on. */
function stand() {
  let at = 0;
  let timers: { readonly due: number; readonly run: () => void }[] = [];
  const clock: Clock = {
    now: () => at,
    monotonic: () => at,
    after: (delayMs, run) => {
      const timer = { due: at + delayMs, run };
      timers.push(timer);
      return () => {
        timers = timers.filter((one) => one !== timer);
      };
    },
  };
  const said: string[] = [];
  const events: SessionEvent[] = [];
  let taken = true;
  const link = {
    send: async (ilv: Uint8Array) => {
      said.push(NAMES[ilv[0] ?? 0] ?? '?');
      return taken;
    },
  };
  const asked = commands(link, clock);
  const facts = sensorOf({ product: '', sensor: '', software: '' });
  const capturing = captures({
    link,
    asked,
    clock,
    options: morphosmartSettings.parse({}),
    emit: (event) => events.push(event),
    sensor: () => facts,
  });
  const settled = async (): Promise<void> => {
    for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
  };
  return {
    capturing,
    said,
    events,
    refuseToSend: () => {
      taken = false;
    },
    /** The device says something; the rest of the program gets its turn. */
    answer: async (id: number, value: Uint8Array | string) => {
      capturing.heard();
      const message = ilvMessage('device-to-host', id, typeof value === 'string' ? hex(value) : value);
      if (!capturing.onMessage(message)) asked.settle(message);
      await settled();
    },
    move: async (ms: number) => {
      const until = at + ms;
      for (;;) {
        const next = timers.toSorted((a, b) => a.due - b.due).find(({ due }) => due <= until);
        if (next === undefined) break;
        timers = timers.filter((timer) => timer !== next);
        at = next.due;
        next.run();
        await settled();
      }
      at = until;
      await settled();
    },
    timers: () => timers.length,
  };
}
const failed = (code: string) => ({ ok: false, error: { code } });

describe('a capture', () => {
  it('asks once more while another command is in progress, then gives the picture', async () => {
    const { capturing, said, answer, move } = stand();
    const taking = capturing.take(REQUEST);
    await answer(0x21, 'f4 b2feffff');
    expect(said).toEqual(['ENROLL', 'CANCEL']);
    await move(399);
    expect(said.length).toBe(2);
    await move(1);
    await answer(0x71, '00 01 0400 08000000');
    await answer(0x71, '00 40 0100 ff');
    await answer(0x21, PICTURE);
    expect(await taking).toMatchObject({
      ok: true,
      value: { finger: 7, pixels: hex('01020304'), quality: { value: 100 }, sensor: { width: 2, height: 2 } },
    });
    expect(said).toEqual(['ENROLL', 'CANCEL', 'ENROLL']);
  });

  it('gives up a device that stays busy', async () => {
    const { capturing, said, answer, move, timers } = stand();
    const taking = capturing.take(REQUEST);
    for (let times = 0; times < 4; times += 1) {
      await answer(0x21, 'f5 00000000');
      await move(400);
    }
    expect(await taking).toMatchObject(failed('CAPTURE_BUSY'));
    expect(said.filter((one) => one === 'ENROLL').length).toBe(4);
    expect(timers()).toBe(0);
  });

  it('ends at its time-out with what the finger did wrong, and within a second in any case', async () => {
    const { capturing, said, answer, move, timers } = stand();
    const first = capturing.take(REQUEST);
    await answer(0x71, '00 01 0400 03000000');
    await move(10_000);
    expect(said).toEqual(['ENROLL', 'CANCEL']);
    await answer(0x21, 'e5 00000000');
    expect(await first).toMatchObject(failed('FINGER_MOVED'));
    expect(timers()).toBe(0);

    const second = capturing.take(REQUEST);
    await move(10_800);
    expect(await second).toMatchObject(failed('DEVICE_SILENT'));
  });

  it('takes a picture that comes just after time was up, and none after a cancel', async () => {
    const { capturing, answer, move } = stand();
    const late = capturing.take(REQUEST);
    await move(10_000);
    await answer(0x21, PICTURE);
    expect(await late).toMatchObject({ ok: true });
    const cancelled = capturing.take(REQUEST);
    void capturing.cancel();
    await answer(0x21, PICTURE);
    expect(await cancelled).toMatchObject(failed('CAPTURE_CANCELLED'));
  });

  it('makes sure that the capture before is over, so that its answer is not taken for the next', async () => {
    const { capturing, said, answer, move } = stand();
    const first = capturing.take(REQUEST);
    await move(10_800);
    expect(await first).toMatchObject(failed('DEVICE_SILENT'));
    const second = capturing.take(REQUEST);
    expect(said.slice(2)).toEqual(['CANCEL', 'GET_DESCRIPTOR']);
    // The answer to the first comes late, then the device is free.
    await answer(0x21, 'e5 00000000');
    expect(capturing.active()).toBe(true);
    await answer(0x05, '00');
    expect(said.at(-1)).toBe('ENROLL');
    await answer(0x21, PICTURE);
    expect(await second).toMatchObject({ ok: true });
  });

  it('refuses the next while the device does not become free', async () => {
    const { capturing, move } = stand();
    const first = capturing.take(REQUEST);
    await move(10_800);
    await first;
    const second = capturing.take(REQUEST);
    await move(1500);
    expect(await second).toMatchObject(failed('CAPTURE_BUSY'));
  });

  it('is over at once when its command cannot be sent, its picture is lost or the session ends', async () => {
    const one = stand();
    one.refuseToSend();
    expect(await one.capturing.take(REQUEST)).toMatchObject(failed('DEVICE_SILENT'));

    const two = stand();
    const torn = two.capturing.take(REQUEST);
    two.capturing.onLost();
    expect(await torn).toMatchObject(failed('IMAGE_BROKEN'));

    const three = stand();
    const ended = three.capturing.take(REQUEST);
    three.capturing.stop();
    expect(await ended).toMatchObject(failed('DEVICE_UNPLUGGED'));
    expect(three.said).toEqual(['ENROLL', 'CANCEL']);
    expect(three.timers()).toBe(0);
    expect(await three.capturing.take(REQUEST)).toMatchObject(failed('DEVICE_UNPLUGGED'));
  });

  it('is refused while one is under way, and cancelling none does nothing', async () => {
    const { capturing, said } = stand();
    await capturing.cancel();
    expect(said).toEqual([]);
    void capturing.take(REQUEST);
    expect(await capturing.take(REQUEST)).toMatchObject(failed('CAPTURE_BUSY'));
  });
});
