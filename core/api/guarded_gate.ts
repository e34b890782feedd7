import { err } from '../domain/result.ts';
import type { Gate } from '../ports/gate.ts';
import type { LaneDevices } from '../ports/lane_devices.ts';

/** The lane's devices with a gate that lets nobody through unless it may; asked at each release. `why` is told otherwise. */
export function withGuardedGate(devices: LaneDevices, mayRelease: () => boolean, why: string): LaneDevices {
  const guarded = new WeakMap<Gate, Gate>();
  const guard = (gate: Gate): Gate => {
    const known = guarded.get(gate);
    if (known !== undefined) return known;
    const made: Gate = {
      get name() {
        return gate.name;
      },
      health: () => gate.health(),
      inputs: () => gate.inputs(),
      onEvent: (listener) => gate.onEvent(listener),
      release: async () => (mayRelease() ? gate.release() : err({ code: 'DEVICE_REFUSED', detail: why })),
      close: () => gate.close(),
    };
    guarded.set(gate, made);
    return made;
  };
  return {
    get mrzReader() {
      return devices.mrzReader;
    },
    get codeScanner() {
      return devices.codeScanner;
    },
    get fingerprintReader() {
      return devices.fingerprintReader;
    },
    get gate() {
      return devices.gate === null ? null : guard(devices.gate);
    },
    get signalLight() {
      return devices.signalLight;
    },
    get chipReader() {
      return devices.chipReader;
    },
    health: () => devices.health(),
    onHealth: (listener) => devices.onHealth(listener),
    close: () => devices.close(),
  };
}
