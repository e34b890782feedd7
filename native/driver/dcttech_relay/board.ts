import { err, ok, type Result } from '../../../core/domain/result.ts';
import type { DeviceProblem } from '../../../core/ports/device.ts';
import { dcttechHidRelayProtocol, type RelayState } from '../../codec/dcttech_hid_relay.ts';
import type { HidTransport } from '../../transport/transport.ts';

const STATE_BYTES = 8;

/** What a relay board can be asked and told. */
export interface RelayBoard {
  /** Its name and which relays are on. DEVICE_FRAME: it gave something else, twice. */
  state(): Promise<Result<RelayState, DeviceProblem>>;
  set(relay: number, on: boolean): Promise<Result<void, DeviceProblem>>;
  /** The report that switches a relay off. */
  off(relay: number): Uint8Array;
}

/**
 * A board behind its reports. Linux gives the state under the number 1, Windows under 0, and boards heed neither: the number
 * that worked last is asked for first. `onSpoilt` hears of each report that was none.
 */
export function relayBoard(transport: HidTransport, onSpoilt: () => void): RelayBoard {
  let ids: readonly [number, number] = [1, 0];

  const report = async (): Promise<Result<Uint8Array, DeviceProblem>> => {
    const [first, second] = ids;
    const got = await transport.getFeature(first, STATE_BYTES);
    if (got.ok || got.error.code === 'DEVICE_UNPLUGGED') return got;
    const other = await transport.getFeature(second, STATE_BYTES);
    if (other.ok) ids = [second, first];
    return other;
  };
  const once = async (): Promise<Result<RelayState, DeviceProblem>> => {
    const got = await report();
    if (!got.ok) return got;
    const read = dcttechHidRelayProtocol.decode('device-to-host', got.value);
    if (read.ok && read.value.type === 'state') return ok(read.value);
    onSpoilt();
    return err({ code: 'DEVICE_FRAME', detail: `${got.value.length} bytes that are no state of a relay board` });
  };

  return {
    state: async () => {
      const read = await once();
      return !read.ok && read.error.code === 'DEVICE_FRAME' ? once() : read;
    },
    set: (relay, on) => transport.write(on ? order('relay-on', relay) : order('relay-off', relay)),
    off: (relay) => order('relay-off', relay),
  };
}

function order(type: 'relay-on' | 'relay-off', relay: number): Uint8Array {
  return dcttechHidRelayProtocol.encode('host-to-device', { type, relay });
}
