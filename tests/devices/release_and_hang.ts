import { systemIds, waitingClock } from '../../core/system_ports.ts';
import { devicesOf, openOne } from '../../native/devices.ts';

/**
 * A host to be killed: connects the gate at the port in its first argument with the options in its second, lets go for one
 * passage as soon as it can, and waits.
 */
const [path = '', options = '{}'] = process.argv.slice(2);
const settings = { driver: 'modbus-gate', name: 'gate', path, options: JSON.parse(options) };
const { gate } = devicesOf([openOne(settings, { clock: waitingClock, ids: systemIds }, null)]);
gate?.onEvent((event) => {
  if (event.kind === 'health' && event.health.state === 'ready') void gate.release();
});
