import { describe, expect, it } from 'vitest';
import type { Clearance } from '../domain/clearance/clearance.ts';
import type { DeviceHealth } from '../ports/device.ts';
import { deviceChanges, deviceEntry, isLost } from './device_loss.ts';
import type { LaneContext } from './lane_context.ts';

const device = (name: string, state: DeviceHealth['state'], kind: DeviceHealth['kind'] = 'MRZ_READER') =>
  ({ name, state, kind, driver: 'test', problem: null }) as DeviceHealth;
const context = { clock: { now: () => 7 }, settings: { lane: { id: 'A07' } } } as LaneContext;
const open = { id: 'case-1' } as Clearance;

describe('the loss of a device', () => {
  it('is told apart from other changes', () => {
    const changes = deviceChanges(
      [device('a', 'ready'), device('b', 'opening'), device('c', 'busy'), device('d', 'ready')],
      [device('a', 'lost'), device('b', 'failed'), device('c', 'failed'), device('d', 'ready'), device('e', 'lost')],
    );
    expect(changes.map((change) => [change.is.name, isLost(change)])).toEqual([
      ['a', true],
      ['b', false],
      ['c', true],
      ['e', false],
    ]);
    expect(isLost({ was: device('a', 'ready'), is: device('a', 'closed') })).toBe(false);
  });

  it.each([
    ['MRZ_READER', 'DOCUMENT'],
    ['FINGERPRINT_READER', 'FINGERPRINT'],
    ['GATE', 'PASSAGE'],
  ] as const)('%s: is journalled in the open case with the step it leaves void', (kind, step) => {
    const change = { was: device('a', 'ready', kind), is: device('a', 'lost', kind) };
    expect(deviceEntry(context, change, open)).toMatchObject({
      event: 'DEVICE_STATE',
      clearance: 'case-1',
      data: { state: 'lost', void: step },
    });
  });

  it('leaves no step void where no case is open, the device serves none, or it came back', () => {
    const lamp = { was: device('a', 'ready', 'SIGNAL_LIGHT'), is: device('a', 'lost', 'SIGNAL_LIGHT') };
    const lost = { was: device('a', 'ready'), is: device('a', 'lost') };
    const back = { was: device('a', 'lost'), is: device('a', 'ready') };
    const none = { driver: 'test', state: 'lost', problem: null };
    expect(deviceEntry(context, lamp, open).data).toEqual(none);
    expect(deviceEntry(context, lost, null)).toMatchObject({ clearance: null, data: none });
    expect(deviceEntry(context, back, open).data).toEqual({ ...none, state: 'ready' });
  });
});
