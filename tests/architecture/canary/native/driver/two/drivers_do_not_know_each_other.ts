import { one } from '../one/driver.ts';
export const broken = one;
