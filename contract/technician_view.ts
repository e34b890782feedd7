import { z } from 'zod';
import { deviceKind, laneName } from './lane_view.ts';
import { postureName } from './posture_view.ts';

/** What a technician's window shows of the lane's devices. Nothing in here comes from a traveller. */

const deviceName = z.string().min(1).max(64);

/** One word for the glyph: DEGRADED works with failures, NO_DATA has not been heard within three heartbeats. */
export const deviceCondition = z.enum(['GOOD', 'DEGRADED', 'DISCONNECTED', 'FAILED', 'ABSENT', 'NO_DATA', 'SIMULATED']);

const deviceRow = z.object({
  /** 1 is the first of the settings; the number on the map. */
  place: z.int(),
  name: deviceName,
  kind: deviceKind,
  driver: z.string(),
  /** The model in the maker's words. */
  model: z.string(),
  maturity: z.enum(['EXPERIMENTAL', 'BETA', 'STABLE']),
  link: z.enum(['serial', 'hid', 'pcsc']),
  port: z.string().nullable(),
  serialNumber: z.string().nullable(),
  firmware: z.string().nullable(),
  simulated: z.boolean(),
  state: z.enum(['absent', 'opening', 'ready', 'busy', 'lost', 'failed', 'closed']),
  condition: deviceCondition,
  since: z.number(),
  problem: z.object({ code: z.string(), detail: z.string() }).nullable(),
  lastHeardAt: z.number().nullable(),
  reads: z.number(),
  reconnects: z.number(),
  /** Since the start of the booth, by code. */
  failures: z.record(z.string(), z.number()),
  /** The last 24 hours, oldest first. */
  failuresByHour: z.array(z.number()).length(24),
  p95Ms: z.record(z.string(), z.number()),
  wear: z.record(z.string(), z.number()),
  /** What a fingerprint sensor really is, and whether its pictures may be enrolled. */
  sensor: z.object({ resolutionDpi: z.number(), depthBits: z.number(), obstacles: z.array(z.string()) }).nullable(),
});
export type DeviceRow = z.infer<typeof deviceRow>;

/** One difference between two settings of the lane's devices. */
export const settingsChange = z.object({
  device: deviceName,
  kind: z.enum(['ADDED', 'REMOVED', 'CHANGED']),
  /** Dotted path in the device's settings; empty for a whole device. */
  path: z.string(),
  from: z.string().nullable(),
  to: z.string().nullable(),
});

/** Settings on trial: they go back by themselves at `until`, and at any restart. */
const trialView = z.object({
  id: z.uuid(),
  by: z.string(),
  since: z.number(),
  until: z.number(),
  /** Whether the one extension was used. */
  extended: z.boolean(),
  changes: z.array(settingsChange),
  /** What the tried devices did since the trial began. */
  evidence: z.array(
    z.object({
      device: deviceName,
      state: deviceRow.shape.state,
      problem: z.string().nullable(),
      beats: z.number(),
      faults: z.number(),
      reads: z.number(),
    }),
  ),
  /** Why it cannot be kept yet; null when it can. */
  waitingFor: z.enum(['DEVICE_NOT_READY', 'FAULTS', 'NOT_HEARD']).nullable(),
});
export type TrialView = z.infer<typeof trialView>;

const selfTestStep = z.object({
  id: z.string(),
  device: deviceName.nullable(),
  kind: deviceKind.nullable(),
  driver: z.string().nullable(),
  /** `lane.devices`, `lane.clock`, a driver's own `step`, or one of the guided acts. */
  step: z.string(),
  /** What a person must do for it. */
  act: z.enum(['NONE', 'LAY_SPECIMEN', 'SCAN_CODE', 'PUT_FINGER', 'LAY_CHIP', 'LOOK_AT_LIGHT', 'WATCH_GATE']),
  /** Expected and measured, as short technical text. */
  expected: z.string(),
  measured: z.string().nullable(),
  result: z.enum(['NOT_PERFORMED', 'RUNNING', 'PASSED', 'FAILED', 'SKIPPED', 'NOT_SUPPORTED']),
  reason: z.string().nullable(),
});
export type SelfTestStepView = z.infer<typeof selfTestStep>;

const selfTestView = z.object({
  id: z.uuid(),
  by: z.string(),
  startedAt: z.number(),
  phase: z.enum(['RUNNING', 'FINISHED', 'STOPPED', 'SIGNED']),
  current: z.string().nullable(),
  /** When the current step gives up by itself. */
  until: z.number().nullable(),
  steps: z.array(selfTestStep),
  /** Set once it was signed; `hash` (SHA-256, hex) is what the journal holds too. */
  signed: z.object({ by: z.string(), at: z.number(), hash: z.string() }).nullable(),
});
export type SelfTestView = z.infer<typeof selfTestView>;

