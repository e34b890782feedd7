/**
 * Which signs the numbers of an issuer hold at which place, learned from a list: a number with another sign there can
 * not be on that list, so it need not be asked for. Kept by issuer and length of the number, folded.
 */
export interface NumberShapes {
  learn(issuer: string, number: string): void;
  /** Whether some number of this issuer and this length has this sign (a character code) at this place. */
  mayHold(issuer: string, length: number, place: number, code: number): boolean;
  readonly issuers: ReadonlySet<string>;
  /** As stored: `VNM9` to one row of bits a place. */
  toJSON(): Readonly<Record<string, readonly number[]>>;
}

/** Longer numbers have no shape: of them only the issuer is learned, under the length 0. */
const LONGEST = 9;

/** Digits are bits 0 to 9; the 26 letters go on in the second half of the row. */
function bitOf(code: number): number {
  return code <= 57 ? code - 48 : code - 65;
}

export function numberShapes(stored: Readonly<Record<string, readonly number[]>> = {}): NumberShapes {
  const shapes = new Map<string, Uint32Array>();
  const issuers = new Set<string>();
  for (const [name, bits] of Object.entries(stored)) {
    shapes.set(name, Uint32Array.from(bits));
    issuers.add(name.replace(/\d+$/, ''));
  }
  return {
    learn(issuer, number) {
      const length = number.length > LONGEST ? 0 : number.length;
      const name = issuer + length;
      let shape = shapes.get(name);
      if (!shape) {
        shape = new Uint32Array(length * 2);
        shapes.set(name, shape);
        issuers.add(issuer);
      }
      for (let place = 0; place < length; place++) {
        const code = number.charCodeAt(place);
        const row = place * 2 + (code <= 57 ? 0 : 1);
        shape[row] = (shape[row] ?? 0) | (1 << bitOf(code));
      }
    },
    mayHold(issuer, length, place, code) {
      const row = shapes.get(issuer + length)?.[place * 2 + (code <= 57 ? 0 : 1)] ?? 0;
      return ((row >>> bitOf(code)) & 1) === 1;
    },
    issuers,
    toJSON: () => Object.fromEntries([...shapes].map(([name, shape]) => [name, [...shape]])),
  };
}
