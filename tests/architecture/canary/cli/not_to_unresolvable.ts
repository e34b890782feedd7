import { nothing } from './is_not_there.ts';
export const broken = nothing;
