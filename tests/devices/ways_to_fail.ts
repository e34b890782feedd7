import { readlink, rm, symlink } from 'node:fs/promises';
import { systemIds, waitingClock } from '../../core/system_ports.ts';
import { openOne } from '../../native/devices.ts';
import type { Model } from './models.ts';
import { holds, PROOFS } from './proof.ts';
import { pause, type Rig, until, WORKING_AGAIN_MS } from './rig.ts';

/** One way in which a device or its line may fail. */
export interface WayToFail {
  readonly name: string;
  /** Left out: every model can fail like this. */
  readonly concerns?: (model: Model, rig: Rig) => boolean;
  /** Brings the failure about and waits for what it must lead to; throws when that does not come within the bound. */
  readonly befall: (rig: Rig, model: Model) => Promise<void>;
  /** How soon it must be noticed, where the sweep every five seconds would be too late. */
  readonly noticedMs?: number;
  /** Makes the device and its line sound again; it must work after that by itself. */
  readonly mend: (rig: Rig) => Promise<void>;
}

/** Noise that looks like beginnings: command letters with lengths, opening marks, text. */
const NOISE = [0x49, 0x00, 0x5b, 0xff, 0x02, 0x41, 0x80, 0x56, 0x00, 0x02, 0x02, 0x43, 0x00];
const READING: readonly string[] = ['MRZ_READER', 'CODE_SCANNER'];

const sound = async (rig: Rig): Promise<void> => rig.order({});
const putBack = async (rig: Rig): Promise<void> => {
  rig.order({});
  await rig.plug.replug();
};

/** Does with the device what proves that it works. */
export function prove(rig: Rig, model: Model, limitMs: number): Promise<boolean> {
  return (model.prove ?? PROOFS[rig.device.health().kind as keyof typeof PROOFS])(rig, limitMs);
}

async function mustWork(rig: Rig, model: Model): Promise<void> {
  if (!(await prove(rig, model, WORKING_AGAIN_MS))) throw new Error('it does not work');
}

async function mustTurn(rig: Rig, state: string, codes: readonly string[] | null): Promise<void> {
  await until(`it is ${state} for ${codes}`, () => {
    const now = rig.health();
    return now.state === state && (codes === null || codes.includes(now.problem?.code ?? ''));
  });
}

