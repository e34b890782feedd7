import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemIds, waitingClock } from '../../core/system_ports.ts';
import { devicesOf, openOne } from '../../native/devices.ts';
import { locatePcsc } from '../../native/discovery/locate_pcsc.ts';
import type { DeviceEvent, SupervisedDevice } from '../../native/supervision/supervisor.ts';
import { type DeviceHosts, deviceHosts } from '../../native/transport/host/hosts.ts';
import { type PcscBed, pcscBed, whyNoPcsc } from './pcsc_bed/bed.ts';
import { pause, until } from './rig.ts';

const SELECT = '00a4040c07a0000002471001';
const missing = whyNoPcsc();
if (missing !== null) console.log(`NOT RUN: the chip reader against a real pcscd: ${missing}`);

const hex = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'hex'));

describe.runIf(missing === null)('a chip reader under a real PC/SC service', () => {
  let bed: PcscBed;
  let hosts: DeviceHosts;
  let device: SupervisedDevice;
  let events: DeviceEvent[];

  beforeEach(async () => {
    bed = await pcscBed();
    hosts = deviceHosts(waitingClock);
    const settings = { driver: 'pcsc-reader', name: 'chip', path: '* 00 00', options: { responseTimeoutMs: 1500 } };
    const open = async () => {
      const path = await locatePcsc(settings.path, hosts.listPcscReaders);
      return path.ok ? hosts.openPcsc(path.value) : path;
    };
    device = openOne(settings, { clock: waitingClock, ids: systemIds }, { open, folders: [] });
    events = [];
    device.onEvent((event) => events.push(event));
    await ready();
  });
  afterEach(async () => {
    await device.close();
    await hosts.close();
    await bed.close();
  });

  const ready = (): Promise<void> => until('the reader is ready', () => device.health().state === 'ready', 12_000);
  const port = () => {
    const reader = devicesOf([device]).chipReader;
    if (reader === null) throw new Error('no chip reader');
    return reader;
  };
  const laid = async (): Promise<void> => {
    bed.chip.lay();
    await until('the chip is seen', () => port().present() === true);
  };
  const opened = async () => {
    const way = await port().open();
    if (!way.ok) throw new Error(way.error.detail);
    return way.value;
  };

  it('tells when a chip comes and goes', async () => {
    expect(port().present()).toBe(false);
    expect(await port().open()).toMatchObject({ ok: false, error: { code: 'DEVICE_ABSENT' } });
    await laid();
    bed.chip.takeAway();
    await until('it is gone', () => port().present() === false);
    expect(events.flatMap((event) => (event.kind === 'chip' ? [event.present] : []))).toEqual([true, false]);
    const [came] = events.filter((event) => event.kind === 'chip');
    expect(came).toMatchObject({ atr: hex('3b888001515541592d43484970') });
  });

  it('carries commands and answers, short and long, and resets the chip before and after', async () => {
    await laid();
    const before = bed.chip.resets();
    const way = await opened();
    expect(bed.chip.resets()).toBe(before + 1);
    expect(await way.transmit(hex(SELECT))).toEqual({ ok: true, value: hex('9000') });
    const long = `${'5a'.repeat(2000)}9000`;
    bed.chip.answer(long);
    expect(await way.transmit(hex('00b00000000000'))).toEqual({ ok: true, value: hex(long) });
    bed.chip.answer('6a82');
    expect(await way.transmit(hex('00a4020c02011e'))).toEqual({ ok: true, value: hex('6a82') });
    await way.end();
    await until('it is reset', () => bed.chip.resets() === before + 2);
    expect(bed.chip.commands).toEqual([SELECT, '00b00000000000', '00a4020c02011e']);
    expect(await way.transmit(hex(SELECT))).toMatchObject({ error: { code: 'DEVICE_UNPLUGGED' } });
  });

  it('is read by one at a time', async () => {
    await laid();
    const way = await opened();
    expect(await port().open()).toMatchObject({ error: { code: 'DEVICE_BUSY_ELSEWHERE' } });
    const other = deviceHosts(waitingClock);
    const second = await other.openPcsc(bed.slots[0]);
    if (!second.ok) throw new Error(second.error.detail);
    let seen = false;
    second.value.onChip((atr) => {
      seen = atr !== null;
    });
    await until('the other program sees the chip', () => seen);
    expect(await second.value.openChip()).toMatchObject({ error: { code: 'DEVICE_BUSY_ELSEWHERE' } });
    await other.close();
    await way.end();
    await (await opened()).end();
  });

  it('says that the chip was torn away in mid-command, and reads the next one', async () => {
    await laid();
    const way = await opened();
    bed.chip.silent(true);
    const asked = way.transmit(hex('0084000008'));
    await until('the command arrives', () => bed.chip.commands.length === 1);
    bed.chip.takeAway();
    const answer = await asked;
    expect(answer.ok).toBe(false);
    expect(['DEVICE_UNPLUGGED', 'DEVICE_IO']).toContain(answer.ok ? '' : answer.error.code);
    await way.end();
    bed.chip.silent(false);
    await until('it is gone', () => port().present() === false);
    await laid();
    const next = await opened();
    expect(await next.transmit(hex(SELECT))).toMatchObject({ ok: true });
    await next.end();
    expect(device.health().state).toBe('ready');
  });

  it('counts a chip that does not answer as silent, once', async () => {
    await laid();
    const way = await opened();
    bed.chip.silent(true);
    expect(await way.transmit(hex('0084000008'))).toMatchObject({ error: { code: 'DEVICE_SILENT' } });
    expect(await way.transmit(hex('0084000008'))).toMatchObject({ error: { code: 'DEVICE_SILENT' } });
    expect(device.health().failures.DEVICE_SILENT).toBe(1);
    expect(bed.chip.commands.length).toBe(1);
    bed.chip.takeAway();
    await way.end();
    bed.chip.silent(false);
    await until('it is gone', () => port().present() === false);
    await laid();
    await (await opened()).end();
  });

  it('is lost while the service knows no such reader', async () => {
    await bed.removeReader();
    await bed.killService();
    await until('it is lost', () => device.health().state !== 'ready', 10_000);
    await bed.startService();
    await until('the reader is missed', () => device.health().state === 'lost', 10_000);
    expect(await hosts.listPcscReaders()).toEqual({ ok: true, value: [] });
    expect(await hosts.openPcsc(bed.slots[0])).toMatchObject({ ok: false, error: { code: 'DEVICE_ABSENT' } });
    expect((await port().open()).ok).toBe(false);
  });

  it('outlives the end of the service and notices its return', async () => {
    await laid();
    await bed.killService();
    await until('the end is named', () => device.health().problem?.code === 'DEVICE_UNSUPPORTED', 10_000);
    expect(device.health().problem?.detail).toContain('pcscd');
    expect(await port().open()).toMatchObject({ ok: false, error: { code: 'DEVICE_UNSUPPORTED' } });
    await bed.startService();
    await ready();
    bed.chip.takeAway();
    await pause(100);
    await laid();
    await (await opened()).end();
  });

  it('tests itself with a document on it', async () => {
    const test = () => device.session()?.selfTest();
    expect((await test())?.map(({ step, ok }) => [step, ok])).toEqual([
      ['reader', true],
      ['chip', false],
    ]);
    await laid();
    expect((await test())?.map(({ step, ok }) => [step, ok])).toEqual([
      ['reader', true],
      ['chip', true],
      ['application', true],
    ]);
    bed.chip.answer('6a82');
    expect((await test())?.at(-1)).toEqual({ step: 'application', ok: false, detail: '6A82' });
    expect(bed.chip.commands).toEqual([SELECT, SELECT]);
  });
});
