import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findDriver } from '../../native/index.ts';
import { MODELS } from '../devices/models.ts';
import { pause, until } from '../devices/rig.ts';
import { round, type Table } from './figures.ts';

const DEVICES = 10;
/** The booth reads its lists and checks its journal after it has started. */
const SETTLE_MS = 20_000;
const MEASURED_MS = 30_000;
/** Linux counts processor time in hundredths of a second (USER_HZ). */
const TICKS_A_SECOND = 100;

function start(file: string, words: readonly string[]): { readonly child: ChildProcess; said(): string } {
  const path = join(import.meta.dirname, 'devices', file);
  const child = spawn(process.execPath, [path, ...words], { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  child.stdout?.on('data', (text) => {
    said += text;
  });
  return { child, said: () => said };
}

/** A process and all that it started: name and processor time so far, in seconds. */
function family(pid: number): { readonly name: string; readonly seconds: number }[] {
  const rows = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        // The name in brackets may hold blanks; what follows it does not.
        const [, , after = ''] = /^(.*)\) (.*)$/s.exec(readFileSync(`/proc/${name}/stat`, 'utf8')) ?? [];
        const fields = after.split(' ');
        const command = readFileSync(`/proc/${name}/cmdline`, 'utf8').split('\0');
        const what = command.slice(1).find((word) => word.endsWith('.ts')) ?? command[0] ?? '';
        const library = command.at(-2) ?? '';
        const ticks = Number(fields[11]) + Number(fields[12]);
        return [
          {
            pid: Number(name),
            parent: Number(fields[1]),
            name: what.endsWith('host/child.ts') ? `native code: ${library}` : 'the booth',
            seconds: ticks / TICKS_A_SECOND,
          },
        ];
      } catch {
        return [];
      }
    });
  const members = new Set([pid]);
  for (const row of rows.sort((a, b) => a.pid - b.pid)) if (members.has(row.parent)) members.add(row.pid);
  return rows.filter((row) => members.has(row.pid));
}

/** The processor time of an idle booth with ten devices; their simulators run in another process and are not counted. */
export async function run(): Promise<Table> {
  const directory = mkdtempSync(join(tmpdir(), 'booth-idle-bench-'));
  const drivers = [...new Set(MODELS.map(({ driver }) => driver))];
  // One of each; a lane has one gate, so it is other devices that stand there twice.
  const again = drivers.filter((driver) => findDriver(driver)?.kind !== 'GATE');
  const chosen = [...drivers, ...again, ...again].slice(0, DEVICES);
  const words = chosen.map((driver, index) => `${driver}=${join(directory, `port-${index}`)}`);
  const simulators = start('simulators_child.ts', words);
  try {
    await until('the simulators stand', () => simulators.said().includes('standing'), 60_000);
    const lane = start('idle_lane_child.ts', words);
    try {
      await until('every device is ready', () => lane.said().includes('ready'), 60_000);
      await pause(SETTLE_MS);
      const pid = lane.child.pid ?? 0;
      const bare = spawn(process.execPath, ['-e', 'setInterval(() => {}, 100)']);
      await pause(1000);
      const before = family(pid);
      const bareBefore = family(bare.pid ?? 0)[0]?.seconds ?? 0;
      const from = performance.now();
      await pause(MEASURED_MS);
      const after = family(pid);
      const bareAfter = family(bare.pid ?? 0)[0]?.seconds ?? 0;
      bare.kill();
      const seconds = (performance.now() - from) / 1000;
      const rows = after.map(({ name, seconds: used }, index) => {
        return { what: name, share: (used - (before[index]?.seconds ?? 0)) / seconds };
      });
      const all = rows.reduce((sum, { share }) => sum + share, 0);
      return {
        title: `Idle for ${round(seconds, 0)} s with ${DEVICES} devices (${chosen.join(', ')})`,
        rows: [
          ...rows,
          { what: 'together', share: all },
          // What waking up costs on this machine, busy as it is: a process that does nothing else ten times a second.
          {
            what: 'for comparison: an empty process that wakes ten times a second',
            share: (bareAfter - bareBefore) / seconds,
          },
        ].map(({ what, share }) => {
          return { what, '% of a core': round(share * 100, 2), target: what === 'together' ? '< 1' : '' };
        }),
      };
    } finally {
      lane.child.kill();
    }
  } finally {
    simulators.child.kill();
    rmSync(directory, { recursive: true, force: true });
  }
}
