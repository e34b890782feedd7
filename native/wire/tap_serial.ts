import type { Clock } from '../../core/ports/clock.ts';
import type { Protocol, WireDirection, WireMessage } from '../codec/protocol.ts';
import { type StreamItem, timedDecoder } from '../codec/stream.ts';
import type { Transport } from '../transport/transport.ts';
import type { WireLog } from './device_wire.ts';

/** Listens to a serial connection both ways. What it hears is decoded apart from the driver, so that it cannot disturb it. */
export function tapSerial(transport: Transport, protocol: Protocol, log: WireLog, clock: Clock): Transport {
  const decoder = (direction: WireDirection) => {
    const onBug = () => log.garbage(direction, 0, 'DEVICE_UNSUPPORTED');
    // Guarded by itself too: what falls silent in mid-frame is told from a timer, where nobody catches.
    const told = careful((item: StreamItem<WireMessage>) => {
      if (item.kind === 'garbage') log.garbage(direction, item.bytes, 'DEVICE_FRAME');
      else log.frame(protocol, direction, item.message);
    }, onBug);
    const timed = timedDecoder(protocol.stream(direction), clock, protocol.interByteMs, told);
    return { push: careful(timed.push, onBug), stop: timed.stop };
  };
  const down = decoder('host-to-device');
  const up = decoder('device-to-host');
  log.opened();
  return {
    path: transport.path,
    lastWords: (bytes) => transport.lastWords?.(bytes),
    write: (bytes) => {
      down.push(bytes);
      return transport.write(bytes);
    },
    onBytes: (listener) =>
      transport.onBytes((bytes) => {
        log.heard(bytes.length);
        // Before the driver: its answer stands behind the question it answers.
        up.push(bytes);
        listener(bytes);
      }),
    onLost: (listener) =>
      transport.onLost((problem) => {
        log.lost(problem.code);
        listener(problem);
      }),
    close: async () => {
      down.stop();
      up.stop();
      await transport.close();
    },
  };
}

/** A bug in what shows frames must not stop the device: it shows nothing more of this connection instead. */
export function careful<Heard>(take: (heard: Heard) => void, onBug: () => void): (heard: Heard) => void {
  let blind = false;
  return (heard) => {
    if (blind) return;
    try {
      take(heard);
    } catch {
      blind = true;
      onBug();
    }
  };
}
