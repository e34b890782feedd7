import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { buildPage, pageIsStale } from '../../cli/page_build.ts';
import { systemClock, systemIds } from '../../core/booth.ts';
import { demoLines } from '../../core/testing/desk.ts';
import { type Listed, QUIET_DOCUMENT, quietLane } from '../../core/testing/quiet_lane.ts';
import { openDoor } from '../../server/server.ts';

/**
 * A lane in a process of its own: `quiet_lane_process.ts DIRECTORY NOT|DISCREETLY|OPENLY`. Says its URL as one line of JSON;
 * each line it reads lays a document: `traveller`, or one of the demo's by name.
 */
const [, , directory = '', listed = 'NOT'] = process.argv;
const root = join(import.meta.dirname, '..', '..');
if (await pageIsStale(root)) {
  const built = await buildPage(root);
  if (!built.ok) throw new Error(built.error);
}
const { booth, table } = await quietLane(directory, listed as Listed);
const door = await openDoor({
  booth,
  pageDirectory: join(root, 'out', 'renderer'),
  clock: systemClock,
  ids: systemIds,
  log: () => {},
});
if (!door.ok) throw new Error(door.error.detail);
process.stdout.write(`${JSON.stringify({ url: door.value.oneTimeUrl('officer') })}\n`);
createInterface({ input: process.stdin }).on('line', (document) => {
  table.read(...(document === 'traveller' ? QUIET_DOCUMENT : demoLines(document)));
});
process.on('SIGTERM', async () => {
  await door.value.stop();
  await booth.stop();
  process.exit(0);
});
