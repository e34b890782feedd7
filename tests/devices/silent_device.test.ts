import { describe, expect, it } from 'vitest';
import { ANNA, proveReading, startReadyRig, startRig, until, WORKING_AGAIN_MS } from './rig.ts';

const QUICK = { responseTimeoutMs: 200, heartbeatMs: 200 };

describe('elyctis-idbox: silent', () => {
  it('is found out by its missing heartbeats though the port looks healthy, and comes back', async () => {
    const rig = await startReadyRig('elyctis-idbox', QUICK);
    rig.lane.order({ silent: true });
    await until('the silence is noticed', () => rig.health().state === 'lost');
    expect(rig.health().problem?.code).toBe('DEVICE_SILENT');
    rig.lane.order({});
    await until('the reader is ready again', () => rig.health().state === 'ready', WORKING_AGAIN_MS);
    await proveReading(rig, ANNA);
    expect(rig.reads()).toEqual([ANNA]);
    await rig.close();
  });

  it('never becomes ready when it was silent from the start', async () => {
    const rig = await startRig('elyctis-idbox', QUICK);
    rig.lane.order({ silent: true });
    await until('the silence is noticed', () => rig.health().state === 'failed');
    expect(rig.health().problem?.code).toBe('DEVICE_SILENT');
    expect(rig.events.some((event) => event.kind === 'health' && event.health.state === 'ready')).toBe(false);
    await rig.close();
  });
});

describe('framed-mrz: silent', () => {
  it('stays ready, for a one-way reader is silent until a document comes, and reads when it speaks', async () => {
    const rig = await startReadyRig('framed-mrz');
    rig.lane.order({ silent: true });
    rig.lane.layDocument(ANNA);
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect([rig.health().state, rig.reads()]).toEqual(['ready', []]);
    rig.lane.order({});
    await proveReading(rig, ANNA);
    expect(rig.reads()).toEqual([ANNA]);
    await rig.close();
  });
});
