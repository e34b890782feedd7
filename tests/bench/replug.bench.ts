import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { MODELS, type Model, nameOf } from '../devices/models.ts';
import { openHandles, type Rig, startReadyRig, until, warmUp } from '../devices/rig.ts';
import { prove } from '../devices/ways_to_fail.ts';
import { round, type Table, timesRow } from './figures.ts';

/** In all, shared by the devices; fewer for a quick look: `BOOTH_CYCLES=100 npm run bench -- replug`. */
const CYCLES = Number(process.env.BOOTH_CYCLES ?? 1000);
/** Kinds of device, unplugged and replugged side by side. */
const DEVICES = ['elyctis-idbox', 'framed-mrz', 'morphosmart', 'modbus-gate'];
/** What the process needs for itself is there after so many. */
const WARM_CYCLES = 10;

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

interface Measured {
  readonly noticed: number[];
  readonly back: number[];
}

/** Pulls a plug, waits for the loss, puts it back, waits for service; every twentieth time the device must also work. */
async function cycles(rig: Rig, model: Model, count: number, measured: Measured): Promise<void> {
  for (let cycle = 1; cycle <= count; cycle += 1) {
    const pulled = performance.now();
    await rig.plug.unplug();
    await until('the loss is noticed', () => rig.health().state === 'lost', 10_000);
    measured.noticed.push(performance.now() - pulled);
    await rig.plug.replug();
    const plugged = performance.now();
    await until('it is in service', () => rig.health().state === 'ready', 20_000);
    measured.back.push(performance.now() - plugged);
    if (cycle % 20 === 0 && !(await prove(rig, model, 5000))) throw new Error(`${model.driver} does not work`);
  }
}

async function memory(): Promise<{ readonly rss: number; readonly heap: number; readonly handles: number }> {
  collectGarbage();
  const { rss, heapUsed } = process.memoryUsage();
  return { rss, heap: heapUsed, handles: await openHandles() };
}

/** Plugs pulled out and put back over real pseudo-terminals: how soon it is noticed, how soon mended, and what it leaves behind. */
export async function run(): Promise<Table[]> {
  await warmUp();
  const models = MODELS.filter((model) => DEVICES.includes(nameOf(model)));
  const rigs = await Promise.all(models.map(({ driver, options }) => startReadyRig(driver, options)));
  const each = (count: number, measured: Measured) =>
    Promise.all(models.map((model, index) => (rigs[index] ? cycles(rigs[index], model, count, measured) : null)));
  const measured: Measured = { noticed: [], back: [] };
  await each(WARM_CYCLES, { noticed: [], back: [] });
  const before = await memory();
  const halfway = Math.floor(CYCLES / models.length / 2);
  await each(halfway, measured);
  const half = await memory();
  await each(Math.ceil(CYCLES / models.length) - halfway, measured);
  const after = await memory();
  await Promise.all(rigs.map((rig) => rig.close()));
  const megabytes = (bytes: number): number => round(bytes / 1e6, 1);
  return [
    {
      title: `${measured.noticed.length} times unplugged and replugged, ${models.length} devices side by side`,
      rows: [
        timesRow('unplugging noticed', measured.noticed, 'p95 <= 1000 ms'),
        timesRow('in service after replugging', measured.back, 'p95 <= 3000 ms'),
      ],
    },
    {
      title: 'What that leaves behind',
      rows: [
        {
          what: 'resident memory, MB',
          before: megabytes(before.rss),
          half: megabytes(half.rss),
          after: megabytes(after.rss),
        },
        {
          what: 'JavaScript heap, MB',
          before: megabytes(before.heap),
          half: megabytes(half.heap),
          after: megabytes(after.heap),
        },
        { what: 'open handles', before: before.handles, half: half.handles, after: after.handles },
      ],
    },
  ];
}
