import { ADVANCE_EVENTS } from './advance_events.ts';
import { DECISION_EVENTS } from './decision_events.ts';
import { INCIDENT_EVENTS } from './incident_events.ts';
import { LAW_EVENTS } from './law_events.ts';
import { POSTURE_EVENTS } from './posture_events.ts';
import { REPLAY_EVENTS } from './replay_events.ts';
import { RULES_EVENTS } from './rules_events.ts';
import { SECOND_LINE_EVENTS } from './second_line_events.ts';
import { SHIFT_EVENTS } from './shift_events.ts';

/**
 * The one catalogue of events an auditor may ask for. Types and docs/events.md come from it.
 * `holds` says what the data of the event contains, so that exports know what to leave out.
 */
export const EVENTS = {
  BOOTH_STARTED: {
    kind: 'system',
    holds: 'none',
    sentence: 'The booth started; version, data folder state and whether a case was resumed.',
  },
  DEMO_CROSSING_LAID: {
    kind: 'system',
    holds: 'none',
    sentence: 'In training: an invented crossing of earlier days was laid into an empty store.',
  },
  BOOTH_STOPPED: { kind: 'system', holds: 'none', sentence: 'The booth was stopped in order.' },
  STORE_SET_ASIDE: { kind: 'system', holds: 'none', sentence: 'A damaged store was named as such and kept aside.' },
  WINDOW_OPENED: {
    kind: 'access',
    holds: 'none',
    sentence: 'A window came in through the door with a valid one-time token.',
  },
  WINDOW_REFUSED: { kind: 'access', holds: 'none', sentence: 'Someone was turned away at the door, with the reason.' },
  LOGIN_SUCCEEDED: { kind: 'access', holds: 'staff', sentence: 'An officer signed in.' },
  LOGIN_FAILED: { kind: 'access', holds: 'staff', sentence: 'A sign-in failed: number unknown or PIN wrong.' },
  LOGIN_LOCKED: {
    kind: 'access',
    holds: 'staff',
    sentence: 'An account was locked after wrong PINs, or tried while locked.',
  },
  LOGGED_OUT: { kind: 'access', holds: 'staff', sentence: 'An officer signed out or the screen was locked.' },
  ACCOUNT_SET: {
    kind: 'access',
    holds: 'staff',
    sentence: 'An account was made, or given a new PIN or role; a lock-out of it ended.',
  },
  SECOND_FACTOR_REFUSED: {
    kind: 'access',
    holds: 'staff',
    sentence: 'A security key did not prove who it belongs to: no question was open, not verified, or signs of a copy.',
  },
  KEY_SHOWN: {
    kind: 'access',
    holds: 'staff',
    sentence: 'A person showed a security key beside number and PIN, for one call.',
  },
  KEY_REGISTERED: {
    kind: 'access',
    holds: 'staff',
    sentence: 'A security key was registered for a person, confirmed by another.',
  },
  KEY_REMOVED: {
    kind: 'access',
    holds: 'staff',
    sentence: 'A security key of a person was removed: confirmed by another, or at the command line.',
  },
  CALL_REFUSED: { kind: 'access', holds: 'staff', sentence: 'A call was refused because the role did not allow it.' },
  CLEARANCE_OPENED: {
    kind: 'clearance',
    holds: 'traveller',
    sentence: 'A document was read or typed in and a clearance opened.',
  },
  CLEARANCE_RESUMED: {
    kind: 'clearance',
    holds: 'none',
    sentence: 'An open clearance was taken up again after a restart.',
  },
  STATE_STORED: {
    kind: 'clearance',
    holds: 'none',
    sentence: 'A step of a clearance was stored that no other event tells of.',
  },
  DOCUMENT_READ: { kind: 'clearance', holds: 'traveller', sentence: 'The MRZ as read, its problems and its source.' },
  CHECKS_STARTED: { kind: 'clearance', holds: 'none', sentence: 'The checks of this clearance were started.' },
  CHECK_FINISHED: {
    kind: 'clearance',
    holds: 'none',
    sentence: 'One check has its final result, with reason, source, data version and duration.',
  },
  LIST_CONSULTED: {
    kind: 'clearance',
    holds: 'traveller',
    sentence: 'The local lists were asked; each with its version, and the entries that answered.',
  },
  HIT_COMPARED: {
    kind: 'clearance',
    holds: 'traveller',
    sentence: 'An officer compared the person with a list entry and said same, different or cannot decide.',
  },
  EXCLUSION_APPLIED: {
    kind: 'clearance',
    holds: 'traveller',
    sentence: 'A list entry did not ask again: it was told apart from this document earlier, by whom and until when.',
  },
  EXCLUSION_EXPIRED: {
    kind: 'clearance',
    holds: 'traveller',
    sentence: 'A list entry asks again: an earlier exclusion has run out, or the entry has changed since.',
  },
  EXCLUSION_UNDONE: {
    kind: 'clearance',
    holds: 'traveller',
    sentence:
      'An officer or watchlist administrator took an earlier exclusion back, with the reason; the entry asks again.',
  },
  EXCLUSION_RECORDED: {
    kind: 'clearance',
    holds: 'traveller',
    sentence: 'Document and list entry are remembered as told apart: by whom, by which second person, until when.',
  },
  DISCREET_CLOSED: {
    kind: 'clearance',
    holds: 'traveller',
    sentence:
      'After each decision, whether any or none: the discreet entries that answered. Nothing is shown, and no numbering tells.',
  },
  ...LAW_EVENTS,
  PATTERNS_SEEN: {
    kind: 'clearance',
    holds: 'traveller',
    sentence: 'The second line was shown what earlier crossings say about a person: which indicators, and how strong.',
  },
  PATTERNS_FORGOTTEN: {
    kind: 'system',
    holds: 'none',
    sentence: 'What patterns keep of old crossings was deleted: before which moment, and of how many.',
  },
  ...ADVANCE_EVENTS,
  NOTE_WRITTEN: { kind: 'clearance', holds: 'traveller', sentence: 'An officer wrote a note on the clearance.' },
  MOVE_REFUSED: {
    kind: 'clearance',
    holds: 'none',
    sentence: 'A step was asked for that the state of the clearance does not allow.',
  },
  CLEARED: { kind: 'decision', holds: 'traveller', sentence: 'The officer cleared the traveller.' },
  REFERRED: {
    kind: 'decision',
    holds: 'traveller',
    sentence: 'The officer referred the traveller to secondary inspection, with reasons.',
  },
  REFUSAL_PROPOSED: {
    kind: 'decision',
    holds: 'traveller',
    sentence: 'The officer proposed refusal to the head of unit, with reasons.',
  },
  ABANDONED: {
    kind: 'decision',
    holds: 'traveller',
    sentence: 'The clearance ended without a decision, with the reason.',
  },
  ...SECOND_LINE_EVENTS,
  ...DECISION_EVENTS,
  ...POSTURE_EVENTS,
  ...INCIDENT_EVENTS,
  ...SHIFT_EVENTS,
  DEVICE_STATE: {
    kind: 'device',
    holds: 'none',
    sentence: 'A device changed its state; in an open case also the step that its loss left void.',
  },
  CONNECTION_CHANGED: { kind: 'system', holds: 'none', sentence: 'The lane went online or offline.' },
  LIST_REPLACED: {
    kind: 'list',
    holds: 'none',
    sentence: 'A list copy was replaced; old and new version and the counts.',
  },
  LIST_ENTRY_LAPSED: {
    kind: 'list',
    holds: 'traveller',
    sentence:
      'The time of a list entry has passed: list, entry, its last day and the first day on which it counts no more.',
  },
  LIST_REVERTED: {
    kind: 'list',
    holds: 'none',
    sentence: 'The list copy before was put back in service; the versions.',
  },
  LIST_CHANGE_ORDERED: {
    kind: 'list',
    holds: 'staff',
    sentence: 'A person ordered a list import from the drop folder, or the return to the copy before.',
  },
  LIST_CHANGE_BUILT: {
    kind: 'list',
    holds: 'none',
    sentence: 'The ordered list stands built and read back beside the one in service; the counts of the comparison.',
  },
  LIST_CHANGE_CONFIRMED: {
    kind: 'list',
    holds: 'staff',
    sentence: 'A second person confirmed an ordered change with number and PIN; the swap follows.',
  },
  LIST_CHANGE_DISCARDED: {
    kind: 'list',
    holds: 'staff',
    sentence: 'An ordered change ended without coming into service: discarded by a person, or failed with its reason.',
  },
  LIST_SEARCHED: {
    kind: 'list',
    holds: 'traveller',
    sentence:
      'A watchlist administrator searched the lists, discreet ones too: who, which versions, how many entries. What was asked stands under `redacted`, to be left out where the journal is shown.',
  },
  ...RULES_EVENTS,
  ...REPLAY_EVENTS,
  SERVICE_SWITCHED: {
    kind: 'maintenance',
    holds: 'staff',
    sentence: 'A technician took the lane out of service or back into it, with the reason.',
  },
  SETTINGS_TRIED: {
    kind: 'maintenance',
    holds: 'staff',
    sentence: 'A technician put other device settings on trial; what they change.',
  },
  SETTINGS_TRIAL_EXTENDED: {
    kind: 'maintenance',
    holds: 'staff',
    sentence: 'A trial of device settings was prolonged, once.',
  },
  SETTINGS_KEPT: {
    kind: 'maintenance',
    holds: 'staff',
    sentence: 'Tried device settings were kept and written down; what they changed and what the devices did.',
  },
  SETTINGS_ROLLED_BACK: {
    kind: 'maintenance',
    holds: 'staff',
    sentence: 'Device settings went back to what they were: by a person, by themselves, or at the end of the booth.',
  },
  SELF_TEST_STARTED: { kind: 'maintenance', holds: 'staff', sentence: 'A technician began the guided self test.' },
  SELF_TEST_STOPPED: {
    kind: 'maintenance',
    holds: 'staff',
    sentence: 'The guided self test was broken off; how far it had come.',
  },
  SELF_TEST_SIGNED: {
    kind: 'maintenance',
    holds: 'staff',
    sentence: 'A technician signed a finished self test; its digest and the count of each result.',
  },
  PORT_PROBED: {
    kind: 'maintenance',
    holds: 'staff',
    sentence: 'A technician asked a port with safe questions what it is; the driver that answered.',
  },
  DEVICE_ASKED: {
    kind: 'maintenance',
    holds: 'staff',
    sentence: "A technician asked a device its driver's safe questions; how many were answered.",
  },
  WIRE_WATCHED: { kind: 'maintenance', holds: 'staff', sentence: 'A technician opened the wire of a device.' },
  WIRE_EXPORTED: {
    kind: 'maintenance',
    holds: 'staff',
    sentence: 'A technician exported the wire of a device; how many entries, covered as on the screen.',
  },
  RECORDING_STARTED: { kind: 'maintenance', holds: 'staff', sentence: 'A recording of the wire of a device began.' },
  RECORDING_STOPPED: { kind: 'maintenance', holds: 'staff', sentence: 'A technician ended a recording.' },
  RECORDING_REPLAYED: {
    kind: 'maintenance',
    holds: 'staff',
    sentence: 'A recording was played against the driver; whether the driver said the same.',
  },
  PROFILE_EXPORTED: {
    kind: 'maintenance',
    holds: 'staff',
    sentence: 'The device settings of the lane were exported as a signed file.',
  },
  PROFILE_READ: {
    kind: 'maintenance',
    holds: 'staff',
    sentence: 'A signed file of device settings was read: whose, whether trusted, how many differences.',
  },
  MAINTENANCE_NOTE: { kind: 'maintenance', holds: 'staff', sentence: 'A technician wrote a note into the log.' },
  JOURNAL_VERIFIED: { kind: 'audit', holds: 'none', sentence: 'The chain of the journal was walked, with the result.' },
} as const satisfies Record<string, { kind: string; holds: 'none' | 'staff' | 'traveller'; sentence: string }>;

export type EventId = keyof typeof EVENTS;
