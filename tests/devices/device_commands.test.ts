import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { devicesCommand } from '../../cli/devices.ts';
import { waitingClock } from '../../core/system_ports.ts';
import { type StandingSimulator, simulateDevice } from '../../native/index.ts';
import { technicianLane } from './technician_lane.ts';

let directory = '';
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'booth-devices-cli-'));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

interface Said {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `booth devices` in this process. */
async function run(...args: string[]): Promise<Said> {
  const collected = (): { stream: PassThrough; text: () => string } => {
    const stream = new PassThrough();
    let text = '';
    stream.on('data', (chunk) => {
      text += String(chunk);
    });
    return { stream, text: () => text };
  };
  const [stdout, stderr] = [collected(), collected()];
  const io = { stdin: new PassThrough(), stdout: stdout.stream, stderr: stderr.stream };
  const code = await devicesCommand(args, io);
  await new Promise((resolve) => setImmediate(resolve));
  return { code, stdout: stdout.text(), stderr: stderr.text() };
}

const lines = (text: string): Record<string, unknown>[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
const READER = { driver: 'elyctis-idbox', name: 'reader', options: {} };
const settings = (content: object) => writeFile(join(directory, 'settings.json'), JSON.stringify(content));

describe('booth devices', () => {
  it('settings: shows what the lane has, and says in one line what is wrong with it', async () => {
    await settings({ lane: { id: 'B02' }, devices: [READER] });
    const good = await run('settings', '--data', directory);
    expect([good.code, lines(good.stdout)]).toEqual([0, [{ lane: 'B02', devices: [READER] }]]);
    await settings({ devices: [{ ...READER, options: { baudRate: 1 } }] });
    const bad = await run('settings', '--data', directory);
    expect([bad.code, bad.stdout, bad.stderr.trim().split('\n').length]).toEqual([2, '', 1]);
    expect(bad.stderr).toContain('device reader: baudRate');
  });

  it('drivers: every option with its type and default', async () => {
    const { code, stdout } = await run('drivers');
    const { drivers } = JSON.parse(stdout) as { drivers: { id: string; options: { path: string; type: string }[] }[] };
    expect(code).toBe(0);
    const options = drivers.find(({ id }) => id === 'framed-mrz')?.options ?? [];
    expect(options).toContainEqual({
      path: 'parity',
      type: 'choice',
      choices: ['none', 'even', 'odd'],
      min: null,
      max: null,
      default: '"none"',
    });
    expect(options).toContainEqual(expect.objectContaining({ path: 'format.suffix', type: 'bytes', default: '[3]' }));
    for (const { id, options: all } of drivers) {
      expect([id, all.filter(({ path }) => path === '')]).toEqual([id, []]);
    }
  });

  it('profile: goes out signed, comes in with its differences, is refused when changed, kept only when trusted', async () => {
    await settings({ lane: { id: 'B02' }, devices: [READER] });
    const out = await run('profile', 'export', '--data', directory);
    expect(out.code).toBe(0);
    const file = join(directory, 'lane.profile.json');
    await writeFile(file, out.stdout);
    await settings({ lane: { id: 'B02' }, devices: [] });
    const read = await run('profile', 'import', file, '--data', directory);
    const change = { device: 'reader', kind: 'ADDED', path: '', from: null, to: 'elyctis-idbox' };
    expect([read.code, lines(read.stdout)[0]]).toMatchObject([
      0,
      { lane: 'B02', trusted: true, kept: false, changes: [change] },
    ]);
    const kept = await run('profile', 'import', file, '--keep', '--data', directory);
    expect([kept.code, lines(kept.stdout)[0]?.kept]).toEqual([0, true]);
    expect(lines((await run('settings', '--data', directory)).stdout)[0]?.devices).toEqual([READER]);
    await writeFile(file, out.stdout.replace('B02', 'B03'));
    const changed = await run('profile', 'import', file, '--data', directory);
    expect([changed.code, changed.stdout]).toEqual([1, '']);
    expect(changed.stderr).toContain('PROFILE_SIGNATURE');
    await writeFile(file, 'nothing');
    expect((await run('profile', 'import', file, '--data', directory)).code).toBe(2);
    expect((await run('profile', 'sell', '--data', directory)).code).toBe(2);
  });

  it("profile: a stranger's is read, not kept, until its key is named", async () => {
    const other = await mkdtemp(join(tmpdir(), 'booth-other-'));
    await writeFile(join(other, 'settings.json'), JSON.stringify({ devices: [READER] }));
    const file = join(directory, 'other.json');
    await writeFile(file, (await run('profile', 'export', '--data', other)).stdout);
    const { publicKey } = JSON.parse((await run('profile', 'key', '--data', other)).stdout) as { publicKey: string };
    await rm(other, { recursive: true });
    await settings({ devices: [] });
    const stranger = await run('profile', 'import', file, '--keep', '--data', directory);
    expect([stranger.code, lines(stranger.stdout)[0]]).toMatchObject([1, { trusted: false, kept: false }]);
    await settings({ devices: [], profileAuthorities: [{ name: 'Xưởng Mẫu', publicKey }] });
    const known = await run('profile', 'import', file, '--keep', '--data', directory);
    expect([known.code, lines(known.stdout)[0]]).toMatchObject([
      0,
      { trusted: true, signedBy: 'Xưởng Mẫu', kept: true },
    ]);
  });

  it('log: the maintenance log, newest first, and nothing of travellers', async () => {
    const lane = await technicianLane(undefined, directory);
    await lane.technician.technician.addNote({ text: 'glass is changed' });
    await lane.stop();
    const { code, stdout } = await run('log', '--data', directory);
    const events = lines(stdout).map(({ event }) => event);
    expect([code, events[0]]).toEqual([0, 'BOOTH_STOPPED']);
    expect(events).toContain('MAINTENANCE_NOTE');
    expect(events).not.toContain('LOGIN_SUCCEEDED');
    expect((await run('log', '--data', join(directory, 'nowhere'))).code).toBe(2);
  });
});

describe('booth devices record and replay', () => {
  let simulator: StandingSimulator | null = null;
  afterEach(() => simulator?.close());

  it('record a device from its first byte on, and play it against the driver', async () => {
    const port = join(directory, 'port');
    const made = await simulateDevice('elyctis-idbox', {}, { pty: port }, waitingClock);
    if (!made.ok) throw new Error(made.error.detail);
    simulator = made.value;
    const recorded = await run('record', port, '--driver', 'elyctis-idbox', '--seconds', '4', '--data', directory);
    const [begun, ended] = lines(recorded.stdout);
    expect([recorded.code, begun?.event, ended?.event, ended?.state]).toEqual([0, 'recording', 'recorded', 'ready']);
    expect(Number(ended?.entries)).toBeGreaterThanOrEqual(6);
    const played = await run('replay', String(begun?.recording), '--data', directory);
    expect([played.code, lines(played.stdout)[0]]).toMatchObject([0, { same: true }]);
    expect((await run('replay', join(directory, 'settings.json'))).code).toBe(2);
    expect((await run('record', port, '--driver', 'none')).code).toBe(2);
  });
});
