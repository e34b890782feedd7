import type { Session } from '../../native/driver/session.ts';
import { ANNA, LINH, pause, type Rig } from './rig.ts';

/** Does with a device what a person would; true when its result came within `limitMs`. A wrong result throws. */
export type Proof = (rig: Rig, limitMs: number) => Promise<boolean>;

/** Boarding passes of nobody: two texts of the form of IATA Resolution 792, so that a repeat is never the same. */
const CODES = [
  'M1TRAN/LINH           EABC123 HANSGNVN 0123 001Y012A0001 100',
  'M1SPECIMEN/ANNA       EABC124 SGNHANVN 0124 002Y014C0002 100',
];

/** The proof for each kind of device. */
export const PROOFS: Readonly<Record<Session['kind'], Proof>> = {
  MRZ_READER: async (rig, limitMs) => {
    const before = rig.reads().length;
    const [lines, other] = before % 2 === 0 ? [ANNA, LINH] : [LINH, ANNA];
    rig.act({ act: 'lay', lines: [...lines] });
    const read = await holds(() => rig.reads().length > before, limitMs);
    rig.act({ act: 'remove' });
    expectOnly(rig.reads().slice(before), [lines, other]);
    return read;
  },
  CODE_SCANNER: async (rig, limitMs) => {
    const before = rig.reads().length;
    const text = CODES[before % 2] ?? '';
    await rig.lane.codeScanner?.arm();
    rig.act({ act: 'scan', text });
    const read = await holds(() => rig.reads().length > before, limitMs);
    expectOnly(
      rig.reads().slice(before),
      CODES.map((code) => [code]),
    );
    return read;
  },
  FINGERPRINT_READER: async (rig, limitMs) => {
    rig.act({ act: 'finger', seed: 7 });
    const request = { finger: 2, purpose: 'VERIFICATION', timeoutMs: limitMs } as const;
    const taken = await within(rig.lane.fingerprintReader?.capture(request), limitMs + 3000);
    rig.act({ act: 'lift' });
    if (taken?.ok !== true) return false;
    const { width, height, pixels } = taken.value;
    if (pixels.length !== width * height || new Set(pixels).size < 2) throw new Error('the picture is none');
    return true;
  },
  GATE: async (rig, limitMs) => (await within(rig.lane.gate?.release(), limitMs + 3000))?.ok === true,
  SIGNAL_LIGHT: async (rig, limitMs) => {
    const shown = await within(rig.lane.signalLight?.show('PASS'), limitMs + 3000);
    const dark = await within(rig.lane.signalLight?.show('OFF'), limitMs + 3000);
    return shown?.ok === true && dark?.ok === true;
  },
  CHIP_READER: async (rig, limitMs) => {
    rig.act({ act: 'chip', present: true });
    const there = await holds(() => rig.lane.chipReader?.present() === true, limitMs);
    rig.act({ act: 'chip', present: false });
    return there;
  },
};

/** Whatever is read must be something that lies there. */
function expectOnly(read: readonly (readonly string[])[], real: readonly (readonly string[])[]): void {
  const known = real.map((lines) => lines.join('\n'));
  if (read.some((lines) => !known.includes(lines.join('\n')))) throw new Error('something was read that lay nowhere');
}

/** Whether something comes to hold within `limitMs`. */
export async function holds(what: () => boolean, limitMs: number): Promise<boolean> {
  const limit = performance.now() + limitMs;
  while (!what() && performance.now() < limit) await pause(2);
  return what();
}

/** What a promise gives; throws when it does not settle in time, which no call of a device may do. */
async function within<T>(answer: Promise<T> | undefined, limitMs: number): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`a call did not settle within ${limitMs} ms`)), limitMs);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}
