import type { Protocol, WireDirection } from '../codec/protocol.ts';
import type { HidTransport } from '../transport/transport.ts';
import type { WireLog } from './device_wire.ts';
import { careful } from './tap_serial.ts';

/** Listens to a HID connection both ways, feature reports included; one report is one frame. */
export function tapHid(transport: HidTransport, protocol: Protocol, log: WireLog): HidTransport {
  const shown = (direction: WireDirection, feature?: number) =>
    careful(
      (report: Uint8Array) => {
        const read = protocol.decode(direction, report);
        if (read.ok) log.frame(protocol, direction, read.value, feature);
        else log.garbage(direction, report.length, read.error);
      },
      () => log.garbage(direction, 0, 'DEVICE_UNSUPPORTED'),
    );
  const down = shown('host-to-device');
  const up = shown('device-to-host');
  const arrived = (report: Uint8Array): void => {
    log.heard(report.length);
    up(report);
  };
  log.opened();
  return {
    path: transport.path,
    lastWords: (bytes) => transport.lastWords?.(bytes),
    write: (report) => {
      down(report);
      return transport.write(report);
    },
    onReport: (listener) =>
      transport.onReport((report) => {
        arrived(report);
        listener(report);
      }),
    sendFeature: (report) => {
      down(report);
      return transport.sendFeature(report);
    },
    getFeature: async (id, length) => {
      const report = await transport.getFeature(id, length);
      if (!report.ok) return report;
      log.heard(report.value.length);
      shown('device-to-host', id)(report.value);
      return report;
    },
    onLost: (listener) =>
      transport.onLost((problem) => {
        log.lost(problem.code);
        listener(problem);
      }),
    close: transport.close,
  };
}