export const WAYS_TO_FAIL: readonly WayToFail[] = [
  {
    name: 'unplugged idle',
    befall: async (rig) => {
      await rig.plug.unplug();
      await mustTurn(rig, 'lost', ['DEVICE_UNPLUGGED']);
    },
    noticedMs: 1000,
    mend: putBack,
  },
  {
    name: 'unplugged in mid-frame',
    befall: async (rig, model) => {
      const before = rig.reads().length;
      rig.order({ splitEvery: model.splitEvery ?? 1, truncate: true });
      const proof = prove(rig, model, 300);
      await pause(30);
      await rig.plug.unplug();
      await proof;
      await mustTurn(rig, 'lost', ['DEVICE_UNPLUGGED']);
      if (rig.reads().length > before) throw new Error('a torn frame was read');
    },
    mend: putBack,
  },
  {
    name: 'garbage',
    befall: async (rig, model) => {
      const before = rig.garbage();
      rig.order({ garbageBefore: NOISE });
      await mustWork(rig, model);
      await mustWork(rig, model);
      await until('the garbage is counted', () => rig.garbage() > before);
    },
    mend: sound,
  },
  {
    name: 'half a frame',
    befall: async (rig, model) => {
      const before = troubles(rig);
      rig.order({ truncate: true });
      await prove(rig, model, 1000);
      // A device that is only told what to do has no frame with an input in it; there is nothing to tear.
      if (READING.includes(rig.health().kind)) await until('it is noticed', () => troubles(rig) > before);
    },
    mend: sound,
  },
  {
    name: 'one byte at a time',
    befall: async (rig, model) => {
      const before = troubles(rig);
      rig.order({ splitEvery: model.splitEvery ?? 1 });
      await mustWork(rig, model);
      if (troubles(rig) > before) throw new Error('whole frames were taken for broken ones');
    },
    mend: sound,
  },
  {
    name: 'two frames at once',
    befall: async (rig, model) => {
      const before = rig.reads().length;
      const garbage = rig.garbage();
      rig.order({ merge: true });
      await prove(rig, model, 900);
      await prove(rig, model, 900);
      rig.order({});
      if (!READING.includes(rig.health().kind)) return;
      await until('neither is lost', () => rig.reads().length >= before + 2);
      if (rig.garbage() > garbage) throw new Error('frames were taken for garbage');
    },
    mend: sound,
  },
  {
    name: 'wrong checksum',
    concerns: ({ checked }) => checked,
    befall: async (rig, model) => {
      const before = troubles(rig);
      rig.order({ wrongChecksum: true });
      if (await prove(rig, model, 1500)) throw new Error('a frame with a wrong checksum was believed');
      await until('it is counted', () => troubles(rig) > before);
    },
    mend: sound,
  },
  {
    name: 'wrong device',
    befall: async (rig, model) => {
      const before = rig.reads().length;
      await rig.plug.unplug();
      rig.order({ wrongDevice: true });
      await rig.plug.replug();
      await mustTurn(rig, 'failed', model.wrong ?? ['DEVICE_WRONG']);
      if (rig.reads().length > before) throw new Error('it was believed');
    },
    mend: async (rig) => {
      await rig.plug.unplug();
      await putBack(rig);
    },
  },
  {
    name: 'opened twice',
    befall: async (rig, model) => {
      const { path } = rig.plug;
      const settings = { driver: model.driver, name: 'second', path, options: model.options ?? {} };
      const second = openOne(settings, { clock: waitingClock, ids: systemIds }, null);
      const refused = () => second.health().problem?.code === 'DEVICE_BUSY_ELSEWHERE';
      const told = await holds(refused, WORKING_AGAIN_MS);
      await mustWork(rig, model);
      await second.close();
      if (!told) throw new Error('the second user was not told that the port is taken');
    },
    mend: sound,
  },
  {
    name: 'replugged under another name',
    befall: async (rig) => {
      const { path, via } = rig.plug;
      await rig.plug.unplug();
      await mustTurn(rig, 'lost', ['DEVICE_UNPLUGGED']);
      // A device server that comes back on another port; a port that the system calls otherwise.
      await rig.plug.replug(via === 'tcp' ? 'any' : `${path}-again`);
      await mustTurn(rig, 'ready', null);
      const now = rig.health().port;
      if (now !== rig.plug.path || now === path) throw new Error('it is not where it was plugged in');
    },
    mend: sound,
  },
  {
    name: 'power-cycled',
    befall: async (rig, model) => {
      // What follows the last proof (arming again) would undo the loss of memory.
      await pause(100);
      rig.order({ restart: true });
      await mustWork(rig, model);
    },
    mend: sound,
  },
  {
    name: 'silent',
    befall: async (rig, model) => {
      rig.order({ silent: true });
      const { silent = 'DEVICE_SILENT' } = model;
      if (silent !== 'READY') return until('the silence is named', () => rig.health().problem?.code === silent);
      if (await prove(rig, model, 1200)) throw new Error('a silent device said something');
      await mustTurn(rig, 'ready', null);
    },
    mend: sound,
  },
  {
    name: 'never-ending data',
    befall: async (rig) => {
      rig.order({ flood: true });
      await mustTurn(rig, 'failed', ['DEVICE_FLOOD']);
    },
    mend: sound,
  },
  {
    // The port object stays open and says nothing: what happens when a hang-up falls into a read that is under way.
    name: 'port vanishes without a word',
    concerns: (_model, rig) => rig.plug.via === 'pty',
    befall: async (rig) => {
      const { path } = rig.plug;
      const node = await readlink(path);
      await rm(path);
      await mustTurn(rig, 'lost', null);
      await symlink(node, path);
    },
    noticedMs: 1000,
    mend: sound,
  },
];

/** How often something was found wrong so far. */
function troubles(rig: Rig): number {
  const failures = Object.values(rig.health().failures).reduce((sum, count) => sum + count, 0);
  return rig.garbage() + failures;
}
