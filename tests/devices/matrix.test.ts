import { mkdirSync, writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Outcome, runMatrix } from './matrix.ts';
import { MODELS, nameOf } from './models.ts';
import { layTcp, openHandles, warmUp } from './rig.ts';
import { WAYS_TO_FAIL } from './ways_to_fail.ts';

/** Behind a device server: one that is asked and one that only speaks. */
const OVER_TCP = MODELS.filter((model) => ['elyctis-idbox', 'framed-mrz'].includes(nameOf(model)));

let outcomes: readonly Outcome[] = [];
let handles = 0;

// The models fail side by side in one go, since most of it is waiting; each test below looks at one outcome.
beforeAll(async () => {
  await warmUp();
  handles = await openHandles();
  const [overPty, overTcp] = await Promise.all([runMatrix(MODELS), runMatrix(OVER_TCP, layTcp)]);
  outcomes = [...overPty, ...overTcp];
  mkdirSync('out/test', { recursive: true });
  writeFileSync('out/test/device-matrix.json', `${JSON.stringify(outcomes, null, 1)}\n`);
}, 300_000);

const runs = [
  ...MODELS.map((model) => ({ ...model, called: nameOf(model), via: 'pty' })),
  ...OVER_TCP.map((model) => ({ ...model, called: nameOf(model), via: 'tcp' })),
];

describe.each(runs)('$called over $via', ({ called, checked, via }) => {
  const ways = WAYS_TO_FAIL.filter(
    ({ name }) => (checked || name !== 'wrong checksum') && (via === 'pty' || name !== 'port vanishes without a word'),
  );
  it.each(ways)('$name: ends in a named state, and works again', ({ name }) => {
    const outcome = outcomes.find((one) => one.driver === called && one.via === via && one.fault === name);
    expect(outcome).toMatchObject({ wrong: null });
    expect(outcome?.state).not.toBeNull();
  });
});

it('leaves no handle open', async () => {
  await expect.poll(openHandles, { timeout: 5000 }).toBe(handles);
});
