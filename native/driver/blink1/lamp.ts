import { err, ok, type Result } from '../../../core/domain/result.ts';
import type { DeviceProblem } from '../../../core/ports/device.ts';
import { statusLightHidProtocol } from '../../codec/status_light_hid.ts';
import type { Blink1Message, Rgb } from '../../codec/status_light_message.ts';
import type { HidTransport } from '../../transport/transport.ts';

const REPORT = 1;
/** Behind the number of the report. */
const BODY_BYTES = 7;
/** A line of the pattern which is not the last: early makes wrote the whole pattern to flash with that one. */
const DARK_LINE = 30;
const STEP_MS = 10;
export const DARK: Rgb = { red: 0, green: 0, blue: 0 };

/** Model and version as the device tells them; a model of '1' keeps its pattern in memory that wears out. */
export interface LampVersion {
  readonly model: string;
  readonly version: string;
}

/** A blink(1) behind its feature report. */
export interface Lamp {
  version(): Promise<Result<LampVersion, DeviceProblem>>;
  fade(colour: Rgb, ms: number): Promise<Result<void, DeviceProblem>>;
  /** It goes dark when this is not said again within `ms`. */
  tickle(ms: number): Promise<Result<void, DeviceProblem>>;
  /** Whether the line that the watchdog plays is dark. */
  darkLine(): Promise<Result<boolean, DeviceProblem>>;
}

export function blink1Lamp(transport: HidTransport): Lamp {
  const say = (message: Blink1Message): Promise<Result<void, DeviceProblem>> =>
    transport.sendFeature(statusLightHidProtocol.encode('host-to-device', message));

  const ask = async (message: Blink1Message): Promise<Result<Blink1Message, DeviceProblem>> => {
    const said = await say(message);
    if (!said.ok) return said;
    const got = await transport.getFeature(REPORT, BODY_BYTES);
    if (!got.ok) return got;
    const read = statusLightHidProtocol.decode('device-to-host', got.value);
    if (read.ok && read.value.type === message.type) return ok(read.value as Blink1Message);
    return err({ code: 'DEVICE_FRAME', detail: `${got.value.length} bytes that are no answer to ${message.type}` });
  };

  return {
    version: async () => {
      const told = await ask({ type: 'blink1-version', major: 0, minor: 0 });
      if (!told.ok) return told;
      if (told.value.type !== 'blink1-version') return err({ code: 'DEVICE_FRAME', detail: 'no version' });
      const [model, minor] = [told.value.major, told.value.minor].map((byte) => String.fromCharCode(byte));
      if (!/^[1-9]$/.test(model ?? '')) return err({ code: 'DEVICE_FRAME', detail: 'a version that is none' });
      return ok({ model: model ?? '', version: `${model}.${minor}` });
    },
    fade: (colour, ms) => say({ type: 'blink1-fade', ...colour, steps: Math.round(ms / STEP_MS), led: 0 }),
    tickle: async (ms) => {
      const dark = await say({ type: 'blink1-line', ...DARK, steps: 0, line: DARK_LINE });
      if (!dark.ok) return dark;
      const steps = Math.round(ms / STEP_MS);
      // Without `keep` the lamp goes dark at each of these.
      return say({ type: 'blink1-watchdog', on: true, steps, keep: true, first: DARK_LINE, last: DARK_LINE });
    },
    darkLine: async () => {
      const line = await ask({ type: 'blink1-get-line', ...DARK, steps: 0, line: DARK_LINE });
      if (!line.ok) return line;
      const { value } = line;
      return ok(value.type === 'blink1-get-line' && value.red + value.green + value.blue === 0);
    },
  };
}
