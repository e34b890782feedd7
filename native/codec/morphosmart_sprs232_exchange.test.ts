import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Clock } from '../../core/ports/clock.ts';
import { ilvBytes } from './morphosmart_ilv.ts';
import { encodePacket, packetsOf } from './morphosmart_sprs232.ts';
import { sprs232Exchange } from './morphosmart_sprs232_exchange.ts';

const hex = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text.replaceAll(' ', ''), 'hex'));
const toHex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const GET_DESCRIPTOR = hex('0501002f');

/** A clock that is moved on by hand; timers run in the order of their time. */
function handClock(): Clock & { move(ms: number): void } {
  let at = 0;
  let timers: { readonly due: number; readonly run: () => void }[] = [];
  const move = (ms: number): void => {
    const until = at + ms;
    for (;;) {
      const next = timers.toSorted((a, b) => a.due - b.due)[0];
      if (next === undefined || next.due > until) break;
      timers = timers.filter((timer) => timer !== next);
      at = next.due;
      next.run();
    }
    at = until;
  };
  const after: Clock['after'] = (delayMs, run) => {
    const timer = { due: at + delayMs, run };
    timers.push(timer);
    return () => {
      timers = timers.filter((one) => one !== timer);
    };
  };
  return { now: () => at, monotonic: () => at, after, move };
}

function stand(side: 'host' | 'device', clock = handClock(), firstCounter = 5) {
  const said: string[] = [];
  const told: string[] = [];
  const exchange = sprs232Exchange({
    side,
    clock,
    ackMs: 1000,
    firstCounter,
    say: (bytes) => said.push(toHex(bytes)),
    onMessage: ({ type, value }) => told.push(`${type} ${toHex(value.subarray(0, 4))} ${value.length}`),
    onGarbage: (bytes) => told.push(`garbage ${bytes}`),
    onDamaged: () => told.push('damaged'),
    onLost: () => told.push('lost'),
  });
  let sent: boolean | null = null;
  const send = (ilv: Uint8Array): void => {
    sent = null;
    void exchange.send(ilv).then((result) => {
      sent = result;
    });
  };
  const outcome = async (): Promise<boolean | null> => {
    await Promise.resolve();
    return sent;
  };
  return { exchange, clock, said, told, send, outcome };
}
const fromModule = (ilv: Uint8Array, counter: number): Uint8Array[] =>
  packetsOf('device-to-host', ilv, counter).map((packet) => encodePacket('device-to-host', packet));

describe('what a host sends', () => {
  it('is sent once when it is acknowledged, and counted', async () => {
    const { exchange, clock, said, send, outcome } = stand('host', handClock(), 255);
    send(GET_DESCRIPTOR);
    exchange.receive(hex('02e2ff'));
    expect(await outcome()).toBe(true);
    clock.move(10_000);
    send(GET_DESCRIPTOR);
    expect(said.map((packet) => packet.slice(0, 6))).toEqual(['0261ff', '026100']);
  });

  it('is sent three times when nothing answers, then given up under a counter that is not used again', async () => {
    const { clock, said, send, outcome } = stand('host');
    send(GET_DESCRIPTOR);
    clock.move(2999);
    expect([said.length, new Set(said).size, await outcome()]).toEqual([3, 1, null]);
    clock.move(1);
    expect(await outcome()).toBe(false);
    send(GET_DESCRIPTOR);
    expect(said.at(-1)).toMatch(/^026106/);
  });

  it('is sent five times at once when it is refused, and not for the refusal of another', async () => {
    const { exchange, said, send, outcome } = stand('host');
    send(GET_DESCRIPTOR);
    exchange.receive(hex('02e404 02e206'));
    expect(said.length).toBe(1);
    for (let times = 0; times < 4; times += 1) exchange.receive(hex('02e405'));
    expect([said.length, await outcome()]).toEqual([5, null]);
    exchange.receive(hex('02e405'));
    expect([said.length, await outcome()]).toEqual([5, false]);
  });

  it('waits its turn, and ends when the line does', async () => {
    const { exchange, said, send, outcome } = stand('host');
    send(GET_DESCRIPTOR);
    send(hex('700000'));
    expect(said.length).toBe(1);
    exchange.receive(hex('02e205'));
    expect(said.at(-1)).toMatch(/^026106700000/);
    exchange.stop();
    expect(await outcome()).toBe(false);
    expect(await exchange.send(GET_DESCRIPTOR)).toBe(false);
  });
});

