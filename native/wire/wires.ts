import type { Clock } from '../../core/ports/clock.ts';
import { protocolFor } from '../codec/catalogue.ts';
import type { DevicePorts, WireTap } from '../devices.ts';
import type { BoundDriver } from '../driver/driver.ts';
import type { AnyTransport, LinkTransports } from '../transport/transport.ts';
import { type WireLog, wireLog } from './device_wire.ts';
import { tapHid } from './tap_hid.ts';
import { tapPcsc } from './tap_pcsc.ts';
import { tapSerial } from './tap_serial.ts';

/** The wires of a lane's devices by name; a wire outlives its connections and changes of settings. */
export interface Wires extends NonNullable<DevicePorts['wires']> {
  log(name: string): WireLog;
}

export function wiresOf(clock: Clock): Wires {
  const logs = new Map<string, WireLog>();
  const log = (name: string): WireLog => {
    const known = logs.get(name) ?? wireLog(clock);
    logs.set(name, known);
    return known;
  };
  return { log, tapOf: (name) => tap(log(name), clock) };
}

function tap(log: WireLog, clock: Clock): WireTap {
  return {
    driver: (driver) => ({
      ...driver,
      connect: (context) =>
        driver.connect({
          ...context,
          emit: (event) => {
            log.note(event);
            context.emit(event);
          },
        }),
    }),
    transport: (driver, transport) => tapped(driver, transport, log, clock),
  };
}

/** Who opens a transport goes by the driver's link, so it is of that kind. */
function tapped(driver: BoundDriver, transport: AnyTransport, log: WireLog, clock: Clock): AnyTransport {
  const protocol = protocolFor(driver.protocol.name, driver.protocol.options);
  if (!protocol.ok) return transport;
  if (driver.link === 'pcsc') return tapPcsc(transport as LinkTransports['pcsc'], protocol.value, log);
  if (driver.link === 'hid') return tapHid(transport as LinkTransports['hid'], protocol.value, log);
  return tapSerial(transport as LinkTransports['serial'], protocol.value, log, clock);
}
