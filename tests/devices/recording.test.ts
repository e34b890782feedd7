import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import documents from '../../resources/demo/documents.json' with { type: 'json' };
import { READER, type TechnicianLane, technicianLane } from './technician_lane.ts';

let lane: TechnicianLane | null = null;
afterEach(async () => {
  await lane?.stop();
  await lane?.remove();
  lane = null;
});

const lines = documents.find((one) => one.id === 'foreigner')?.lines ?? [];
const isReady = (view: { devices: readonly { state: string }[] }) => view.devices[0]?.state === 'ready';

/** A recording of a reader that reads one document, and the lane it was made at. */
async function recorded(): Promise<{ lane: TechnicianLane; recording: string; file: string }> {
  const made = await technicianLane([READER]);
  lane = made;
  await made.sees(isReady);
  const { recording } = await made.technician.technician.startRecording({ device: 'reader' });
  await made.sees((view) => isReady(view) && (view.recordings[0]?.entries ?? 0) >= 4);
  made.devices.hands('reader')?.act({ act: 'lay', lines });
  await made.sees((view) => (view.devices[0]?.reads ?? 0) > 0);
  const entries = made.sees((view) => (view.recordings[0]?.entries ?? 0) >= 10);
  await entries;
  await made.technician.technician.stopRecording({ recording });
  return { lane: made, recording, file: join(made.directory, 'recordings', `${recording}.jsonl`) };
}

describe('a recording', () => {
  it('begins where a session does, holds no traveller, and the driver says the same again', async () => {
    const { lane: made, recording, file } = await recorded();
    const text = await readFile(file, 'utf8');
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    const hex = [...text.matchAll(/"hex":"([0-9a-f]+)"/g)].map(([, one]) =>
      Buffer.from(one ?? '', 'hex').toString('latin1'),
    );
    for (const secret of [...lines, 'TESTER', '12AB34567']) {
      expect(text).not.toContain(secret);
      expect(hex.join('')).not.toContain(secret);
    }
    expect(hex.join('')).toContain('XXXXXXXX');
    const verdict = await made.technician.technician.replay({ recording });
    expect(verdict).toMatchObject({ same: true, differsAt: null, expected: null, said: null });
    expect(verdict.sent).toBeGreaterThanOrEqual(4);
    expect(verdict.heard).toBeGreaterThanOrEqual(4);
  });

  it('shows where the driver says something else, or nothing', async () => {
    const { lane: made, recording, file } = await recorded();
    const text = (await readFile(file, 'utf8')).split('\n');
    const arm = text.findIndex((line) => line.includes('host-to-device') && line.includes('"43000101"'));
    expect(arm).toBeGreaterThan(0);
    const off = text.map((line, at) => (at === arm ? line.replace('43000101', '43000100') : line));
    await writeFile(file, off.join('\n'));
    const other = await made.technician.technician.replay({ recording });
    expect(other).toMatchObject({
      same: false,
      differsAt: arm - 1,
      expected: 'continuous on=false',
      said: 'continuous on=true',
    });
    const longer = [...text.slice(0, arm), text[arm], text[arm], text[arm], ...text.slice(arm + 1)];
    await writeFile(file, longer.join('\n'));
    expect((await made.technician.technician.replay({ recording })).same).toBe(false);
  });

  it('is unknown once its file is gone or is none', async () => {
    const { lane: made, recording, file } = await recorded();
    await writeFile(file, 'not a recording\n');
    await expect(made.technician.technician.replay({ recording })).rejects.toMatchObject({ code: 'NO_SUCH_RECORDING' });
    const unknown = '00000000-0000-4000-8000-000000000000';
    await expect(made.technician.technician.replay({ recording: unknown })).rejects.toMatchObject({
      code: 'NO_SUCH_RECORDING',
    });
  });

  it('makes room: the oldest of more than twenty is deleted', async () => {
    const made = await technicianLane([READER]);
    lane = made;
    await made.sees(isReady);
    const ids: string[] = [];
    for (let turn = 0; turn < 22; turn += 1) {
      const { recording } = await made.technician.technician.startRecording({ device: 'reader' });
      ids.push(recording);
      await made.technician.technician.stopRecording({ recording });
    }
    const kept = await readdir(join(made.directory, 'recordings'));
    expect(kept.sort()).toEqual(
      ids
        .slice(-20)
        .map((id) => `${id}.jsonl`)
        .sort(),
    );
    const view = await made.sees(() => true);
    expect(view.recordings.map(({ id }) => id)).toEqual(ids.slice(-20).reverse());
  });

  it('of a HID device, reports asked for included, is played as well', async () => {
    const made = await technicianLane([{ driver: 'dcttech-relay', name: 'hid', simulated: true }]);
    lane = made;
    await made.sees(isReady);
    const { recording } = await made.technician.technician.startRecording({ device: 'hid' });
    await made.sees((view) => isReady(view) && (view.recordings[0]?.entries ?? 0) >= 6);
    await made.technician.technician.stopRecording({ recording });
    const verdict = await made.technician.technician.replay({ recording });
    expect(verdict).toMatchObject({ same: true, differsAt: null });
    expect(verdict.sent + verdict.heard).toBeGreaterThanOrEqual(6);
  });

  it('does not begin under an open clearance: the device would leave its step', async () => {
    const made = await technicianLane([READER]);
    lane = made;
    await made.sees(isReady);
    await made.officer.session.signIn({ number: '0412', pin: '246810', direction: 'ARRIVAL', shift: '1' });
    made.devices.hands('reader')?.act({ act: 'lay', lines });
    await made.sees((view) => view.clearanceOpen);
    await expect(made.technician.technician.startRecording({ device: 'reader' })).rejects.toMatchObject({
      code: 'CLEARANCE_OPEN',
    });
  });
});
