import { describe, expect, it } from 'vitest';
import { MODELS } from './models.ts';
import { startRig, until } from './rig.ts';

// The matrix lets a device fail that had worked; these were wrong from the start.
const SILENCE_IS_A_FAILURE = MODELS.filter(({ silent }) => silent !== 'READY');

describe.each(SILENCE_IS_A_FAILURE)('$driver: from the start', ({ driver, options, silent = 'DEVICE_SILENT' }) => {
  it('silent: is named, and never ready', async () => {
    const rig = await startRig(driver, options);
    const states: string[] = [];
    rig.device.onHealth(({ state }) => states.push(state));
    rig.order({ silent: true });
    await until('the silence is named', () => rig.health().problem?.code === silent);
    expect(states).not.toContain('ready');
    expect(rig.health().state).toBe('failed');
    await rig.close();
  });
});

describe.each(MODELS)('$driver: from the start', ({ driver, options, wrong }) => {
  it('another device: is named, and nothing is read', async () => {
    const rig = await startRig(driver, options);
    rig.order({ wrongDevice: true });
    await until('it is named', () => (wrong ?? ['DEVICE_WRONG']).some((code) => code === rig.health().problem?.code));
    expect(rig.health().state).toBe('failed');
    expect(rig.reads()).toEqual([]);
    await rig.close();
  });
});
