import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type HidBed, hidBed } from './hid_bed/plug.ts';
import { HID_MODELS, type HidModel } from './hid_models.ts';
import { type HidRig, openAgain, startHidRig, startReadyHidRig } from './hid_rig.ts';
import { pause, until } from './rig.ts';

function model(driver: string, options: Record<string, unknown> = {}): HidModel {
  const found = HID_MODELS.find((one) => one.driver === driver);
  if (found === undefined) throw new Error(`no model ${driver}`);
  return { ...found, options: { ...found.options, ...options } };
}

let bed: HidBed;
beforeEach(async () => {
  bed = await hidBed();
});
afterEach(() => bed.close());

/** Opens the device as a program that dies would have it, sends one report, and is gone. */
async function dyingHost(rig: HidRig, report: readonly number[]): Promise<void> {
  const host = await rig.plug.openHost();
  if (!host.ok) throw new Error(host.error.detail);
  await host.value.write(Uint8Array.from(report));
  await host.value.close();
}

describe('a gate behind a relay board', () => {
  const relay = model('dcttech-relay', { pulseMs: 600 });
  const RELAY_1_ON = [0, 0xff, 1, 0, 0, 0, 0, 0, 0];
  const RELAY_2_ON = [0, 0xff, 2, 0, 0, 0, 0, 0, 0];

  it('left on by a host that died is off before it is called ready; the other relays are left alone', async () => {
    const rig = await startReadyHidRig(bed, relay);
    await rig.device.close();
    await dyingHost(rig, RELAY_1_ON);
    await dyingHost(rig, RELAY_2_ON);
    await until('both are on', () => rig.seen().relays === 3);
    const again = openAgain(bed, relay, 'again');
    const released: unknown[] = [];
    again.onHealth(({ state }) => state === 'ready' && released.push(rig.seen().released));
    await until('it is ready', () => again.health().state === 'ready');
    expect(released).toEqual([false]);
    expect(rig.seen().relays).toBe(2);
    expect(again.health()).toMatchObject({ serialNumber: 'SIM01', failures: { DEVICE_REFUSED: 1 } });
    await again.close();
    await rig.close();
  });

  it('is let go for one pulse that is read back, refuses a second meanwhile, and never renames the board', async () => {
    const rig = await startReadyHidRig(bed, relay);
    expect(rig.seen()).toMatchObject({ writes: 0 });
    const first = rig.lane.gate?.release();
    await until('the door is let go', () => rig.seen().released === true);
    expect(await rig.lane.gate?.release()).toMatchObject({ ok: false, error: { code: 'DEVICE_REFUSED' } });
    expect((await first)?.ok).toBe(true);
    expect(rig.seen()).toMatchObject({ released: false, pulses: 1, writes: 2, renamed: 0 });
    expect(rig.health().wear).toMatchObject({ releases: 1 });
    expect(await rig.lane.selfTest('dcttech-relay')).toMatchObject([{ ok: true }, { ok: true }]);
    expect(rig.seen()).toMatchObject({ writes: 2 });
    await rig.close();
  });

  it('answers when the process of the native code is killed in the middle, and is off before it is ready again', async () => {
    const rig = await startReadyHidRig(bed, relay);
    const release = rig.lane.gate?.release();
    await until('the door is let go', () => rig.seen().released === true);
    const pid = bed.hosts.pid('hid');
    if (pid === null) throw new Error('no process');
    process.kill(pid, 'SIGKILL');
    expect(await release).toMatchObject({ ok: false });
    const released: unknown[] = [];
    rig.device.onHealth(({ state }) => state === 'ready' && released.push(rig.seen().released));
    await until('it is ready again', () => released.length > 0);
    expect(released).toEqual([false]);
    expect((await rig.lane.gate?.release())?.ok).toBe(true);
    await rig.close();
  });

  it('answers when it is lost in the middle, and when it is asked while lost', async () => {
    const rig = await startReadyHidRig(bed, relay);
    const release = rig.lane.gate?.release();
    await until('the door is let go', () => rig.seen().released === true);
    await rig.plug.unplug();
    expect(await release).toMatchObject({ ok: false, error: { code: 'DEVICE_UNPLUGGED' } });
    await until('it is lost', () => rig.health().state === 'lost');
    expect(await rig.lane.gate?.release()).toMatchObject({ ok: false, error: { code: 'DEVICE_UNPLUGGED' } });
    await rig.close();
  });

  it('is off when the booth is closed in the middle', async () => {
    const rig = await startReadyHidRig(bed, relay);
    const release = rig.lane.gate?.release();
    await until('the door is let go', () => rig.seen().released === true);
    await rig.device.close();
    expect(await release).toMatchObject({ ok: false, error: { code: 'DEVICE_UNPLUGGED' } });
    await until('the relay is off', () => rig.seen().released === false);
    await rig.close();
  });

  it('of another name than the settings say is refused', async () => {
    const rig = await startHidRig(bed, relay);
    const other = openAgain(bed, model('dcttech-relay', { boardId: 'EAST1' }), 'other');
    await rig.device.close();
    await until('it is refused', () => other.health().problem?.code === 'DEVICE_WRONG');
    await other.close();
    await rig.close();
  });

  it('two boards are refused, not guessed', async () => {
    const rig = await startReadyHidRig(bed, relay);
    const twin = await bed.plug(relay.description);
    const another = openAgain(bed, relay, 'another');
    await until('it is refused', () => another.health().problem?.code === 'DEVICE_REFUSED');
    await another.close();
    await twin.close();
    await rig.close();
  });

  it('a board without any name is not taken for it', async () => {
    const { product: _none, ...nameless } = relay.description;
    const rig = await startHidRig(bed, { ...relay, description: nameless });
    await until('it was looked for', () => rig.health().problem?.code === 'DEVICE_ABSENT');
    await pause(600);
    expect([rig.health().state, rig.seen().writes]).toEqual(['absent', 0]);
    await rig.close();
  });
});

