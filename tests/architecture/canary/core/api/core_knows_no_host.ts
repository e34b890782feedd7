import { answer } from '../../native/planted.ts';
export const broken = answer;
