import { technicianLane } from '../devices/technician_lane.ts';

/** A lane whose technician has put other settings on trial, made to be killed. Says so on a line of its own. */
const [directory = ''] = process.argv.slice(2);
const kept = JSON.parse(process.argv[3] ?? '[]');
const tried = JSON.parse(process.argv[4] ?? '[]');

const lane = await technicianLane(kept, directory);
await lane.technician.technician.trySettings({ devices: tried });
await lane.sees((view) => view.trial !== null && view.devices.every(({ state }) => state === 'ready'));
process.stdout.write(`${JSON.stringify(lane.devices.settings().map(({ name }) => name))}\n`);
setInterval(() => {}, 1000);