describe('a blink(1)', () => {
  it('goes dark by itself when its host dies, and not while it lives', async () => {
    const rig = await startReadyHidRig(bed, model('blink1'));
    await rig.lane.signalLight?.show('PASS');
    await pause(1500);
    expect(rig.seen()).toMatchObject({ colour: '#00ff00', expired: 0 });
    // Everything that lives on this machine stands still: nobody says goodbye.
    const pid = bed.hosts.pid('hid');
    if (pid === null) throw new Error('no host');
    process.kill(pid, 'SIGSTOP');
    await until('it is dark', () => rig.seen().colour === '#000000');
    expect(rig.seen()).toMatchObject({ expired: 1 });
    process.kill(pid, 'SIGCONT');
    await until('it shows again what it should', () => rig.seen().colour === '#00ff00', 15_000);
    await rig.close();
  });

  it('shows again what it showed when it is plugged in again', async () => {
    const rig = await startReadyHidRig(bed, model('blink1'));
    await rig.lane.signalLight?.show('CALL_OFFICER');
    expect(rig.seen().colour).toBe('#ffffff');
    await rig.plug.unplug();
    expect(rig.seen().colour).toBe('#000000');
    await rig.plug.replug(30);
    await until('it shows it again', () => rig.seen().colour === '#ffffff');
    expect(rig.health().firmware).toBe('2.6');
    expect(await rig.lane.selfTest('blink1')).toMatchObject([{ ok: true }, { step: 'watchdog', ok: true }]);
    await rig.close();
  });
});

describe('a hand scanner', () => {
  it('of Honeywell is switched to reports only where the settings say so', async () => {
    const plain = await startReadyHidRig(bed, model('hid-pos-scanner'));
    expect(plain.seen().switched).toBe(false);
    await plain.close();
    const told = await startReadyHidRig(bed, model('hid-pos-scanner', { switchDelivery: true }), 40);
    expect(told.seen().switched).toBe(true);
    told.act({ act: 'scan', text: `M1${'X'.repeat(150)}`, symbology: 'AZTEC' });
    await until('the code is read', () => told.reads().length === 1);
    expect(told.events.filter(({ kind }) => kind === 'scan')).toMatchObject([
      { text: `M1${'X'.repeat(150)}`, symbology: 'AZTEC' },
    ]);
    await told.close();
  });
});
