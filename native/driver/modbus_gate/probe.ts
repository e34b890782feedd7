import type { Clock } from '../../../core/ports/clock.ts';
import { modbusRtuProtocol } from '../../codec/modbus_rtu.ts';
import { encodeModbus } from '../../codec/modbus_rtu_encode.ts';
import type { Transport } from '../../transport/transport.ts';

const PROBE_LIMIT_MS = 300;
const UNIT = 1;

/** Reads one input of unit 1, which changes nothing; any answer with a right check will do, an exception too. */
export async function probeModbus(transport: Transport, clock: Clock): Promise<string | null> {
  const stream = modbusRtuProtocol.stream('device-to-host');
  const answer = new Promise<string | null>((resolve) => {
    const cancel = clock.after(PROBE_LIMIT_MS, () => finish(null));
    const release = transport.onBytes((bytes) => {
      const items = stream.push(bytes);
      if (items.some((item) => item.kind === 'frame')) finish(`Modbus RTU, unit ${UNIT}`);
    });
    const finish = (found: string | null): void => {
      cancel();
      release();
      resolve(found);
    };
  });
  await transport.write(encodeModbus({ type: 'read', unit: UNIT, table: 'inputs', address: 0, count: 1 }));
  return answer;
}
