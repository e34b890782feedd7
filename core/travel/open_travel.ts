import type { VisaRecord } from '../domain/travel/advance.ts';
import type { CentralRegister } from '../ports/central_register.ts';
import type { Clock } from '../ports/clock.ts';
import type { TravelSources } from '../ports/travel_sources.ts';
import { gateAirport } from '../settings/gate_airport.ts';
import type { Settings } from '../settings/settings.ts';
import type { Storage } from '../storage/open_storage.ts';
import { centralOverHttp } from './central_over_http.ts';
import { isElectronicVisaGate } from './electronic_visa_gates.ts';
import { KnownTravel } from './known_travel.ts';

/** How often copies are looked through for what has passed its time, ms. */
const PURGE_MS = 3_600_000;
/** When a start looks through them first, ms: the door opens before that. */
const FIRST_LOOK_MS = 10_000;

/** Whether an electronic visa serves at this lane's gate: its own gates where it names them, else the lane's setting, else the list. */
function gateListed(settings: Settings['travel']) {
  return (record: VisaRecord, day: string): boolean | null => {
    const { gate, electronicVisaGate } = settings;
    if (record.gates !== null && gate !== null && !record.gates.includes(gate)) return false;
    if (electronicVisaGate !== null) return electronicVisaGate;
    return gate === null ? null : isElectronicVisaGate(gate, day);
  };
}

/** The gate of a training lane whose settings name none: invented, and one where electronic visas serve. */
const TRAINING_GATE = { gate: 'air.specimen-1', electronicVisaGate: true };

/** The simulated centre of a training lane. */
interface TrainingCentre {
  readonly central: CentralRegister;
  readonly register: { close(): Promise<void> };
}

/** What a lane knows of journeys, put together; soon and then every hour copies whose time has passed are deleted, until it is closed. */
export function openTravel(
  storage: Storage,
  settings: Settings,
  clock: Clock,
  training: TrainingCentre | null,
): TravelSources {
  const { advance, crossings, records } = storage;
  const invented = training !== null && settings.travel.gate === null;
  const travel = invented ? { ...settings.travel, ...TRAINING_GATE } : settings.travel;
  const connected = travel.central === null ? null : centralOverHttp(travel.central, clock);
  const register = training?.central ?? connected;
  const airport = gateAirport(settings, training !== null);
  const known = new KnownTravel({ advance, crossings, register, clock, airport, gateListed: gateListed(travel) });
  const purge = (): void => {
    void advance.purge(clock.now(), travel);
    cancel = clock.after(PURGE_MS, purge);
  };
  const tellIfRenewed = async (): Promise<void> => {
    const today = new Date(clock.now()).toISOString().slice(0, 10);
    const found = await advance.status({ from: today, to: today });
    if (!found.ok || !found.value.renewed) return;
    const stamp = { at: clock.now(), actor: 'system', terminal: settings.lane.id, clearance: null, data: null };
    await records.commit({ entries: [{ event: 'ADVANCE_DATA_RENEWED', ...stamp }] });
  };
  let told = Promise.resolve();
  let cancel = clock.after(FIRST_LOOK_MS, () => {
    told = tellIfRenewed();
    purge();
  });
  return {
    ask: (query, online) => known.ask(query, online),
    hear: (text, query, online) => known.hear(text, query, online),
    stood: (query, at) => known.stood(query, at),
    async close() {
      cancel();
      await told;
      await training?.register.close();
    },
  };
}
