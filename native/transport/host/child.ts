import { err } from '../../../core/domain/result.ts';
import { systemClock } from '../../../core/system_ports.ts';
import { openHid } from '../hid.ts';
import { listHidDevices } from '../hid_devices.ts';
import { openSerial } from '../serial.ts';
import { listSerialPorts } from '../serial_ports.ts';
import { LINE_9600_8N1 } from '../transport.ts';
import type { HostRequest, Library } from './host_message.ts';
import { type ServedLibrary, serving } from './serving.ts';

const NO_PCSC = { code: 'DEVICE_UNSUPPORTED', detail: 'smartcard is not installed' } as const;

/**
 * The process that holds one native library, named by its first argument. It is started by `host.ts`, speaks with the booth
 * only, and ends when the booth ends.
 */
const SERVED: Readonly<Record<Library, ServedLibrary>> = {
  serial: { list: listSerialPorts, open: (path, line) => openSerial(path, line ?? LINE_9600_8N1, systemClock) },
  hid: { list: listHidDevices, open: (path) => openHid(path, systemClock) },
  pcsc: { list: async () => err(NO_PCSC), open: async () => err(NO_PCSC) },
};

const serve = serving(SERVED[process.argv[2] as Library], (reply) => process.send?.(reply, undefined, {}, () => {}));
process.on('message', (request) => serve(request as HostRequest));
process.on('disconnect', () => process.exit(0));
// A terminal's and a service manager's signals reach this process too; the booth ends it when it has closed its devices.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {});
