import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import documents from '../../resources/demo/documents.json' with { type: 'json' };
import { ONE_WAY, READER, type TechnicianLane, technicianLane } from './technician_lane.ts';

let lane: TechnicianLane | null = null;
afterEach(async () => {
  await lane?.stop();
  await lane?.remove();
  lane = null;
});

const ready = (name: string) => (view: { devices: readonly { name: string; state: string }[] }) =>
  view.devices.some((device) => device.name === name && device.state === 'ready');
const lines = (id: string) => documents.find((one) => one.id === id)?.lines ?? [];

describe('settings on trial', () => {
  it('keep what did not change running, are kept once the new device was heard, and stand in the file', async () => {
    lane = await technicianLane([READER]);
    await writeFile(join(lane.directory, 'settings.json'), JSON.stringify({ lane: { id: 'B02' }, note: 'mine' }));
    await lane.sees(ready('reader'));
    const since = lane.devices.health()[0]?.since;
    const reader = lane.devices.mrzReader;
    await lane.technician.technician.trySettings({ devices: [READER, ONE_WAY] });
    const view = await lane.sees((now) => now.trial?.waitingFor === 'NOT_HEARD');
    expect(view.trial?.changes).toEqual([{ device: 'second', kind: 'ADDED', path: '', from: null, to: 'framed-mrz' }]);
    await expect(lane.technician.technician.keepTrial()).rejects.toMatchObject({
      code: 'NOT_KEEPABLE',
      data: { waitingFor: 'NOT_HEARD' },
    });
    lane.devices.hands('second')?.act({ act: 'lay', lines: lines('citizen') });
    await lane.sees((now) => now.trial?.waitingFor === null && now.trial.evidence[0]?.reads === 1);
    await lane.technician.technician.keepTrial();
    expect(lane.devices.health()[0]?.since).toBe(since);
    expect(lane.devices.mrzReader).toBe(reader);
    const kept = JSON.parse(await readFile(join(lane.directory, 'settings.json'), 'utf8'));
    expect(kept).toMatchObject({ lane: { id: 'B02' }, note: 'mine', devices: [READER, ONE_WAY] });
    expect((await lane.sees(() => true)).trial).toBeNull();
  });

  it('go back when a person says so, and nothing was written', async () => {
    lane = await technicianLane([READER]);
    await lane.sees(ready('reader'));
    await lane.technician.technician.trySettings({ devices: [ONE_WAY] });
    await lane.sees(ready('second'));
    await expect(lane.technician.technician.trySettings({ devices: [] })).rejects.toMatchObject({
      code: 'TRIAL_UNDER_WAY',
    });
    await lane.technician.technician.extendTrial();
    await expect(lane.technician.technician.extendTrial()).rejects.toMatchObject({ code: 'EXTENDED_ALREADY' });
    await lane.technician.technician.rollBackTrial();
    const view = await lane.sees(ready('reader'));
    expect(view.devices.map(({ name }) => name)).toEqual(['reader']);
    await expect(readFile(join(lane.directory, 'settings.json'))).rejects.toMatchObject({ code: 'ENOENT' });
    await expect(lane.technician.technician.keepTrial()).rejects.toMatchObject({ code: 'NO_TRIAL' });
  });

  it('the ports handed to the lane hear the reader that takes the place of another', async () => {
    lane = await technicianLane([READER]);
    const heard: string[] = [];
    lane.devices.mrzReader?.onEvent((event) => heard.push(event.kind));
    expect(await lane.devices.apply([ONE_WAY])).toEqual({ ok: true, value: undefined });
    await lane.sees(ready('second'));
    lane.devices.hands('second')?.act({ act: 'lay', lines: lines('citizen') });
    await expect.poll(() => heard).toContain('read');
    expect(lane.devices.mrzReader?.name).toBe('second');
    await lane.devices.apply([]);
    expect([lane.devices.mrzReader, lane.devices.health()]).toEqual([null, []]);
  });

  it('are refused whole when one is wrong, and while a clearance is open', async () => {
    lane = await technicianLane([READER]);
    const { technician } = lane.technician;
    const wrong = { ...ONE_WAY, options: { parity: 'mark' } };
    await expect(technician.trySettings({ devices: [READER, wrong] })).rejects.toMatchObject({
      code: 'SETTINGS_WRONG',
      data: { device: 'second', path: 'options.parity' },
    });
    await lane.sees(ready('reader'));
    await lane.officer.session.signIn({ number: '0412', pin: '246810', direction: 'ARRIVAL', shift: '1' });
    lane.devices.hands('reader')?.act({ act: 'lay', lines: lines('foreigner') });
    await lane.sees((view) => view.clearanceOpen);
    await expect(technician.trySettings({ devices: [ONE_WAY] })).rejects.toMatchObject({ code: 'CLEARANCE_OPEN' });
  });

  it('let no clearance begin meanwhile: what is read is evidence only', async () => {
    lane = await technicianLane([READER]);
    await lane.officer.session.signIn({ number: '0412', pin: '246810', direction: 'ARRIVAL', shift: '1' });
    await lane.technician.technician.trySettings({ devices: [ONE_WAY] });
    await lane.sees(ready('second'));
    lane.devices.hands('second')?.act({ act: 'lay', lines: lines('foreigner') });
    const view = await lane.sees((now) => now.trial?.evidence[0]?.reads === 1);
    expect(view.clearanceOpen).toBe(false);
    for await (const seen of await lane.officer.lane.watch()) {
      expect(seen.notice?.code).toBe('DEVICES_ON_TRIAL');
      break;
    }
  });
});
