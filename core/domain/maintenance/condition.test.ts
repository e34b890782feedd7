import { expect, it } from 'vitest';
import { type DeviceEvidence, deviceCondition } from './condition.ts';

const NOW = 1_000_000;
const ready: DeviceEvidence = {
  ...{ state: 'ready', simulated: false, since: NOW - 60_000 },
  ...{ lastHeardAt: NOW - 500, heartbeatMs: 1000, recentFailures: 0 },
};

it.each<[string, Partial<DeviceEvidence>, string]>([
  ['ready and heard', {}, 'GOOD'],
  ['busy', { state: 'busy' }, 'GOOD'],
  ['a software device', { simulated: true }, 'SIMULATED'],
  ['ready but silent for longer than three heartbeats', { lastHeardAt: NOW - 5_100 }, 'NO_DATA'],
  ['silent software', { lastHeardAt: NOW - 5_100, simulated: true }, 'NO_DATA'],
  ['never heard, ready for a second', { lastHeardAt: null, since: NOW - 1000 }, 'GOOD'],
  ['never heard, ready for long', { lastHeardAt: null }, 'NO_DATA'],
  ['a one-way reader, silent for long', { lastHeardAt: null, heartbeatMs: null }, 'GOOD'],
  ['a few failures', { recentFailures: 2 }, 'GOOD'],
  ['many failures', { recentFailures: 3 }, 'DEGRADED'],
  ['lost', { state: 'lost' }, 'DISCONNECTED'],
  ['on its way back', { state: 'opening' }, 'DISCONNECTED'],
  ['failed', { state: 'failed' }, 'FAILED'],
  ['never plugged in', { state: 'absent' }, 'ABSENT'],
])('%s is %j', (_what, change, word) => {
  expect(deviceCondition({ ...ready, ...change }, NOW)).toBe(word);
});
