import { type Call, type DeviceIo, parseCall, WrongUse } from './device_call.ts';
import { record, replay } from './device_recording.ts';
import { test } from './device_self_test.ts';
import { log, profile, settings } from './device_settings.ts';
import { discoverAll, drivers, list, probe, watch } from './device_tools.ts';
import { decode, simulate } from './device_wire.ts';
import { wrongUse } from './io.ts';

const COMMANDS: Readonly<Record<string, (call: Call) => Promise<number>>> = {
  list,
  discover: discoverAll,
  drivers,
  probe,
  watch,
  test,
  simulate,
  decode,
  settings,
  log,
  profile,
  record,
  replay,
};

/**
 * `booth devices <command>`: `args` are the words behind `devices`. JSON goes to stdout, one line for people to stderr.
 * Resolves with the exit code: 0 done, 1 the answer is no, 2 wrong use or unreadable input.
 */
export async function devicesCommand(args: readonly string[], io: DeviceIo): Promise<number> {
  try {
    const call = parseCall(args, io);
    const command = Object.hasOwn(COMMANDS, call.name) ? COMMANDS[call.name] : undefined;
    if (command === undefined) throw new WrongUse(`devices: one of ${Object.keys(COMMANDS).join(', ')}`);
    return await command(call);
  } catch (error) {
    if (!(error instanceof WrongUse)) throw error;
    return wrongUse(io, error.message);
  }
}
