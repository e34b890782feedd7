import type { HidBed } from './hid_bed/plug.ts';
import type { HidModel } from './hid_models.ts';
import { freshNode, type HidRig, openAgain, proved } from './hid_rig.ts';
import { holds, PROOFS } from './proof.ts';
import { pause, until, WORKING_AGAIN_MS } from './rig.ts';

/** One way in which a HID device may fail. */
export interface HidWayToFail {
  readonly name: string;
  readonly concerns?: (model: HidModel) => boolean;
  readonly befall: (rig: HidRig, model: HidModel, bed: HidBed) => Promise<void>;
  readonly mend: (rig: HidRig) => Promise<void>;
}

/** Longer than one report, so that it is told in two. */
export const TWO_REPORTS = 'M1SPECIMEN/ANNA       EABC124 SGNHANVN 0124 002Y014C0002 10C>60B0      B1A73855512';
/** No report of any of them. */
const NOISE = [0x07, 0x38, 0x41, 0xff, 0x00, 0x5d, 0x13];

const sound = async (rig: HidRig): Promise<void> => rig.order({});
const putBack = async (rig: HidRig): Promise<void> => {
  rig.order({});
  await rig.plug.replug(freshNode());
};

export function works(rig: HidRig, limitMs = WORKING_AGAIN_MS): Promise<boolean> {
  return proved(PROOFS[rig.health().kind as keyof typeof PROOFS], rig, limitMs);
}

async function mustWork(rig: HidRig): Promise<void> {
  if (!(await works(rig))) throw new Error('it does not work');
}

async function mustTurn(rig: HidRig, state: string, code: string): Promise<void> {
  await until(`it is ${state} for ${code}`, () => {
    const now = rig.health();
    return now.state === state && now.problem?.code === code;
  });
}

function troubles(rig: HidRig): number {
  return rig.garbage() + Object.values(rig.health().failures).reduce((sum, count) => sum + count, 0);
}

export const HID_WAYS_TO_FAIL: readonly HidWayToFail[] = [
  {
    name: 'unplugged idle',
    befall: async (rig) => {
      await rig.plug.unplug();
      await mustTurn(rig, 'lost', 'DEVICE_UNPLUGGED');
    },
    mend: putBack,
  },
  {
    name: 'unplugged without a word',
    befall: async (rig) => {
      await rig.plug.unplug({ quietly: true });
      await mustTurn(rig, 'lost', 'DEVICE_UNPLUGGED');
    },
    mend: putBack,
  },
  {
    name: 'unplugged in the middle',
    befall: async (rig) => {
      const before = rig.reads().length;
      const scanner = rig.health().kind === 'CODE_SCANNER';
      // Of a code in three reports the first two: the third waits for a fourth.
      rig.order({ merge: scanner });
      if (scanner) rig.act({ act: 'scan', text: `${TWO_REPORTS}${TWO_REPORTS}` });
      const proof = scanner ? null : works(rig, 300);
      await pause(60);
      await rig.plug.unplug();
      await proof;
      await mustTurn(rig, 'lost', 'DEVICE_UNPLUGGED');
      if (rig.reads().length > before) throw new Error('half a code was read');
    },
    mend: putBack,
  },
  {
    name: 'garbage report',
    concerns: ({ speaks }) => speaks,
    befall: async (rig) => {
      const before = troubles(rig);
      rig.order({ garbageBefore: NOISE });
      await mustWork(rig);
      await mustWork(rig);
      await until('the garbage is counted', () => troubles(rig) > before);
    },
    mend: sound,
  },
  {
    name: 'half a report',
    concerns: ({ speaks }) => speaks,
    befall: async (rig) => {
      const before = troubles(rig);
      const read = rig.reads().length;
      rig.order({ truncate: true });
      await works(rig, 400);
      await until('it is noticed', () => troubles(rig) > before);
      if (rig.reads().length > read) throw new Error('half a report was read');
    },
    mend: sound,
  },
  {
    name: 'two reports at once',
    concerns: ({ driver }) => driver === 'hid-pos-scanner',
    befall: async (rig) => {
      const before = rig.reads().length;
      rig.order({ merge: true });
      await works(rig, 200);
      await works(rig, 1000);
      await until('neither is lost', () => rig.reads().length >= before + 2);
    },
    mend: sound,
  },
  {
    name: 'wrong device',
    concerns: ({ known }) => known,
    befall: async (rig) => {
      const read = rig.reads().length;
      await rig.plug.unplug();
      rig.order({ wrongDevice: true });
      await rig.plug.replug(freshNode());
      // One that cannot be asked shows what it is when it speaks.
      if (rig.health().kind === 'CODE_SCANNER') {
        await until('it is ready', () => rig.health().state === 'ready');
        const named = (): boolean => (rig.health().failures.DEVICE_WRONG ?? 0) > 0;
        for (let scan = 0; scan < 100 && !named(); scan += 1) {
          rig.act({ act: 'scan', text: 'CODE' });
          await pause(25);
        }
        if (!named()) throw new Error('it was not named');
      } else await mustTurn(rig, 'failed', 'DEVICE_WRONG');
      if (rig.reads().length > read) throw new Error('it was believed');
    },
    mend: async (rig) => {
      await rig.plug.unplug();
      await putBack(rig);
    },
  },
  {
    name: 'opened twice',
    befall: async (rig, model, bed) => {
      const second = openAgain(bed, model, 'second');
      const told = await holds(() => second.health().problem?.code === 'DEVICE_BUSY_ELSEWHERE', WORKING_AGAIN_MS);
      await mustWork(rig);
      await second.close();
      if (!told) throw new Error('the second user was not told that the device is taken');
    },
    mend: sound,
  },
  {
    name: 'replugged under another name',
    befall: async (rig) => {
      const before = rig.plug.path;
      await rig.plug.unplug();
      await mustTurn(rig, 'lost', 'DEVICE_UNPLUGGED');
      await rig.plug.replug(freshNode());
      await until('it is ready', () => rig.health().state === 'ready');
      if (rig.health().port === before) throw new Error('it is not where it was plugged in');
    },
    mend: sound,
  },
  {
    name: 'power-cycled',
    befall: async (rig) => {
      rig.order({ restart: true });
      await mustWork(rig);
    },
    mend: sound,
  },
  {
    name: 'silent',
    befall: async (rig, { silent }) => {
      rig.order({ silent: true });
      if (silent !== 'READY') return mustTurn(rig, 'lost', silent);
      await pause(500);
      if (rig.health().state !== 'ready') throw new Error('silence was taken for a failure');
    },
    mend: sound,
  },
  {
    name: 'never-ending reports',
    befall: async (rig) => {
      rig.order({ flood: true });
      await mustTurn(rig, 'failed', 'DEVICE_FLOOD');
    },
    mend: sound,
  },
];
