import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { PLAIN_DESCRIPTOR } from './hid_bed/description.ts';
import { hidBed } from './hid_bed/plug.ts';
import { openHandles, until } from './rig.ts';

/** BOOTH_CYCLES=1000 makes it as many as the figure in docs/devices.md asks for. */
const CYCLES = Number(process.env.BOOTH_CYCLES ?? 60);

const residentKiB = (pid: number): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
const handlesOf = (pid: number): number => readdirSync(`/proc/${pid}/fd`).length;

describe('a HID device that is unplugged and plugged in again and again', () => {
  it('leaves no handle and no memory behind, in the booth or in the process of its library', async () => {
    const bed = await hidBed();
    const plug = await bed.plug({ vendorId: '1209', productId: '0001', reportDescriptor: PLAIN_DESCRIPTOR });
    const cycle = async (time: number): Promise<void> => {
      const host = await plug.openHost();
      if (!host.ok) throw new Error(host.error.detail);
      let lost = false;
      host.value.onLost(() => {
        lost = true;
      });
      expect(await host.value.write(Uint8Array.of(0, time & 0xff))).toMatchObject({ ok: true });
      await plug.unplug();
      await until('the loss is told', () => lost);
      await host.value.close();
      await plug.replug(time % 4);
    };
    for (let time = 0; time < 10; time += 1) await cycle(time);
    const pid = bed.hosts.pid('hid') ?? 0;
    const before = { here: await openHandles(), there: handlesOf(pid), memory: residentKiB(pid) };
    for (let time = 0; time < CYCLES; time += 1) await cycle(time);
    expect(bed.hosts.pid('hid')).toBe(pid);
    expect(bed.held()).toBe(0);
    expect(await openHandles()).toBeLessThanOrEqual(before.here + 1);
    expect(handlesOf(pid)).toBeLessThanOrEqual(before.there + 1);
    expect(residentKiB(pid) - before.memory).toBeLessThan(24 * 1024);
    await bed.close();
  }, 600_000);
});
