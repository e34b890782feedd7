import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { devicesCommand } from '../../cli/devices.ts';
import { ANNA, until } from './rig.ts';

/** Runs `booth devices ...` in this process. */
function run(args: readonly string[], input = '') {
  const stop = new AbortController();
  const io = { stdin: new PassThrough(), stdout: new PassThrough(), stderr: new PassThrough(), stop: stop.signal };
  if (input !== '') io.stdin.end(input);
  let out = '';
  let said = '';
  io.stdout.on('data', (text) => {
    out += text;
  });
  io.stderr.on('data', (text) => {
    said += text;
  });
  const code = devicesCommand(args, io);
  return {
    code,
    stdin: io.stdin,
    stop: () => stop.abort(),
    text: () => out,
    lines: () =>
      out
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line)),
    said: () => said,
  };
}

describe('booth devices', () => {
  it('lists ports and drivers', async () => {
    const drivers = run(['drivers']);
    expect(await drivers.code).toBe(0);
    expect(drivers.lines()[0].drivers.map(({ id }: { id: string }) => id)).toEqual(
      expect.arrayContaining(['elyctis-idbox', 'framed-mrz']),
    );
    const ports = run(['list']);
    expect(await ports.code).toBe(0);
    expect(Array.isArray(ports.lines()[0].ports)).toBe(true);
  });

  it.each([
    [[]],
    [['fly']],
    [['probe']],
    [['probe', '--speed', '9']],
    [['decode', 'morse']],
    [['simulate', 'elyctis-idbox']],
  ])('ends with 2 and one line on wrong use: %j', async (args) => {
    const call = run(args);
    expect(await call.code).toBe(2);
    expect([call.text(), call.said().trimEnd().split('\n').length]).toEqual(['', 1]);
  });

  it('decodes a frame a line, and ends with 1 when one is none', async () => {
    const sound = run(['decode', 'elyctis-idbox', '--direction', 'host-to-device'], '43000101\n\n56 00 00\n');
    expect(await sound.code).toBe(0);
    expect(sound.lines().map(({ message }) => message.type)).toEqual(['continuous', 'get-firmware-version']);
    const torn = run(['decode', 'elyctis-idbox', '--direction', 'device-to-host'], '49005b50\n4900030d0d0d\n');
    expect(await torn.code).toBe(1);
    expect(torn.lines()).toEqual([
      { ok: false, error: 'TRUNCATED' },
      { ok: true, message: { type: 'no-read' } },
    ]);
    const framed = run(['decode', 'framed-mrz', '--direction', 'device-to-host'], '0241410d42420d03\n');
    expect(await framed.code).toBe(0);
    expect(framed.lines()[0].message.lines).toEqual(['AA', 'BB']);
  });

  it('simulates, probes, tests and watches, and covers what a traveller is called', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'booth-commands-'));
    const port = join(directory, 'port');
    const simulator = run(['simulate', 'elyctis-idbox', '--pty', port]);
    await until('the simulator stands', () => simulator.lines().length === 1);

    const probe = run(['probe', port]);
    expect(await probe.code).toBe(0);
    expect(probe.lines()[0]).toMatchObject({ driver: 'elyctis-idbox', firmware: 'IDBOX SIM 1.0' });

    const test = run(['test', port]);
    expect(await test.code).toBe(0);
    expect(test.lines()[0]).toMatchObject({ ok: true, health: { state: 'ready' } });

    const watch = run(['watch', port, '--arm']);
    await until('the reader is armed', () => watch.text().includes('continuous'));
    simulator.stdin.write(`${JSON.stringify({ lay: ANNA })}\n`);
    await until('the read is seen', () => watch.text().includes('"mrz"'));
    expect(watch.lines().at(-1).message.lines).toEqual(ANNA.map((line) => 'X'.repeat(line.length)));
    expect(watch.text()).not.toContain('ERIKSSON');
    watch.stop();
    expect(await watch.code).toBe(0);

    simulator.stdin.write('{"order":{"silent":true}}\n');
    await until('the order is taken', () => simulator.text().includes('order'));
    const silent = run(['probe', port]);
    expect(await silent.code).toBe(1);
    expect(silent.lines()[0]).toMatchObject({ driver: null, problem: { code: 'DEVICE_SILENT' } });

    simulator.stop();
    expect(await simulator.code).toBe(0);
    await rm(directory, { recursive: true, force: true });
  });
});
