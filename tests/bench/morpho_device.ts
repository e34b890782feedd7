import { waitingClock } from '../../core/system_ports.ts';
import { simulatorFor } from '../../native/simulator/catalogue.ts';
import { connectSimulator } from '../../native/simulator/connect.ts';
import { ptyPlug } from '../../native/simulator/pty.ts';

/** `node morpho_device.ts PATH OPTIONS`: a MorphoSmart with a finger on it, on a pseudo-terminal at PATH, until its input ends. */
const [path = '', options = '{}'] = process.argv.slice(2);
const simulator = simulatorFor('morphosmart', waitingClock, JSON.parse(options));
if (simulator?.link !== 'serial') throw new Error('wrong options');
const plug = await ptyPlug(path, waitingClock);
if (!plug.ok) throw new Error(plug.error.detail);
connectSimulator(simulator, plug.value);
simulator.act({ act: 'finger', seed: 7 });
console.log('ready');
process.stdin.resume();
process.stdin.on('end', async () => {
  await plug.value.close();
  process.exit(0);
});
