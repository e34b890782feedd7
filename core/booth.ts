import { mkdir, readFile } from 'node:fs/promises';
import { keyCeremony } from './api/access/key_ceremony.ts';
import { SecondFactor } from './api/access/second_factor.ts';
import { AdvanceDesk } from './api/advance/advance_desk.ts';
import type { ApiParts } from './api/authorise.ts';
import { DecisionFiles } from './api/decisions/decision_files.ts';
import { startDuty } from './api/duty.ts';
import { withGuardedGate } from './api/guarded_gate.ts';
import { installedProcedures } from './api/incident/installed_procedures.ts';
import { openBySystem } from './api/incident/open_by_system.ts';
import { Lane } from './api/lane.ts';
import { entry } from './api/lane_context.ts';
import { LapseWatch } from './api/lapse_watch.ts';
import { ListChanges } from './api/list_changes.ts';
import { ForgetWatch } from './api/patterns/forget_watch.ts';
import { type BoothRouter, createRouter } from './api/router.ts';
import { RulesDesk } from './api/rules/rules_desk.ts';
import { SignIns } from './api/sign_ins.ts';
import { Maintenance } from './api/technician/maintenance.ts';
import { verifyAtStart } from './api/verify_at_start.ts';
import type { WindowIdentity } from './api/window.ts';
import { type Demo, prepareDemo } from './demo/prepare_demo.ts';
import { err, ok, type Result } from './domain/result.ts';
import type { Clock } from './ports/clock.ts';
import { type DeviceWorkshop, NO_WORKSHOP } from './ports/device_workshop.ts';
import type { Ids } from './ports/ids.ts';
import type { IncomingLists } from './ports/incoming_lists.ts';
import { type Dock, type LaneDevices, NO_DEVICES } from './ports/lane_devices.ts';
import { KeptRules } from './rules/rule_snapshots.ts';
import { keepDevices } from './settings/keep_devices.ts';
import { loadSettings } from './settings/settings.ts';
import { keyFromFile } from './storage/key_file.ts';
import { openOrSetAside } from './storage/open_or_set_aside.ts';
import type { Storage } from './storage/open_storage.ts';
import { profileKey } from './storage/profile_key.ts';
import { incomingLists } from './sync/incoming_lists.ts';
import { publicKeyOf } from './sync/lane_profile.ts';
import { systemClock, systemIds } from './system_ports.ts';
import { openTravel } from './travel/open_travel.ts';

export type { BoothRouter } from './api/router.ts';
export type { CallContext, WindowIdentity } from './api/window.ts';
export { systemClock, systemIds } from './system_ports.ts';

export interface BoothOptions {
  readonly dataDirectory: string;
  /** Invented officers, lists and documents; a band on every screen says training. */
  readonly demo: boolean;
  /** 32 bytes from the shell's key store; without it the key file of the data folder is used. */
  readonly key?: Uint8Array;
  readonly devices?: LaneDevices;
  /** What a technician may do with the devices; without it nothing. */
  readonly workshop?: DeviceWorkshop;
  /** The demo's hands on the simulated devices. */
  readonly dock?: Dock;
  readonly clock?: Clock;
  readonly ids?: Ids;
}

export interface BoothProblem {
  readonly code: string;
  /** For the technician; never holds personal data. */
  readonly detail: string;
}

/** The booth: everything behind the door. */
export interface Booth {
  readonly router: BoothRouter;
  /** The name of this machine that its door goes by: keys are bound to a name, so a booth that asks for them needs one. */
  readonly doorName: '127.0.0.1' | 'localhost';
  windowOpened(window: WindowIdentity): Promise<void>;
  windowRefused(reason: string): void;
  /** Signs the window's officer out unless the same window comes back within the grace of a page reload. */
  windowClosed(windowId: string): void;
  stop(): Promise<void>;
}

/** How long a closed window may stay away (a reload) before its officer is signed out, in ms. */
const RELOAD_GRACE_MS = 30_000;

