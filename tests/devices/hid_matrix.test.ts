import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type HidBed, hidBed } from './hid_bed/plug.ts';
import { HID_MODELS } from './hid_models.ts';
import { freshNode, type HidRig, startReadyHidRig } from './hid_rig.ts';
import { HID_WAYS_TO_FAIL, works } from './hid_ways_to_fail.ts';
import { until, WORKING_AGAIN_MS } from './rig.ts';

describe.each(HID_MODELS)('$driver over hidraw', (model) => {
  let bed: HidBed;
  let rig: HidRig;
  beforeAll(async () => {
    bed = await hidBed();
    rig = await startReadyHidRig(bed, model);
  });
  afterAll(async () => {
    await rig.close();
    expect(bed.held()).toBe(0);
    await bed.close();
  });
  // One failure must not make the others fail.
  afterEach(async () => {
    rig.order({});
    await rig.plug.replug(freshNode());
    await until('it is ready', () => rig.health().state === 'ready', 2 * WORKING_AGAIN_MS);
  });

  it.each(HID_WAYS_TO_FAIL.filter(({ concerns }) => concerns?.(model) !== false))(
    '$name: ends in a named state, and works again',
    async (way) => {
      await way.befall(rig, model, bed);
      await way.mend(rig);
      await until('it is ready again', () => rig.health().state === 'ready', 2 * WORKING_AGAIN_MS);
      expect(await works(rig)).toBe(true);
    },
  );
});
