/** FNV-1a over code units, mixed at the end so that the high bits are as good as the low ones. */
export function hashUnits(units: Uint16Array, from: number, size: number, skip = -1): number {
  let hash = 0x811c9dc5;
  for (let place = 0; place < size; place++) {
    if (place === skip) continue;
    hash = Math.imul(hash ^ (units[from + place] as number), 0x01000193);
  }
  return mix(hash);
}

export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let place = 0; place < text.length; place++) hash = Math.imul(hash ^ text.charCodeAt(place), 0x01000193);
  return mix(hash);
}

function mix(value: number): number {
  let hash = value;
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b3c6d);
  hash ^= hash >>> 12;
  return hash >>> 0;
}

/** One number for a set of words in any order, from the hashes of their transliteration forms. */
export function hashName(variants: readonly number[]): number {
  let sum = variants.length;
  let product = 1;
  for (const hash of variants) {
    sum = (sum + hash) >>> 0;
    product = Math.imul(product, hash | 1);
  }
  return mix(sum ^ product);
}

/** Two bits of 64 for a sound, as halves: a person's sign has those of all parts of all names. */
export function signOf(hash: number): { readonly low: number; readonly high: number } {
  const first = hash & 63;
  const second = (hash >>> 8) & 63;
  const low = (first < 32 ? 1 << first : 0) | (second < 32 ? 1 << second : 0);
  const high = (first >= 32 ? 1 << (first - 32) : 0) | (second >= 32 ? 1 << (second - 32) : 0);
  return { low: low >>> 0, high: high >>> 0 };
}
