import { laneOn, say } from './lane_to_kill.ts';
import type { Walk } from './walk.ts';

/** A lane made to be killed that takes every step of a walk and tells each that its booth has answered. */
const [directory = '', file = ''] = process.argv.slice(2);
const { walk } = (await import(`./${file}`)) as { walk: Walk<unknown> };

// The booth's own timers keep no process alive; its door does, which is not part of this.
setInterval(() => {}, 1000);
const lane = await laneOn(directory, walk.direction);
let seen = await walk.look(lane);
say('begun', seen);
for (const { name, act } of walk.steps) {
  await act(lane, seen);
  seen = await walk.look(lane);
  say(name, seen);
}
