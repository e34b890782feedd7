const MM_PER_INCH = 25.4;
/** From ridge to ridge on an adult's finger, about 9 dots at 500 dpi (Maltoni and others, Handbook of Fingerprint Recognition). */
const RIDGE_MM = 0.46;
const LIGHT = 240;
const INK = 100;
/** Half the width and height of the skin that touches the glass. */
const CONTACT_MM = [8, 10.5] as const;
const MINUTIAE = 28;

interface Minutia {
  readonly x: number;
  readonly y: number;
  /** A ridge ends, or a furrow does. */
  readonly turn: 1 | -1;
}

/**
 * A picture of an invented finger for simulated sensors: dark ridges on a light ground, 8-bit grey, row by row from the
 * top left. The seed alone makes the finger: another size or resolution shows the same finger, centred. The ridges are the
 * waves of a phase field (whorl, loop or arch) with whirls of one turn for minutiae, as in the AM-FM model of Larkin
 * and Fletcher ("A coherent framework for fingerprint analysis", Optics Express 15, 2007).
 */
export function fingerPicture(seed: number, width: number, height: number, dpi: number): Uint8Array {
  const finger = anatomy(seed);
  const pixels = new Uint8Array(width * height);
  const mm = MM_PER_INCH / dpi;
  for (let row = 0; row < height; row += 1) {
    const y = (row - (height - 1) / 2) * mm;
    for (let column = 0; column < width; column += 1) {
      pixels[row * width + column] = grey(finger, (column - (width - 1) / 2) * mm, y);
    }
  }
  return pixels;
}

interface Anatomy {
  /** How far a place is from the core, across the ridges, in mm. */
  readonly across: (x: number, y: number) => number;
  readonly bends: readonly [number, number, number, number];
  readonly minutiae: readonly Minutia[];
}

function anatomy(seed: number): Anatomy {
  const next = chance(seed);
  const coreX = next() * 3 - 1.5;
  const coreY = next() * 4 - 3;
  const lean = next() * 0.8 - 0.4;
  const oblong = 0.7 + next() * 0.5;
  const pattern = next();
  const across = (x: number, y: number): number => {
    const down = y - coreY;
    const aside = x - coreX - lean * down;
    // Three in ten fingers show a whorl, one in twenty an arch, the others a loop.
    if (pattern < 0.3) return Math.hypot(aside, down * oblong);
    if (pattern < 0.35) return down + 3 * Math.exp(-(aside * aside) / 9);
    return down < 0 ? Math.hypot(aside, down) : Math.abs(aside);
  };
  const bends = [0.25 + next() * 0.3, next() * 6, 0.25 + next() * 0.3, next() * 6] as const;
  const minutiae = Array.from({ length: MINUTIAE }, (_, number): Minutia => {
    return { x: next() * 14 - 7, y: next() * 18 - 9, turn: number % 2 === 0 ? 1 : -1 };
  });
  return { across, bends, minutiae };
}

function grey({ across, bends, minutiae }: Anatomy, x: number, y: number): number {
  const [wave, shift, wave2, shift2] = bends;
  const bentX = x + 0.4 * Math.sin(wave * y + shift);
  const bentY = y + 0.4 * Math.sin(wave2 * x + shift2);
  const phase = (2 * Math.PI * across(bentX, bentY)) / RIDGE_MM;
  let re = Math.cos(phase);
  let im = Math.sin(phase);
  // Each minutia turns the wave once around its place: a product of complex numbers, its length taken away at the end.
  for (const minutia of minutiae) {
    const dx = x - minutia.x;
    const dy = (y - minutia.y) * minutia.turn;
    const turned = re * dx - im * dy;
    im = re * dy + im * dx;
    re = turned;
  }
  const length = Math.hypot(re, im);
  const ridge = length === 0 ? 0 : re / length;
  const edge = Math.hypot(x / CONTACT_MM[0], y / CONTACT_MM[1]);
  const pressed = Math.min(1, Math.max(0, (1 - edge) * 6));
  return Math.round(LIGHT - pressed * (INK + INK * 0.9 * ridge));
}

/** Numbers from 0 to 1 which look random and are the same for the same seed. */
function chance(seed: number): () => number {
  let state = (seed + 1) * 0x9e3779b1;
  return () => {
    state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x6d2b79f5;
    const mixed = Math.imul(state ^ (state >>> 13), 0x297a2d39);
    return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32;
  };
}
