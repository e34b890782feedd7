import { answer } from '../core/api/planted.ts';
export const broken = answer;
