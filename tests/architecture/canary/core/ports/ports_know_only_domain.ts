import { answer } from '../api/planted.ts';
export const broken = answer;
