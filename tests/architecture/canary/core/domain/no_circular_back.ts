import type { A } from './no_circular.ts';
export type B = { a?: A };
