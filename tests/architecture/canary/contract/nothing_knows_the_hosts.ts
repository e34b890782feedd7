import { answer } from '../server/planted.ts';
export const broken = answer;
