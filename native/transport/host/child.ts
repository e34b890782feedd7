import { err } from '../../../core/domain/result.ts';
import { systemClock, waitingClock } from '../../../core/system_ports.ts';
import { LINE_9600_8N1 } from '../transport.ts';
import type { HostRequest, Library } from './host_message.ts';
import { type ServedLibrary, serving } from './serving.ts';

/**
 * The process that holds one native library, named by its first argument; it loads no other. It is started by `host.ts`,
 * speaks with the booth only, and ends when the booth ends.
 */
const LOAD: Readonly<Record<Library, () => Promise<ServedLibrary>>> = {
  serial: async () => {
    const { openSerial } = await import('../serial.ts');
    const { listSerialPorts } = await import('../serial_ports.ts');
    return { list: listSerialPorts, open: (path, line) => openSerial(path, line ?? LINE_9600_8N1, systemClock) };
  },
  hid: async () => {
    const { openHid } = await import('../hid.ts');
    const { listHidDevices } = await import('../hid_devices.ts');
    return { list: listHidDevices, open: (path) => openHid(path, systemClock) };
  },
  pcsc: async () => {
    const { listPcscReaders, openPcsc } = await import('../pcsc.ts');
    return { list: listPcscReaders, open: (path) => openPcsc(path, systemClock) };
  },
};

/** Stands in for a library that does not load here. */
function unusable(error: unknown): ServedLibrary {
  const detail = error instanceof Error ? error.message : 'the native library does not load';
  const refuse = async () => err({ code: 'DEVICE_UNSUPPORTED', detail } as const);
  return { list: refuse, open: refuse };
}

const library = LOAD[process.argv[2] as Library]().catch(unusable);
const served = library.then((one) =>
  serving(one, waitingClock, (reply) => process.send?.(reply, undefined, {}, () => {})),
);
process.on('message', (request) => void served.then((serve) => serve.take(request as HostRequest)));
/** A device that does not take its last words must not keep this process. */
const END_LIMIT_MS = 2000;
process.on('disconnect', () => {
  waitingClock.after(END_LIMIT_MS, () => process.exit(0));
  void served.then((serve) => serve.end()).finally(() => process.exit(0));
});
// A terminal's and a service manager's signals reach this process too; the booth ends it when it has closed its devices.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {});
