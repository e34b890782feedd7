import { systemIds, waitingClock } from '../../../core/system_ports.ts';
import { devicesOf, openOne } from '../../../native/devices.ts';
import { simulatorFor } from '../../../native/simulator/catalogue.ts';
import { loopbackPlug } from '../../../native/simulator/loopback.ts';
import { LINE_9600_8N1, type Transport } from '../../../native/transport/transport.ts';
import type { Model } from '../../devices/models.ts';
import { holds, PROOFS } from '../../devices/proof.ts';
import { pause, type Rig } from '../../devices/rig.ts';

/** Work between two proofs, in which the line carries heartbeats and statuses alone. */
const IDLE_MS = 400;
const PROOFS_RECORDED = 3;

/** What a device says while it is connected, stands idle and does its work three times: documents, images and statuses as they mix. */
export async function recordedTraffic({ driver, options, prove }: Model): Promise<Uint8Array> {
  const simulator = simulatorFor(driver, waitingClock, options ?? {});
  if (simulator?.link !== 'serial') throw new Error(`no serial simulator for ${driver}`);
  const said: Uint8Array[] = [];
  const plug = loopbackPlug(driver);
  plug.onDeviceEnd((end) => (end === null ? simulator.detach() : simulator.attach(tapped(end, said))));
  const settings = { driver, name: driver, path: driver, options: options ?? {} };
  const device = openOne(
    settings,
    { clock: waitingClock, ids: systemIds },
    { open: (bound) => plug.openHost(bound.lines?.[0] ?? LINE_9600_8N1), folders: [] },
  );
  await holds(() => device.health().state === 'ready', 5000);
  const reads: (readonly string[])[] = [];
  device.onEvent((event) => {
    if (event.kind === 'read') reads.push(event.lines);
    if (event.kind === 'scan') reads.push([event.text]);
  });
  const rig = {
    ...simulator,
    driver,
    device,
    plug,
    lane: devicesOf([device]),
    events: [],
    health: device.health,
    reads: () => reads,
    garbage: () => 0,
    close: async () => {},
  } satisfies Rig;
  const work = prove ?? PROOFS[device.health().kind as keyof typeof PROOFS];
  for (let turn = 0; turn < PROOFS_RECORDED; turn += 1) {
    if (!(await work(rig, 5000))) throw new Error(`${driver} did not work`);
    await pause(IDLE_MS);
  }
  await device.close();
  await plug.close();
  simulator.detach();
  return new Uint8Array(Buffer.concat(said));
}

function tapped(end: Transport, said: Uint8Array[]): Transport {
  return {
    ...end,
    write: (bytes) => {
      said.push(Uint8Array.from(bytes));
      return end.write(bytes);
    },
  };
}
