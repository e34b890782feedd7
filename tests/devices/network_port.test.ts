import { readFile } from 'node:fs/promises';
import { createServer, type Server, type Socket } from 'node:net';
import { PassThrough } from 'node:stream';
import { afterEach, describe, expect, it } from 'vitest';
import { devicesCommand } from '../../cli/devices.ts';
import { waitingClock } from '../../core/system_ports.ts';
import { openTcp } from '../../native/transport/tcp.ts';
import { until } from './rig.ts';

const servers: Server[] = [];
const sockets: Socket[] = [];
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.destroy();
  for (const server of servers.splice(0)) server.close();
});

/** A device server that does with each client what it is told. */
async function serverThat(serve: (socket: Socket) => void): Promise<number> {
  const server = createServer((socket) => {
    sockets.push(socket);
    socket.on('error', () => {});
    serve(socket);
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

describe('a serial line behind a device server', () => {
  it('is absent where nobody listens, refused where the address is none', async () => {
    const port = await serverThat(() => {});
    servers.splice(0)[0]?.close();
    expect(await openTcp(`tcp://127.0.0.1:${port}`, waitingClock)).toMatchObject({ error: { code: 'DEVICE_ABSENT' } });
    expect(await openTcp('tcp://127.0.0.1', waitingClock)).toMatchObject({ error: { code: 'DEVICE_REFUSED' } });
  });

  it('is given up within a bound where nothing answers at all', async () => {
    const from = performance.now();
    // An address set aside for documents (RFC 5737): no machine has it.
    const opened = await openTcp('tcp://192.0.2.77:4001', waitingClock);
    if (opened.ok) await opened.value.close();
    expect(performance.now() - from).toBeLessThan(6000);
    expect(opened).toMatchObject({ ok: false });
  });

  it.each([
    ['Port already in use\r\n', 'DEVICE_BUSY_ELSEWHERE'],
    ["Port's device already in use\r\n", 'DEVICE_BUSY_ELSEWHERE'],
    ["Port's device failed open\r\n", 'DEVICE_ABSENT'],
    ['', 'DEVICE_UNPLUGGED'],
    [`${'x'.repeat(1000)}Port already in use\r\n`, 'DEVICE_UNPLUGGED'],
  ])('ends with the reason that the server gives: %j', async (words, code) => {
    const port = await serverThat((socket) => socket.end(words));
    const opened = await openTcp(`tcp://127.0.0.1:${port}`, waitingClock);
    if (!opened.ok) throw new Error(opened.error.detail);
    const lost: string[] = [];
    opened.value.onLost((problem) => lost.push(problem.code));
    await until('the end is noticed', () => lost.length > 0);
    expect(lost).toEqual([code]);
    expect(await opened.value.write(Uint8Array.of(1))).toMatchObject({ error: { code: 'DEVICE_UNPLUGGED' } });
    await opened.value.close();
    await opened.value.close();
  });

  // That a dead server really is given up needs a cut cable; that the system asks for it can be seen in its table.
  it.runIf(process.platform === 'linux')('is asked by the system whether it still lives', async () => {
    const port = await serverThat(() => {});
    const opened = await openTcp(`tcp://127.0.0.1:${port}`, waitingClock);
    if (!opened.ok) throw new Error(opened.error.detail);
    const remote = `:${port.toString(16).toUpperCase().padStart(4, '0')}`;
    const table = (await readFile('/proc/net/tcp', 'utf8')).split('\n').map((line) => line.trim().split(/\s+/));
    const ours = table.filter(([, , to = '', state]) => to.endsWith(remote) && state === '01');
    // "tr tm->when": 02 is the keep-alive timer, and when it runs out in hundredths of a second (hexadecimal).
    const [timer = '', left = ''] = (ours[0]?.[5] ?? '').split(':');
    expect(timer).toBe('02');
    expect(Number.parseInt(left, 16)).toBeLessThanOrEqual(500);
    await opened.value.close();
  });

  it('carries a simulator, a probe and a self test of `booth devices`', async () => {
    const stop = new AbortController();
    const run = (args: readonly string[]) => {
      const io = { stdin: new PassThrough(), stdout: new PassThrough(), stderr: new PassThrough(), stop: stop.signal };
      let out = '';
      io.stdout.on('data', (text) => {
        out += text;
      });
      return {
        code: devicesCommand(args, io),
        said: () =>
          out
            .split('\n')
            .filter(Boolean)
            .map((line) => JSON.parse(line)),
      };
    };
    const simulator = run(['simulate', 'elyctis-idbox', '--tcp', '0']);
    await until('the simulator stands', () => simulator.said().length > 0);
    const { path } = simulator.said()[0];
    expect(path).toMatch(/^tcp:\/\/127\.0\.0\.1:\d+$/);
    const probe = run(['probe', path]);
    expect(await probe.code).toBe(0);
    expect(probe.said()[0]).toMatchObject({ driver: 'elyctis-idbox' });
    const test = run(['test', path]);
    expect(await test.code).toBe(0);
    expect(test.said()[0]).toMatchObject({ ok: true, health: { state: 'ready', port: path } });
    for (const wrong of [[], ['--tcp', 'x'], ['--tcp', '70000'], ['--tcp', '1', '--pty', '/tmp/x']]) {
      expect(await run(['simulate', 'elyctis-idbox', ...wrong]).code).toBe(2);
    }
    stop.abort();
    expect(await simulator.code).toBe(0);
  });
});
