/** 32 bytes that guard invented persons. */
export const BENCH_KEY = new Uint8Array(32).fill(7);