describe('what a host hears', () => {
  const reply = ilvBytes(0x21, [new Uint8Array(2500).fill(0x11)]);

  it('is acknowledged packet by packet and told once', () => {
    const { exchange, said, told } = stand('host');
    for (const packet of fromModule(reply, 0x1a)) exchange.receive(packet);
    expect(said).toEqual(['02621a', '02621b1b', '02621c']);
    expect(told).toEqual(['ENROLL 11111111 2500']);
  });

  it('is acknowledged again when it comes again, and not told again', () => {
    const { exchange, said, told } = stand('host');
    const [packet = hex('')] = fromModule(GET_DESCRIPTOR, 0);
    exchange.receive(packet);
    exchange.receive(packet);
    expect([said, told]).toEqual([['026200', '026200'], ['GET_DESCRIPTOR 2f 1']]);
    // The module was restarted and counts from 0 again: other data is no repetition.
    exchange.receive(fromModule(hex('7000 00'), 0)[0] ?? hex(''));
    expect(told.length).toBe(2);
  });

  it('is asked for again when it is damaged', () => {
    const { exchange, said, told } = stand('host');
    const [first = hex(''), second = hex(''), third = hex('')] = fromModule(reply, 0);
    exchange.receive(first);
    exchange.receive(second.map((byte, at) => (at === 500 ? byte ^ 4 : byte)));
    exchange.receive(second);
    exchange.receive(third);
    expect(said).toEqual(['026200', '026401', '026201', '026202']);
    expect(told).toEqual(['damaged', `garbage ${second.length}`, 'ENROLL 11111111 2500']);
  });

  it('is lost when a beginning, a middle or an end is missing', () => {
    const [first = hex(''), second = hex(''), third = hex('')] = fromModule(reply, 0);
    const heard = (...packets: Uint8Array[]): string[] => {
      const { exchange, told } = stand('host');
      for (const packet of packets) exchange.receive(packet);
      return told;
    };
    expect(heard(second)).toEqual(['lost']);
    expect(heard(first, third)).toEqual(['lost']);
    expect(heard(first, second, ...fromModule(GET_DESCRIPTOR, 9))).toEqual(['lost', 'GET_DESCRIPTOR 2f 1']);
  });
});

describe('a module', () => {
  it('does not answer a packet it has already', () => {
    const { exchange, said, told } = stand('device');
    const packet = hex('0261030501002ff85e1b03');
    exchange.receive(packet);
    exchange.receive(packet);
    expect([said, told]).toEqual([['02e203'], ['GET_DESCRIPTOR 2f 1']]);
    exchange.reset();
    exchange.receive(packet);
    expect([said.length, told.length]).toEqual([2, 2]);
  });
});

it('brings every ILV of a module across a bad line, once each and in order', async () => {
  const ilvs = fc.array(
    fc.tuple(fc.nat(0xff), fc.integer({ min: 0, max: 2500 })).map(([byte, length]) => {
      return ilvBytes(0x71, [new Uint8Array(length).fill(byte)]);
    }),
    { maxLength: 4 },
  );
  // At most two in a row go wrong: a module tries three times.
  const troubles = fc.array(fc.constantFrom('lost', 'damaged', 'whole'), { minLength: 1, maxLength: 30 });
  await fc.assert(
    fc.asyncProperty(ilvs, troubles, async (all, wrong) => {
      const clock = handClock();
      const arrived: string[] = [];
      let place = 0;
      let inARow = 0;
      const line = (bytes: Uint8Array, to: (bytes: Uint8Array) => void): void => {
        const trouble = inARow >= 2 ? 'whole' : wrong[place % wrong.length];
        place += 1;
        inARow = trouble === 'whole' ? 0 : inARow + 1;
        if (trouble === 'lost') return;
        const hurt = bytes.map((byte, at) => (at === bytes.length >> 1 && trouble === 'damaged' ? byte ^ 0x20 : byte));
        clock.after(1, () => to(hurt));
      };
      const ignore = (): void => {};
      const common = { clock, firstCounter: 0, onGarbage: ignore, onDamaged: ignore, onLost: ignore };
      const module = sprs232Exchange({
        ...common,
        side: 'device',
        ackMs: 500,
        say: (bytes) => line(bytes, (hurt) => host.receive(hurt)),
        onMessage: ignore,
      });
      const host = sprs232Exchange({
        ...common,
        side: 'host',
        ackMs: 1000,
        // What a host says is whole: an acknowledgement has no check value that could show otherwise.
        say: (bytes) => clock.after(1, () => module.receive(bytes)),
        onMessage: ({ value }) => arrived.push(`${value[0]} ${value.length}`),
      });
      const sent = Promise.all(all.map((ilv) => module.send(ilv)));
      clock.move(60_000);
      expect(await sent).toEqual(all.map(() => true));
      expect(arrived).toEqual(all.map((ilv) => `${ilv[3]} ${ilv.length - 3}`));
    }),
    { numRuns: 60 },
  );
});
