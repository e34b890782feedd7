import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { base } from './base.ts';
import {
  deviceSettingsView,
  driverView,
  foundDevice,
  logEntry,
  settingsChange,
  technicianView,
  wireEntry,
} from './technician_view.ts';

const technician = base.meta({ needs: 'MAINTAIN_DEVICES' });
const device = z.object({ device: z.string().min(1).max(64) });
const reason = z.string().trim().min(3).max(300);
const done = z.object({ done: z.literal(true) });

const noSuchDevice = { NO_SUCH_DEVICE: { message: 'NO_SUCH_DEVICE' } } as const;
/** Whoever works on the devices must not do so under an open clearance. */
const notNow = { CLEARANCE_OPEN: { message: 'CLEARANCE_OPEN' } } as const;
const onlyClosed = { LANE_IN_SERVICE: { message: 'LANE_IN_SERVICE' } } as const;
const noTrial = { NO_TRIAL: { message: 'NO_TRIAL' } } as const;
const noSelfTest = { NO_SELF_TEST: { message: 'NO_SELF_TEST' } } as const;
const settingsWrong = {
  SETTINGS_WRONG: {
    message: 'SETTINGS_WRONG',
    data: z.object({ device: z.string().nullable(), path: z.string(), detail: z.string() }),
  },
} as const;

/** The technician's window. No call of it tells of a traveller, and none moves a gate while the lane is in service. */
export const technicianCalls = {
  watch: technician.output(eventIterator(technicianView)),
  drivers: technician.output(z.array(driverView)),
  /** The settings in service, as they are kept. */
  settings: technician.output(z.array(deviceSettingsView)),
  discover: technician
    .errors({ DISCOVERY_FAILED: { message: 'DISCOVERY_FAILED', data: z.object({ code: z.string() }) } })
    .output(z.array(foundDevice)),
  /** Asks an unknown port, with safe questions only, what it is. */
  probe: technician
    .input(z.object({ port: z.string().min(1).max(400) }))
    .errors({ ...onlyClosed })
    .output(
      z.object({ driver: z.string().nullable(), firmware: z.string().nullable(), problem: z.string().nullable() }),
    ),

  /** Puts a whole list of device settings in service for 30 s. */
  trySettings: technician
    .input(z.object({ devices: z.array(deviceSettingsView).max(32) }))
    .errors({ ...settingsWrong, ...notNow, TRIAL_UNDER_WAY: { message: 'TRIAL_UNDER_WAY' } })
    .output(z.object({ trial: z.uuid() })),
  /** Once in a trial: 30 s more. */
  extendTrial: technician.errors({ ...noTrial, EXTENDED_ALREADY: { message: 'EXTENDED_ALREADY' } }).output(done),
  keepTrial: technician
    .errors({ ...noTrial, NOT_KEEPABLE: { message: 'NOT_KEEPABLE', data: z.object({ waitingFor: z.string() }) } })
    .output(done),
  /** SETTINGS_WRONG: the old settings could not be put back; the trial goes on and the booth tries again by itself. */
  rollBackTrial: technician.errors({ ...noTrial, ...settingsWrong }).output(done),

  setService: technician
    .input(z.object({ open: z.boolean(), reason }))
    .errors({ ...notNow })
    .output(done),

  startSelfTest: technician
    .errors({
      ...onlyClosed,
      SELF_TEST_UNDER_WAY: { message: 'SELF_TEST_UNDER_WAY' },
      /** What is signed must hold for the settings that are kept. */
      TRIAL_UNDER_WAY: { message: 'TRIAL_UNDER_WAY' },
    })
    .output(z.object({ selfTest: z.uuid() })),
  /** A person's answer to a step that only eyes can judge (lights, the gate's door). */
  judgeStep: technician
    .input(z.object({ good: z.boolean() }))
    .errors({ ...noSelfTest })
    .output(done),
  skipStep: technician
    .input(z.object({ reason }))
    .errors({ ...noSelfTest })
    .output(done),
  repeatStep: technician.errors({ ...noSelfTest }).output(done),
  stopSelfTest: technician.errors({ ...noSelfTest }).output(done),
  /** Writes the result with its hash into the journal under the technician's number. */
  signSelfTest: technician
    .errors({ ...noSelfTest, SELF_TEST_UNFINISHED: { message: 'SELF_TEST_UNFINISHED' } })
    .output(done),

  /** The wire of one device, from the last 500 frames on. */
  wire: technician
    .input(device)
    .errors({ ...noSuchDevice })
    .output(eventIterator(wireEntry)),
  /** A mark among the frames: "now I lay the document". */
  markWire: technician
    .input(device.extend({ text: z.string().trim().min(1).max(60) }))
    .errors({ ...noSuchDevice })
    .output(done),
  /** The kept frames as JSON Lines, covered as on the screen. */
  exportWire: technician
    .input(device)
    .errors({ ...noSuchDevice })
    .output(z.object({ fileName: z.string(), text: z.string() })),
  /** Asks the device who it is: the driver's safe questions and nothing else. */
  askDevice: technician
    .input(device)
    .errors({ ...noSuchDevice, ...notNow })
    .output(
      z.object({ steps: z.array(z.object({ step: z.string(), ok: z.boolean(), detail: z.string() })).nullable() }),
    ),

  /** Connects the device anew, so that the recording begins where a session does; ends an earlier recording of it. */
  startRecording: technician
    .input(device)
    .errors({ ...noSuchDevice, ...notNow })
    .output(z.object({ recording: z.uuid() })),
  stopRecording: technician.input(z.object({ recording: z.uuid() })).output(done),
  /** Plays a recording against the driver in lockstep, away from the lane's devices. */
  replay: technician
    .input(z.object({ recording: z.uuid() }))
    .errors({ NO_SUCH_RECORDING: { message: 'NO_SUCH_RECORDING' } })
    .output(
      z.object({
        same: z.boolean(),
        sent: z.number(),
        heard: z.number(),
        /** Where the driver first said something else; null when it never did. */
        differsAt: z.number().nullable(),
        expected: z.string().nullable(),
        said: z.string().nullable(),
      }),
    ),

  /** The lane's device settings as a signed file. */
  exportProfile: technician.output(z.object({ fileName: z.string(), text: z.string() })),
  /** Reads a signed file and says what would change; `trySettings` with `devices` puts it on trial. */
  readProfile: technician
    .input(z.object({ text: z.string().max(1_000_000) }))
    .errors({
      ...settingsWrong,
      PROFILE_UNREADABLE: { message: 'PROFILE_UNREADABLE' },
      PROFILE_SIGNATURE: { message: 'PROFILE_SIGNATURE' },
    })
    .output(
      z.object({
        lane: z.string(),
        signedBy: z.string(),
        /** Whether the signer is this booth or named in the settings as trusted. */
        trusted: z.boolean(),
        madeAt: z.number(),
        changes: z.array(settingsChange),
        devices: z.array(deviceSettingsView),
      }),
    ),

  /** The maintenance log, newest first. */
  log: technician.input(z.object({ before: z.int().min(1).nullable() })).output(z.array(logEntry)),
  addNote: technician.input(z.object({ text: reason })).output(done),
};
