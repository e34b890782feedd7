import type { Protocol, WireMessage } from '../../../native/codec/protocol.ts';
import { fingerPicture } from '../../../native/simulator/finger_picture.ts';

/** A boarding pass of nobody, in the form of IATA Resolution 792. */
const CODE =
  'M1TRAN/LINH           EABC123 HANSGNVN 0123 001Y012A0001 147>1180      B                29738        0 VN 123456789';
const SCAN = { type: 'scan', text: CODE };

/** What carries the load where there is no simulator to listen to: the pictures and codes between the collected frames. */
const LOADS: Readonly<Record<string, () => readonly object[]>> = {
  'gm65-zonebit': () => [SCAN, SCAN],
  'honeywell-menu': () => [SCAN, SCAN],
  'newland-ucs': () => [SCAN, SCAN],
  'zebra-ssi': () => [
    { type: 'packet', opcode: 0xf3, status: 0, data: [0x11, ...Buffer.from(CODE, 'latin1')] },
    { type: 'packet', opcode: 0xd0, status: 0, data: [] },
  ],
  'secugen-fms': () => [
    { type: 'GET_IMAGE', command: 0x43, first: 0, second: 0, error: 0, data: fingerPicture(7, 300, 400, 500) },
  ],
  gt521f: () => [{ type: 'data', device: 1, parameter: 0, code: 0, data: fingerPicture(7, 258, 202, 450) }],
};

/** The frames of this protocol's load, as the device sends them; none for one that says statuses only. */
export function madeTraffic(protocol: Protocol): readonly Uint8Array[] {
  const load = LOADS[protocol.name]?.() ?? [];
  return load.map((message) => protocol.encode('device-to-host', message as WireMessage));
}
