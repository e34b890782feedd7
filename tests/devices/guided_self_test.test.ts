import { createHash } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import type { SelfTestStepView } from '../../contract/technician_view.ts';
import { canonicalJson } from '../../core/domain/canonical_json.ts';
import { ANNA, LINH, pause } from './rig.ts';
import { READER, type TechnicianLane, technicianLane } from './technician_lane.ts';

let lane: TechnicianLane | null = null;
afterEach(async () => {
  await lane?.stop();
  await lane?.remove();
  lane = null;
});

const VIETNAMESE = LINH.map((line) => line.replaceAll('UTO', 'VNM'));

async function closedLane(): Promise<TechnicianLane> {
  const made = await technicianLane([READER]);
  lane = made;
  await made.sees((view) => view.devices[0]?.state === 'ready');
  await expect(made.technician.technician.startSelfTest()).rejects.toMatchObject({ code: 'LANE_IN_SERVICE' });
  await made.technician.technician.setService({ open: false, reason: 'weekly test' });
  await made.technician.technician.startSelfTest();
  return made;
}

const stepIn = (steps: readonly SelfTestStepView[] | undefined, name: string) =>
  steps?.find(({ step }) => step === name);
const waitsForSpecimen = (view: { selfTest: { steps: SelfTestStepView[] } | null }) =>
  stepIn(view.selfTest?.steps, 'guide.specimen')?.result === 'RUNNING';

describe('the guided self test', () => {
  it('asks every device, takes only a specimen of Utopia, and is signed with a digest that the journal holds', async () => {
    const made = await closedLane();
    const { technician } = made.technician;
    await made.sees(waitsForSpecimen);
    await expect(technician.signSelfTest()).rejects.toMatchObject({ code: 'SELF_TEST_UNFINISHED' });
    await expect(technician.startSelfTest()).rejects.toMatchObject({ code: 'SELF_TEST_UNDER_WAY' });
    made.devices.hands('reader')?.act({ act: 'lay', lines: VIETNAMESE });
    const refused = await made.sees((view) => stepIn(view.selfTest?.steps, 'guide.specimen')?.result === 'FAILED');
    expect(stepIn(refused.selfTest?.steps, 'guide.specimen')).toMatchObject({
      reason: 'NOT_A_SPECIMEN',
      measured: null,
    });
    expect(JSON.stringify(refused)).not.toMatch(/TRAN|LINH|B1234567/);
    expect(refused.clearanceOpen).toBe(false);

    made.devices.hands('reader')?.act({ act: 'remove' });
    // No hand is so quick: what the reader saw a moment ago is still on its way.
    await pause(1000);
    await technician.repeatStep();
    await made.sees(waitsForSpecimen);
    made.devices.hands('reader')?.act({ act: 'lay', lines: [...ANNA] });
    const { selfTest } = await made.sees((view) => view.selfTest?.phase === 'FINISHED');
    expect(stepIn(selfTest?.steps, 'guide.specimen')).toMatchObject({
      result: 'PASSED',
      measured: expect.stringMatching(/^2 lines, (\d) of \1 check digits$/),
    });
    expect(selfTest?.steps.map(({ result }) => result).every((result) => result === 'PASSED')).toBe(true);
    expect(stepIn(selfTest?.steps, 'firmware-version')?.measured).toContain('IDBOX');
    expect(JSON.stringify(selfTest)).not.toMatch(/ERIKSSON|L898902C/);

    await technician.signSelfTest();
    const signed = (await made.sees((view) => view.selfTest?.phase === 'SIGNED')).selfTest?.signed;
    const [entry] = await technician.log({ before: null });
    expect(entry).toMatchObject({ event: 'SELF_TEST_SIGNED', by: '0901' });
    expect(entry?.text).toContain(signed?.hash);
    expect(entry?.text).toContain('"good":true');
    const said = { id: selfTest?.id, lane: 'A07', by: '0901', signedBy: '0901', startedAt: selfTest?.startedAt };
    const content = { ...said, signedAt: signed?.at, steps: selfTest?.steps };
    expect(createHash('sha256').update(canonicalJson(content)).digest('hex')).toBe(signed?.hash);
    await expect(technician.signSelfTest()).rejects.toMatchObject({ code: 'NO_SELF_TEST' });
  });

  it('is not good with a step left out, and says which', async () => {
    const made = await closedLane();
    const { technician } = made.technician;
    await made.sees(waitsForSpecimen);
    await technician.skipStep({ reason: 'no specimen at hand' });
    const { selfTest } = await made.sees((view) => view.selfTest?.phase === 'FINISHED');
    expect(stepIn(selfTest?.steps, 'guide.specimen')).toMatchObject({
      result: 'SKIPPED',
      reason: 'no specimen at hand',
    });
    await technician.signSelfTest();
    const [entry] = await technician.log({ before: null });
    expect(entry?.text).toContain('"good":false');
    expect(entry?.text).toContain('"skipped":1');
  });

  it('is broken off by the technician, and by putting the lane back into service', async () => {
    const made = await closedLane();
    const { technician } = made.technician;
    await made.sees(waitsForSpecimen);
    await technician.stopSelfTest();
    expect((await made.sees(() => true)).selfTest?.phase).toBe('STOPPED');
    await expect(technician.skipStep({ reason: 'too late' })).rejects.toMatchObject({ code: 'NO_SELF_TEST' });
    await technician.startSelfTest();
    await made.sees(waitsForSpecimen);
    await technician.setService({ open: true, reason: 'morning' });
    expect((await made.sees(() => true)).selfTest?.phase).toBe('STOPPED');
  });
});

