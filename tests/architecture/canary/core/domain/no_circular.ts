import type { B } from './no_circular_back.ts';
export type A = { b?: B };