/** When a start looks for lists with many changes over them, in ms. */
const COMPACT_AFTER_MS = 60_000;

/** Everything in the data folder is for its owner only. */
async function makeFolder(directory: string): Promise<Result<null, BoothProblem>> {
  try {
    await mkdir(directory, { recursive: true, mode: 0o700 });
    return ok(null);
  } catch (error) {
    return err({
      code: 'DATA_UNUSABLE',
      detail: `the data folder cannot be made: ${(error as NodeJS.ErrnoException).code}`,
    });
  }
}

async function versionOfProduct(): Promise<string> {
  const text = await readFile(new URL('../package.json', import.meta.url), 'utf8');
  return String((JSON.parse(text) as { version: string }).version);
}

/** Puts the booth together: settings, key, store, lane, calls. The only place where all of them meet. */
export async function createBooth(options: BoothOptions): Promise<Result<Booth, BoothProblem>> {
  const clock = options.clock ?? systemClock;
  const ids = options.ids ?? systemIds;
  const directory = options.dataDirectory;
  const settings = await loadSettings(directory);
  if (!settings.ok) return settings;
  const made = await makeFolder(directory);
  if (!made.ok) return made;
  const key = options.key === undefined ? keyFromFile(directory, ids) : ok(options.key);
  if (!key.ok) return key;
  const opened = await openOrSetAside({ directory, key: key.value, clock, ids, terminal: settings.value.lane.id });
  if (!opened.ok) return opened;
  const { storage, setAside } = opened.value;
  const procedures = await installedProcedures();
  if (!procedures.ok) return procedures;
  const rules = await KeptRules.open({
    directory,
    state: settings.value.lane.state,
    authorities: settings.value.ruleAuthorities,
    records: storage.records,
    clock,
    terminal: settings.value.lane.id,
  });
  const demo = options.demo
    ? await prepareDemo({ storage, clock, ids, lane: settings.value.lane, dataDirectory: directory })
    : null;
  const { records, watchlist, exclusions, caseFiles, crossings, patterns } = storage;
  const context = {
    settings: settings.value,
    clock,
    ids,
    records,
    watchlist,
    exclusions,
    caseFiles,
    crossings,
    patterns,
    rules,
    travel: openTravel(storage, settings.value, clock, demo),
  };
  const devices = options.devices ?? NO_DEVICES;
  const lane = new Lane({
    context,
    devices: withGuardedGate(
      devices,
      () => lane.memory.service.open && !lane.memory.stopped,
      'the lane is out of service',
    ),
    ...procedures.value,
    training: options.demo,
    version: await versionOfProduct(),
    demoOfficers: demo?.officers ?? [],
  });
  lane.memory.storeSetAside = setAside;
  const ready = demo?.ready ?? Promise.resolve();
  const ceremony = await keyCeremony(settings.value.login.secondFactor);
  const secondFactor = new SecondFactor(context, storage.securityKeys, ceremony);
  const signIns = new SignIns(lane, storage.accounts, secondFactor, ready);
  const entries = [
    entry(context, 'BOOTH_STARTED', 'system', null, { version: lane.options.version, training: options.demo }),
  ];
  if (setAside) entries.unshift(entry(context, 'STORE_SET_ASIDE', 'system', null, null));
  const started = await storage.records.commit({ entries });
  if (!started.ok) return err(started.error);
  await lane.start();
  if (setAside) await openBySystem(lane, 'STORE_SET_ASIDE');
  void ready.then(() => lane.refresh()).then(() => lane.publish());
  const incoming = incomingLists(directory, settings.value.listAuthorities);
  const changes = listChanges(lane, storage, incoming);
  const rulesDesk = new RulesDesk({
    context,
    snapshots: rules,
    rehearsals: storage.rehearsals,
    tell: () => lane.publish(),
  });
  const maintenance = maintenanceOf(lane, devices, options);
  maintenance.start();
  const duty = await startDuty(lane);
  const decisions = new DecisionFiles(lane, () => duty.secondLine.takeUp());
  duty.secondLine.onProposed(() => decisions.takeUp());
  await decisions.start();
  const lapses = new LapseWatch(context);
  lapses.start();
  const forgetting = new ForgetWatch(context);
  forgetting.start();
  // After the first look-ups of a start: it takes a processor for a while.
  const cancelCompacting = clock.after(COMPACT_AFTER_MS, () => void storage.watchlist.compact());
  return ok(
    running(
      {
        lane,
        signIns,
        secondFactor,
        changes,
        maintenance,
        ...duty,
        rulesDesk,
        decisions,
        advance: new AdvanceDesk({ context, advance: storage.advance, incoming, training: options.demo }),
        lapses,
        forgetting,
        cancelCompacting,
        incoming,
        storage,
        demo,
        verified: verifyAtStart(lane),
      },
      options,
    ),
  );
}