const SCANNER = { driver: 'access-is', name: 'scanner', simulated: true, options: {} };
const FINGER = { driver: 'morphosmart', name: 'finger', simulated: true, options: {} };
const GATE = { driver: 'modbus-gate', name: 'gate', simulated: true, options: {} };
const WATCHED_GATE = { ...GATE, options: { inputs: { doorClosed: { address: 0 } } } };

describe('the guided acts', () => {
  it('a code, a finger and the gate: what a person does is measured, and nothing of it is told', async () => {
    const made = await technicianLane([SCANNER, FINGER, WATCHED_GATE]);
    lane = made;
    const { technician } = made.technician;
    await made.sees((view) => view.devices.every(({ state }) => state === 'ready'));
    made.devices.hands('gate')?.act({ act: 'input', input: 'doorClosed', on: true });
    await expect.poll(() => made.devices.gate?.inputs()?.doorClosed, { timeout: 10_000 }).toBe(true);
    await technician.setService({ open: false, reason: 'weekly test' });
    await technician.startSelfTest();
    const running = (step: string) => made.sees((view) => stepIn(view.selfTest?.steps, step)?.result === 'RUNNING');
    await running('guide.code');
    made.devices.hands('scanner')?.act({ act: 'scan', text: 'M1NGUYEN/THIMAU       EABC123' });
    await running('guide.finger');
    made.devices.hands('finger')?.act({ act: 'finger', seed: 7 });
    await running('guide.gate');
    const closing = made.sees((view) => stepIn(view.selfTest?.steps, 'guide.gate')?.result !== 'RUNNING');
    await pause(400);
    made.devices.hands('gate')?.act({ act: 'input', input: 'doorClosed', on: false });
    await pause(800);
    made.devices.hands('gate')?.act({ act: 'input', input: 'doorClosed', on: true });
    await closing;
    const { selfTest } = await made.sees((view) => view.selfTest?.phase === 'FINISHED');
    expect(stepIn(selfTest?.steps, 'guide.code')).toMatchObject({
      result: 'PASSED',
      measured: expect.stringContaining('29 characters'),
    });
    expect(stepIn(selfTest?.steps, 'guide.finger')).toMatchObject({
      result: 'PASSED',
      measured: expect.stringContaining('500 dpi'),
    });
    expect(stepIn(selfTest?.steps, 'guide.gate')).toMatchObject({
      result: 'PASSED',
      measured: 'DOOR_MOVED',
    });
    expect(JSON.stringify(selfTest)).not.toMatch(/NGUYEN|ABC123/);
    expect(made.devices.hands('gate')?.seen()).toMatchObject({ released: false, writes: 2 });
  });

  it('a gate without a contact is judged by the technician, who has seen it or not', async () => {
    const made = await technicianLane([GATE]);
    lane = made;
    const { technician } = made.technician;
    await made.sees((view) => view.devices.every(({ state }) => state === 'ready'));
    await technician.setService({ open: false, reason: 'weekly test' });
    await technician.startSelfTest();
    const gateIs = (result: string) =>
      made.sees((view) => stepIn(view.selfTest?.steps, 'guide.gate')?.result === result);
    await gateIs('RUNNING');
    await technician.judgeStep({ good: false });
    await gateIs('FAILED');
    await technician.repeatStep();
    await gateIs('RUNNING');
    await technician.judgeStep({ good: true });
    const { selfTest } = await made.sees((view) => view.selfTest?.phase === 'FINISHED');
    expect(stepIn(selfTest?.steps, 'guide.gate')).toMatchObject({
      result: 'PASSED',
      measured: 'SEEN_BY_PERSON',
    });
    expect(made.devices.hands('gate')?.seen()).toMatchObject({ released: false, writes: 4 });
  });
});
