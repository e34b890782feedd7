import { waitingClock } from '../../../core/system_ports.ts';
import { simulateDevice } from '../../../native/index.ts';

/** Stands up one simulator for each `driver=path` of the command line, and says when all stand. */
for (const word of process.argv.slice(2)) {
  const [driver = '', path = ''] = word.split('=');
  const made = await simulateDevice(driver, {}, { pty: path }, waitingClock);
  if (!made.ok) throw new Error(`${driver}: ${made.error.detail}`);
}
console.log('standing');
