import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DeviceProblem } from '../../core/ports/device.ts';
import type { HidDeviceEnd } from '../../native/simulator/hid_cable.ts';
import type { HidTransport } from '../../native/transport/transport.ts';
import { type HidDescription, PLAIN_DESCRIPTOR } from './hid_bed/description.ts';
import { type HidBed, hidBed, type UmockdevPlug } from './hid_bed/plug.ts';
import { until } from './rig.ts';

/** An invented board; 1209:0001 and up are set aside for tests by those who give 1209 out. */
const BOARD: HidDescription = {
  vendorId: '1209',
  productId: '0001',
  product: 'Quay Lamp 2',
  serialNumber: 'L-1',
  reportDescriptor: PLAIN_DESCRIPTOR,
};
/** Input reports with the number 2, 63 bytes. */
const SCANNER: HidDescription = {
  vendorId: '1209',
  productId: '0002',
  product: 'Quay Scan 2',
  reportDescriptor: '058C0902A1018502150026FF00750895 3F09FE8102C0'.replaceAll(' ', ''),
};

let bed: HidBed;
beforeEach(async () => {
  bed = await hidBed();
});
afterEach(() => bed.close());

/** The device's end of a plug. */
function endOf(plug: UmockdevPlug): HidDeviceEnd {
  let found: HidDeviceEnd | null = null;
  plug.onDeviceEnd((end) => {
    found = end;
  });
  if (found === null) throw new Error('not plugged in');
  return found;
}

async function opened(plug: UmockdevPlug): Promise<HidTransport> {
  const host = await plug.openHost();
  if (!host.ok) throw new Error(host.error.detail);
  return host.value;
}

function lossOf(transport: HidTransport): () => DeviceProblem | null {
  let loss: DeviceProblem | null = null;
  transport.onLost((problem) => {
    loss = problem;
  });
  return () => loss;
}

describe('a HID device on hidraw', () => {
  it('gets output reports byte for byte, with their number', async () => {
    const plug = await bed.plug(BOARD);
    const heard: Uint8Array[] = [];
    endOf(plug).onOutput((report) => heard.push(report));
    const transport = await opened(plug);
    const report = Uint8Array.of(0, 0xff, 0x0a, 0x0d, 0x03, 0x11, 0x13, 0x00, 0x7f);
    expect(await transport.write(report)).toEqual({ ok: true, value: undefined });
    await until('the report arrives', () => heard.length === 1);
    expect(heard[0]).toEqual(report);
  });

  it.each([
    ['without numbers', BOARD, 0],
    ['with numbers', SCANNER, 2],
  ])('gives input reports %s one by one, in order, each with its number in front', async (_what, device, id) => {
    const plug = await bed.plug(device);
    const transport = await opened(plug);
    const heard: number[][] = [];
    transport.onReport((report) => heard.push([...report]));
    const sent = Array.from({ length: 20 }, (_, at) => [id, at, 0x0d, 0x0a, 0x03, 0x11, 0x13, 0x00, 0xff]);
    for (const report of sent) await endOf(plug).sendInput(Uint8Array.from(report));
    await until('all reports arrive', () => heard.length === sent.length);
    expect(heard).toEqual(sent);
  });

  it.each([
    ['with their number', false],
    ['without it, as the relay boards do', true],
  ])('gives feature reports %s: they begin with it here', async (_what, featureWithoutId) => {
    const plug = await bed.plug({ ...BOARD, featureWithoutId });
    endOf(plug).onFeature({ set: () => true, get: (id) => Uint8Array.of(id, 0x42, 0x49, 0x54, 0x46, 0x54, 0, 0, 3) });
    const transport = await opened(plug);
    expect(await transport.getFeature(1, 8)).toEqual({
      ok: true,
      value: Uint8Array.of(1, 0x42, 0x49, 0x54, 0x46, 0x54, 0, 0, 3),
    });
  });

  it('takes feature reports, and may refuse them without being lost', async () => {
    const plug = await bed.plug(BOARD);
    const taken: number[][] = [];
    endOf(plug).onFeature({ set: (report) => taken.push([...report]) === 1, get: () => null });
    const transport = await opened(plug);
    expect(await transport.sendFeature(Uint8Array.of(1, 99, 255, 0, 0, 0, 100, 0, 0))).toMatchObject({ ok: true });
    expect(taken).toEqual([[1, 99, 255, 0, 0, 0, 100, 0, 0]]);
    expect(await transport.sendFeature(Uint8Array.of(1, 0))).toMatchObject({ error: { code: 'DEVICE_IO' } });
    expect(await transport.getFeature(1, 8)).toMatchObject({ error: { code: 'DEVICE_IO' } });
    expect(await transport.write(Uint8Array.of(0, 1))).toMatchObject({ ok: true });
  });

  it.each([
    ['at once by the hang-up', false, 500],
    ['by looking after it, where the open handle notices nothing', true, 1500],
  ])('is noticed to be gone %s', async (_how, quietly, limitMs) => {
    const plug = await bed.plug(BOARD);
    const transport = await opened(plug);
    const loss = lossOf(transport);
    await plug.unplug({ quietly });
    await until('the loss is told', () => loss() !== null, limitMs);
    expect(loss()).toMatchObject({ code: 'DEVICE_UNPLUGGED' });
    expect(await transport.write(Uint8Array.of(0, 1))).toMatchObject({
      ok: false,
      error: { code: 'DEVICE_UNPLUGGED' },
    });
    await transport.close();
    expect(await plug.openHost()).toMatchObject({ error: { code: 'DEVICE_ABSENT' } });
  });

  it('comes back under another name', async () => {
    const plug = await bed.plug(BOARD);
    const first = await opened(plug);
    await plug.unplug();
    await first.close();
    await plug.replug(7);
    const found = await bed.hosts.listHidDevices();
    expect(found).toMatchObject({ ok: true, value: [{ path: '/dev/hidraw7', serialNumber: 'L-1' }] });
    const heard: number[][] = [];
    endOf(plug).onOutput((report) => heard.push([...report]));
    expect(await (await opened(plug)).write(Uint8Array.of(0, 5))).toMatchObject({ ok: true });
    await until('it is heard there', () => heard.length === 1);
  });

  it('is opened by one only', async () => {
    const plug = await bed.plug(BOARD);
    const first = await opened(plug);
    expect(await plug.openHost()).toMatchObject({ error: { code: 'DEVICE_BUSY_ELSEWHERE' } });
    await first.close();
    const second = await opened(plug);
    expect(bed.held()).toBe(1);
    await second.close();
    await until('nothing is held', () => bed.held() === 0);
  });
});
