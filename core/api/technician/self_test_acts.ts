import type { StepOutcome } from '../../domain/maintenance/self_test.ts';
import { judgeSpecimen } from '../../domain/maintenance/specimen.ts';
import type { DeviceProblem } from '../../ports/device.ts';
import type { LaneDevices } from '../../ports/lane_devices.ts';
import { dayAtGate, type LaneContext } from '../lane_context.ts';
import { type LaneStep, SIGNALS } from './self_test_steps.ts';

/** How long a person has for an act, in ms. */
export const ACT_LIMIT_MS = 60_000;
/** A finger is asked for in this time by the device itself. */
const FINGER_LIMIT_MS = 20_000;
/** A door that was released opens and closes within this time, or a person judges it. */
const DOOR_LIMIT_MS = 15_000;

/** What an act is done with. */
export interface ActTools {
  readonly context: LaneContext;
  readonly devices: LaneDevices;
  /** Ends waiting: the person skipped, repeated or stopped. */
  readonly signal: AbortSignal;
  /** The person's own eyes: true for good. Settles only when they have answered. */
  readonly judged: Promise<boolean>;
}

type Subscribe<T> = (tell: (value: T) => void) => () => void;

const failed = (reason: string, measured: string | null = null): StepOutcome => ({
  result: 'FAILED',
  measured,
  reason,
});
const passed = (measured: string): StepOutcome => ({ result: 'PASSED', measured, reason: null });
const NO_DEVICE = failed('DEVICE_ABSENT');

/** The first thing that is told; null when nothing is within the limit, or the act was ended. */
function first<T>(tools: ActTools, limitMs: number, subscribe: Subscribe<T>): Promise<T | null> {
  return new Promise((resolve) => {
    let release = () => {};
    const done = (value: T | null): void => {
      release();
      cancel();
      tools.signal.removeEventListener('abort', abort);
      resolve(value);
    };
    const abort = () => done(null);
    const cancel = tools.context.clock.after(limitMs, () => done(null));
    tools.signal.addEventListener('abort', abort);
    release = subscribe(done);
    if (tools.signal.aborted) abort();
  });
}

async function specimen(tools: ActTools): Promise<StepOutcome> {
  const reader = tools.devices.mrzReader;
  if (reader === null) return NO_DEVICE;
  const read = first<readonly string[]>(tools, ACT_LIMIT_MS, (tell) =>
    reader.onEvent((event) => {
      if (event.kind === 'read') tell(event.lines);
    }),
  );
  // A specimen that lies there already is read now; a one-way reader has nothing to be told.
  await reader.arm();
  const lines = await read;
  return lines === null ? failed('NOTHING_READ') : judgeSpecimen(lines, dayAtGate(tools.context));
}

async function code(tools: ActTools): Promise<StepOutcome> {
  const scanner = tools.devices.codeScanner;
  if (scanner === null) return NO_DEVICE;
  const scan = first<{ length: number; symbology: string | null }>(tools, ACT_LIMIT_MS, (tell) =>
    scanner.onEvent((event) => {
      if (event.kind === 'scan') tell({ length: event.text.length, symbology: event.symbology });
    }),
  );
  await scanner.arm();
  const read = await scan;
  if (read === null) return failed('NOTHING_READ');
  return passed(`${read.symbology ?? 'kind not told'}, ${read.length} characters`);
}

/** Only what the picture is worth is told; the picture goes no further than this function. */
async function finger(tools: ActTools): Promise<StepOutcome> {
  const reader = tools.devices.fingerprintReader;
  if (reader === null) return NO_DEVICE;
  const cancel = () => void reader.cancel();
  tools.signal.addEventListener('abort', cancel);
  const taken = await reader.capture({ finger: 0, purpose: 'VERIFICATION', timeoutMs: FINGER_LIMIT_MS });
  tools.signal.removeEventListener('abort', cancel);
  if (!taken.ok) return failed(taken.error.code);
  const { quality, width, height, sensor } = taken.value;
  const worth = quality === null ? 'quality not told' : `quality ${quality.value} (${quality.scale})`;
  return passed(`${worth}, ${width} x ${height}, ${sensor.resolutionDpi} dpi, ${sensor.depthBits} bit`);
}

async function chip(tools: ActTools): Promise<StepOutcome> {
  const reader = tools.devices.chipReader;
  if (reader === null) return NO_DEVICE;
  if (reader.present() === true) return passed('CHIP_LIES_THERE');
  const came = await first<true>(tools, ACT_LIMIT_MS, (tell) =>
    reader.onEvent((event) => {
      if (event.kind === 'chip' && event.present) tell(true);
    }),
  );
  return came === null ? failed('NO_CHIP') : passed('CHIP_CAME');
}

const seenByPerson = (good: boolean): StepOutcome =>
  good ? passed('SEEN_BY_PERSON') : failed('NOT_SEEN', 'NOT_SEEN_BY_PERSON');

/** The person's answer; null when the act was ended before. */
function answered(tools: ActTools, limitMs: number): Promise<boolean | null> {
  return first<boolean>(tools, limitMs, (tell) => {
    void tools.judged.then(tell);
    return () => {};
  });
}

async function light(tools: ActTools, step: LaneStep): Promise<StepOutcome> {
  const lamp = tools.devices.signalLight;
  const signal = SIGNALS.find((one) => step.step.endsWith(`.${one}`));
  if (lamp === null || signal === undefined) return NO_DEVICE;
  const shown = await lamp.show(signal);
  if (!shown.ok) return failed(shown.error.code);
  const good = await answered(tools, ACT_LIMIT_MS);
  return good === null ? failed('NOT_JUDGED') : seenByPerson(good);
}

/** One release. A door with a contact is watched by it; without one the person says what they saw. */
async function gate(tools: ActTools): Promise<StepOutcome> {
  const door = tools.devices.gate;
  if (door === null) return NO_DEVICE;
  const contact = door.inputs()?.doorClosed ?? null;
  const moved = contact === null ? null : first<true>(tools, DOOR_LIMIT_MS, opensAndCloses(door));
  const released = await door.release();
  if (!released.ok) return failed(problemOf(released.error));
  if (moved !== null && (await moved) === true) return passed('DOOR_MOVED');
  if (tools.signal.aborted) return failed('NOT_JUDGED');
  if (moved !== null) return failed('DOOR_NOT_SEEN', 'RELEASED_UNSEEN');
  const good = await answered(tools, ACT_LIMIT_MS);
  return good === null ? failed('NOT_JUDGED') : seenByPerson(good);
}

function opensAndCloses(door: NonNullable<LaneDevices['gate']>): Subscribe<true> {
  return (tell) => {
    let opened = door.inputs()?.doorClosed === false;
    return door.onEvent((event) => {
      if (event.kind !== 'inputs') return;
      if (event.inputs.doorClosed === false) opened = true;
      else if (opened && event.inputs.doorClosed === true) tell(true);
    });
  };
}

const problemOf = (problem: DeviceProblem): string => problem.code;

/** Does the guided act of a step. Always settles: by the device, the person, the limit, or the end of the act. */
export function performAct(step: LaneStep, tools: ActTools): Promise<StepOutcome> {
  switch (step.act) {
    case 'LAY_SPECIMEN':
      return specimen(tools);
    case 'SCAN_CODE':
      return code(tools);
    case 'PUT_FINGER':
      return finger(tools);
    case 'LAY_CHIP':
      return chip(tools);
    case 'LOOK_AT_LIGHT':
      return light(tools, step);
    case 'WATCH_GATE':
      return gate(tools);
    case 'NONE':
      return Promise.resolve(failed('NO_ACT'));
  }
}
