import { waitingClock } from '../../../core/system_ports.ts';
import { simulateDevice } from '../../../native/index.ts';

/** Stands up one simulator for each `driver=path` of the command line, says when all stand, and holds them until it is ended. */
const standing = await Promise.all(
  process.argv.slice(2).map(async (word) => {
    const [driver = '', path = ''] = word.split('=');
    const made = await simulateDevice(driver, {}, { pty: path }, waitingClock);
    if (!made.ok) throw new Error(`${driver}: ${made.error.detail}`);
    return made.value;
  }),
);
console.log('standing');
process.once('SIGTERM', () => void Promise.all(standing.map((one) => one.close())).then(() => process.exit(0)));
