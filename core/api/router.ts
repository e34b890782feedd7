import type { Dock } from '../ports/lane_devices.ts';
import { accessCalls } from './access/access_calls.ts';
import { advanceCalls } from './advance/advance_calls.ts';
import { auditCalls } from './audit_calls.ts';
import { type ApiParts, authorised } from './authorise.ts';
import { decisionCalls } from './decisions/decision_calls.ts';
import { type DemoThings, devdockCalls } from './devdock_calls.ts';
import { devicesCalls } from './devices_calls.ts';
import { formCalls } from './forms/form_calls.ts';
import { incidentCalls } from './incident/incident_calls.ts';
import { laneCalls } from './lane_calls.ts';
import { patternCalls } from './patterns/pattern_calls.ts';
import { postureCalls } from './posture/posture_calls.ts';
import { replayCalls } from './replay/replay_calls.ts';
import { rulesCalls } from './rules/rules_calls.ts';
import { secondLineCalls } from './second_line/second_line_calls.ts';
import { sessionCalls } from './session_calls.ts';
import { shiftCalls } from './shift/shift_calls.ts';
import { technicianCalls } from './technician/technician_calls.ts';
import { travellerCalls } from './traveller_calls.ts';
import { watchlistCalls } from './watchlist_calls.ts';

/** Every call of the contract, answered. One handler file per area. */
export function createRouter(parts: ApiParts, dock: Dock | null, demo: DemoThings | null) {
  const api = authorised(parts);
  return api.router({
    session: sessionCalls(api, parts),
    access: accessCalls(api, parts),
    lane: laneCalls(api, parts),
    audit: auditCalls(api, parts),
    devices: devicesCalls(api, parts),
    devdock: devdockCalls(api, parts, dock, demo),
    watchlist: watchlistCalls(api, parts),
    rules: rulesCalls(api, parts),
    replay: replayCalls(api, parts),
    advance: advanceCalls(api, parts),
    technician: technicianCalls(api, parts),
    traveller: travellerCalls(api, parts),
    posture: postureCalls(api, parts),
    patterns: patternCalls(api, parts),
    secondLine: secondLineCalls(api, parts),
    forms: formCalls(api, parts),
    decisions: decisionCalls(api, parts),
    incident: incidentCalls(api, parts),
    shift: shiftCalls(api, parts),
  });
}
export type BoothRouter = ReturnType<typeof createRouter>;
