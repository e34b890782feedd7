import { describe, expect, it } from 'vitest';
import { err, ok, type Result } from '../../core/domain/result.ts';
import type {
  CaptureFailure,
  CaptureRequest,
  FingerprintImage,
  SensorFacts,
} from '../../core/ports/fingerprint_reader.ts';
import { waitingClock } from '../../core/system_ports.ts';
import type { FingerprintSession } from '../driver/session.ts';
import { blankHealth } from '../supervision/health_record.ts';
import type { DeviceEvent, SupervisedDevice } from '../supervision/supervisor.ts';
import { fingerprintReader } from './fingerprint_reader.ts';

const GOOD: SensorFacts = { resolutionDpi: 500, depthBits: 8, width: 2, height: 2, livenessCheck: null };
const REQUEST: CaptureRequest = { finger: 2, purpose: 'VERIFICATION', timeoutMs: 1000 };
const pictureOf = (sensor: SensorFacts): FingerprintImage => ({
  width: 2,
  height: 2,
  pixels: new Uint8Array(4),
  sensor,
  finger: 2,
  quality: null,
  at: 0,
});

/** A device whose captures end when the test says so. */
function stand(sensor: SensorFacts) {
  const asked: CaptureRequest[] = [];
  let cancelled = 0;
  let settle: (result: Result<FingerprintImage, CaptureFailure>) => void = () => {};
  let ready = true;
  let listener: (event: DeviceEvent) => void = () => {};
  const session: FingerprintSession = {
    kind: 'FINGERPRINT_READER',
    start: async () => ok({ firmware: null }),
    selfTest: async () => [],
    stop: () => {},
    sensor: () => sensor,
    capture: (request) => {
      asked.push(request);
      return new Promise((resolve) => {
        settle = resolve;
      });
    },
    cancel: async () => {
      cancelled += 1;
    },
  };
  const first = { name: 'finger', kind: 'FINGERPRINT_READER', driver: 'any', simulated: true } as const;
  const device: SupervisedDevice = {
    health: () => blankHealth(first, waitingClock),
    onHealth: () => () => {},
    onEvent: (next) => {
      listener = next;
      return () => {};
    },
    session: () => (ready ? session : null),
    renew: () => {},
    close: async () => {},
  };
  return {
    reader: fingerprintReader(device),
    asked,
    end: (result: Result<FingerprintImage, CaptureFailure>) => settle(result),
    unplug: () => {
      ready = false;
    },
    say: (event: DeviceEvent) => listener(event),
    cancelled: () => cancelled,
  };
}

describe('a fingerprint reader seen through its port', () => {
  it.each([
    [{ ...GOOD, resolutionDpi: 450 }, 'RESOLUTION_BELOW_500'],
    [{ ...GOOD, depthBits: 4 }, 'DEPTH_BELOW_8'],
  ])('refuses enrolment before the sensor is asked: %j', async (sensor, why) => {
    const { reader, asked, end } = stand(sensor);
    const refused = await reader.capture({ ...REQUEST, purpose: 'ENROLMENT' });
    expect(refused).toEqual(err({ code: 'BELOW_ENROLMENT', detail: why }));
    expect(asked).toEqual([]);
    // For verification the same sensor is good enough.
    const taken = reader.capture(REQUEST);
    expect(asked).toEqual([REQUEST]);
    end(ok(pictureOf(sensor)));
    expect(await taken).toEqual(ok(pictureOf(sensor)));
  });

  it('refuses a picture for enrolment that turns out coarser than the sensor was said to be', async () => {
    const { reader, end } = stand(GOOD);
    const coarse = pictureOf({ ...GOOD, resolutionDpi: 400 });
    const enrolled = reader.capture({ ...REQUEST, purpose: 'ENROLMENT' });
    end(ok(coarse));
    expect(await enrolled).toEqual(err({ code: 'BELOW_ENROLMENT', detail: 'RESOLUTION_BELOW_500' }));
    const verified = reader.capture(REQUEST);
    end(ok(coarse));
    expect(await verified).toEqual(ok(coarse));
  });

  it('takes one picture at a time, and the next when that is over, however it ended', async () => {
    const { reader, asked, end } = stand(GOOD);
    const first = reader.capture(REQUEST);
    expect(await reader.capture(REQUEST)).toMatchObject({ ok: false, error: { code: 'CAPTURE_BUSY' } });
    expect(asked.length).toBe(1);
    const failure: CaptureFailure = { code: 'QUALITY_LOW', detail: '' };
    end(err(failure));
    expect(await first).toEqual(err(failure));
    const second = reader.capture({ ...REQUEST, purpose: 'ENROLMENT' });
    expect(asked.length).toBe(2);
    end(ok(pictureOf(GOOD)));
    expect(await second).toEqual(ok(pictureOf(GOOD)));
  });

  it('says why there is no picture while the device is away', async () => {
    const { reader, asked, unplug } = stand(GOOD);
    expect(reader.sensor()).toEqual(GOOD);
    unplug();
    expect(await reader.capture(REQUEST)).toMatchObject({ ok: false, error: { code: 'DEVICE_ABSENT' } });
    expect([reader.sensor(), asked]).toEqual([null, []]);
    await expect(reader.cancel()).resolves.toBeUndefined();
  });

  it('hands on what the finger should do, and cancels', async () => {
    const { reader, say, cancelled } = stand(GOOD);
    const events: unknown[] = [];
    reader.onEvent((event) => events.push(event));
    say({ kind: 'garbage', bytes: 3, at: 0 });
    say({ kind: 'finger', hint: 'MOVE_UP', at: 5 });
    expect(events).toEqual([{ kind: 'finger', hint: 'MOVE_UP', at: 5 }]);
    await reader.cancel();
    expect(cancelled()).toBe(1);
  });
});
