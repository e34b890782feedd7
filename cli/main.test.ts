import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { runBooth } from './testing/command_line.ts';

describe('booth', () => {
  test.each(['chip', 'trust'])('%s says that it is not built', async (name) => {
    const { code, stdout, stderr } = await runBooth([name, 'verify']).ended;
    expect([code, stdout, stderr]).toEqual([2, '', `booth: "${name}" is not built yet\n`]);
  });

  test.each([[[]], [['nonsense']], [['constructor']], [['__proto__']]])('%j is wrong use', async (args) => {
    const { code, stdout, stderr } = await runBooth(args).ended;
    expect([code, stdout, stderr.trim().split('\n').length]).toEqual([2, '', 1]);
    expect(stderr).not.toMatch(/\bat .*:\d+/);
  });

  test('help lists the commands', async () => {
    const { code, stdout } = await runBooth(['help']).ended;
    expect(code).toBe(0);
    for (const name of ['start', 'mrz', 'watchlist', 'devices', 'journal', 'doctor']) expect(stdout).toContain(name);
  });

  test('doctor answers with one object that says what to do about all that is missing', async () => {
    const { code, stdout } = await runBooth(['doctor'], {
      env: { PATH: '/nonexistent', DISPLAY: '', WAYLAND_DISPLAY: '' },
    }).ended;
    const { ok, findings } = JSON.parse(stdout);
    expect(code).toBe(ok ? 0 : 1);
    expect(findings.find(({ name }: { name: string }) => name === 'Node 24')).toMatchObject({ found: true });
    expect(findings.find(({ name }: { name: string }) => name === 'Chromium')).toMatchObject({ found: false });
    for (const { found, advice } of findings) expect(found ? advice : typeof advice).toBe(found ? null : 'string');
  });

  test('on an older Node it goes on with the one that is installed', async () => {
    const older = ['/usr/bin/node', '/usr/local/bin/node'].find(
      (file) => existsSync(file) && file !== process.execPath,
    );
    if (older === undefined) {
      console.warn('NOT RUN: the hand-over from an older Node needs a system Node beside the installed one.');
      return;
    }
    const { code, stdout } = await runBooth(['doctor'], { node: older }).ended;
    const node = JSON.parse(stdout).findings.find(({ name }: { name: string }) => name === 'Node 24');
    expect([code === 0 || code === 1, node.found]).toEqual([true, true]);
  });
});