/** A stored recording of what went over one device's wire; travellers' characters were replaced while it was made. */
export const recordingView = z.object({
  id: z.uuid(),
  device: deviceName,
  driver: z.string(),
  startedAt: z.number(),
  endedAt: z.number().nullable(),
  entries: z.number(),
});

export const technicianView = z.object({
  now: z.number(),
  version: z.string(),
  lane: laneName,
  technician: z.object({ number: z.string(), displayName: z.string(), lastLoginAt: z.number().nullable() }),
  connection: z.object({ state: z.enum(['ONLINE', 'OFFLINE']), since: z.number() }),
  /** The word alone. */
  posture: postureName,
  /** Out of service: no document is taken, no gate released, and the traveller's screen says so. */
  service: z.object({ open: z.boolean(), since: z.number(), by: z.string().nullable(), reason: z.string().nullable() }),
  devices: z.array(deviceRow),
  trial: trialView.nullable(),
  selfTest: selfTestView.nullable(),
  recordings: z.array(recordingView),
  /** A clearance is open: settings and service wait until it is over. Nothing else is said of it. */
  clearanceOpen: z.boolean(),
});
export type TechnicianView = z.infer<typeof technicianView>;

/** One option of a driver, for the form; title and reason stand in `resources/locales/drivers`. */
export const optionField = z.object({
  path: z.string(),
  type: z.enum(['number', 'text', 'choice', 'switch', 'bytes', 'json']),
  choices: z.array(z.string()),
  min: z.number().nullable(),
  max: z.number().nullable(),
  /** JSON text. */
  default: z.string(),
});
export type OptionField = z.infer<typeof optionField>;

export const driverView = z.object({
  id: z.string(),
  model: z.string(),
  kind: deviceKind,
  link: z.enum(['serial', 'hid', 'pcsc']),
  maturity: z.enum(['EXPERIMENTAL', 'BETA', 'STABLE']),
  source: z.string(),
  canProbe: z.boolean(),
  hasSimulator: z.boolean(),
  options: z.array(optionField),
});
export type DriverView = z.infer<typeof driverView>;

/** Settings of one device as in settings.json; the booth checks them by the driver's own schema. */
export const deviceSettingsView = z.object({
  name: deviceName,
  driver: z.string().min(1).max(64),
  path: z.string().max(400).optional(),
  usb: z
    .object({ vendorId: z.string().max(4), productId: z.string().max(4), serialNumber: z.string().max(200).optional() })
    .optional(),
  /** A software device stands in its place. */
  simulated: z.boolean().optional(),
  options: z.record(z.string(), z.json()).default({}),
});
export type DeviceSettingsView = z.infer<typeof deviceSettingsView>;

export const foundDevice = z.object({
  link: z.enum(['serial', 'hid', 'pcsc']),
  port: z.string(),
  vendorId: z.string().nullable(),
  productId: z.string().nullable(),
  serialNumber: z.string().nullable(),
  product: z.string().nullable(),
  /** WEAK: a converter or shared number that says nothing of what is behind it; a person confirms it. */
  matches: z.array(z.object({ driver: z.string(), strength: z.enum(['EXACT', 'WEAK']) })),
  /** The configured device that lives there. */
  usedBy: z.string().nullable(),
});
export type FoundDevice = z.infer<typeof foundDevice>;

/** One part of a frame; `hex` of a covered part is empty, and only its length is told. */
const wireField = z.object({ name: z.string(), bytes: z.number(), hex: z.string(), open: z.boolean() });

/** One frame on the wire, covered before it left the device layer. */
export const wireEntry = z.object({
  seq: z.number(),
  at: z.number(),
  direction: z.enum(['host-to-device', 'device-to-host']),
  kind: z.enum(['frame', 'garbage', 'lost', 'opened', 'mark']),
  bytes: z.number(),
  fields: z.array(wireField),
  /** The message's name in the protocol's words, and its open values as short text. */
  message: z.string().nullable(),
  values: z.string(),
  /** Set for garbage and broken frames. */
  problem: z.string().nullable(),
  /** A beat of the heart: frames that say only "still here". */
  heartbeat: z.boolean(),
});
export type WireEntry = z.infer<typeof wireEntry>;

export const logEntry = z.object({
  seq: z.number(),
  at: z.number(),
  by: z.string(),
  /** The event's name in the catalogue. */
  event: z.string(),
  /** Device, values and reasons as short text; no traveller data is in these events. */
  text: z.string(),
});
export type LogEntry = z.infer<typeof logEntry>;
