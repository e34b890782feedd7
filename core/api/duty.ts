import type { Lane } from './lane.ts';
import { SecondLineDesk } from './second_line/second_line_desk.ts';
import { ShiftDesk } from './shift/shift_desk.ts';

/** What those on duty beside the counter work with. */
export interface Duty {
  readonly secondLine: SecondLineDesk;
  readonly shift: ShiftDesk;
}

/** Takes up every file of the second line and the lane's shift as they were. */
export async function startDuty(lane: Lane): Promise<Duty> {
  const secondLine = new SecondLineDesk(lane);
  await secondLine.start();
  const shift = new ShiftDesk(lane);
  await shift.start();
  return { secondLine, shift };
}