function listChanges(lane: Lane, storage: Storage, incoming: IncomingLists): ListChanges {
  return new ListChanges({
    context: lane.context,
    importing: storage.watchlist,
    incoming,
    tell: () => lane.publish(),
    inService: () => lane.refresh(),
  });
}

function maintenanceOf(lane: Lane, devices: LaneDevices, options: BoothOptions): Maintenance {
  const directory = options.dataDirectory;
  return new Maintenance({
    lane,
    devices,
    workshop: options.workshop ?? NO_WORKSHOP,
    keep: (settings) => keepDevices(directory, settings),
    signer: () => {
      const key = profileKey(directory);
      if (!key.ok) return key;
      const name = `booth ${lane.context.settings.lane.id}`;
      return ok({ name, privateKey: key.value, publicKey: publicKeyOf(key.value) });
    },
  });
}

/** What a running booth is made of: all that answers calls, and what runs beside it. */
interface Parts extends ApiParts {
  readonly lapses: LapseWatch;
  readonly forgetting: ForgetWatch;
  readonly cancelCompacting: () => void;
  readonly storage: Storage;
  readonly demo: Demo | null;
  /** The walk over the journal that each start begins. */
  readonly verified: Promise<void>;
}

function running(parts: Parts, options: BoothOptions): Booth {
  const { lane, signIns, changes, maintenance, secondLine, rulesDesk, decisions, storage } = parts;
  const { context } = lane;
  const leaving = new Map<string, () => void>();
  return {
    router: createRouter(parts, options.dock ?? null, parts.demo),
    doorName: context.settings.login.secondFactor === 'OFF' ? '127.0.0.1' : 'localhost',
    async windowOpened(window) {
      leaving.get(window.windowId)?.();
      leaving.delete(window.windowId);
      await context.records.commit({
        entries: [entry(context, 'WINDOW_OPENED', 'system', null, { role: window.role })],
      });
    },
    windowRefused(reason) {
      void context.records.commit({ entries: [entry(context, 'WINDOW_REFUSED', 'system', null, { reason })] });
    },
    windowClosed(windowId) {
      leaving.get(windowId)?.();
      leaving.set(
        windowId,
        context.clock.after(RELOAD_GRACE_MS, () => void signIns.signOut(windowId)),
      );
    },
    async stop() {
      await maintenance.stop();
      await secondLine.stop();
      await decisions.stop();
      await lane.stop();
      // What the demo is still writing must not meet a closed store.
      await parts.demo?.ready;
      await parts.verified;
      await Promise.all([parts.lapses.stop(), parts.forgetting.stop(), parts.advance.stop()]);
      await context.travel.close();
      parts.cancelCompacting();
      await changes.stop();
      await rulesDesk.close();
      await context.records.commit({ entries: [entry(context, 'BOOTH_STOPPED', 'system', null, null)] });
      await options.devices?.close();
      await storage.close();
    },
  };
}
