import type { TrialView } from '../../../contract/technician_view.ts';
import type { EventId } from '../../domain/audit/events.ts';
import { canonicalJson } from '../../domain/canonical_json.ts';
import { settingsChanges } from '../../domain/maintenance/settings_changes.ts';
import {
  beginTrial,
  extendTrial,
  TRIAL_MS,
  type Trial,
  type TrialEvidence,
  type WaitingFor,
  waitingFor,
} from '../../domain/maintenance/trial.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import type { DeviceHealth, DeviceKind } from '../../ports/device.ts';
import type { DeviceSetting, DeviceSigns, DeviceWorkshop, SettingsFault } from '../../ports/device_workshop.ts';
import type { LaneDevices } from '../../ports/lane_devices.ts';
import type { StorageProblem } from '../../ports/records.ts';
import type { Lane } from '../lane.ts';
import { asJson, entry } from '../lane_context.ts';

/** Kinds whose device has something to say: settings are not proven before it was heard. */
const SPEAKING: readonly DeviceKind[] = ['MRZ_READER', 'CODE_SCANNER', 'FINGERPRINT_READER'];

export type TrialProblem =
  | { readonly code: 'SETTINGS_WRONG'; readonly fault: SettingsFault }
  | { readonly code: 'CLEARANCE_OPEN' | 'TRIAL_UNDER_WAY' | 'NO_TRIAL' | 'EXTENDED_ALREADY' }
  | { readonly code: 'NOT_KEEPABLE'; readonly waitingFor: WaitingFor }
  | { readonly code: 'STORE_FAILED'; readonly problem: StorageProblem };

export interface TrialParts {
  readonly lane: Lane;
  readonly devices: LaneDevices;
  readonly workshop: DeviceWorkshop;
  /** Writes the devices into the settings of the data folder, for good. */
  readonly keep: (devices: readonly DeviceSetting[]) => Promise<Result<void, StorageProblem>>;
  readonly changed: () => void;
}

/** What stood in service before a trial, and what its devices had done. */
interface UnderWay {
  readonly trial: Trial;
  readonly before: readonly DeviceSetting[];
  readonly tried: readonly DeviceSetting[];
  readonly signs: ReadonlyMap<string, DeviceSigns>;
  /** By the clock that nobody sets: a trial ends in time whatever becomes of the date. */
  readonly endsAt: number;
}

/** When old settings that could not be put back are tried again, in ms. */
const AGAIN_MS = 1_000;

const NO_SIGNS: DeviceSigns = { beats: 0, faults: 0, reads: 0, frames: 0, lastHeardAt: null, lastFaultAt: null };

/**
 * Settings on trial: in service for 30 s, then back by themselves unless a person kept them. Nothing of it is written
 * down before that, so that whatever ends the booth, the power included, ends the trial. The lane takes no document
 * meanwhile: a traveller must not be cleared by devices that nobody has judged yet.
 */
export class TrialRun {
  readonly #parts: TrialParts;
  #underWay: UnderWay | null = null;
  #cancelEnd = () => {};
  #queue: Promise<unknown> = Promise.resolve();
  #ended = false;

  constructor(parts: TrialParts) {
    this.#parts = parts;
  }

  get underWay(): boolean {
    return this.#underWay !== null;
  }

  try(settings: readonly unknown[], by: string): Promise<Result<string, TrialProblem>> {
    return this.#inTurn(() => this.#try(settings, by));
  }

  extend(by: string): Promise<Result<void, TrialProblem>> {
    return this.#inTurn(async () => {
      const underWay = this.#inTime();
      if (underWay === null) return err({ code: 'NO_TRIAL' });
      const longer = extendTrial(underWay.trial);
      if (longer === null) return err({ code: 'EXTENDED_ALREADY' });
      const written = await this.#journal('SETTINGS_TRIAL_EXTENDED', by, null);
      if (!written.ok) return written;
      this.#underWay = { ...underWay, trial: longer, endsAt: underWay.endsAt + TRIAL_MS };
      this.#endIn(this.#underWay.endsAt - this.#monotonic());
      this.#parts.changed();
      return ok(undefined);
    });
  }

  keep(by: string): Promise<Result<void, TrialProblem>> {
    return this.#inTurn(async () => {
      const underWay = this.#inTime();
      if (underWay === null) return err({ code: 'NO_TRIAL' });
      const waiting = waitingFor(underWay.trial, this.#evidence(underWay), this.#now());
      if (waiting !== null) return err({ code: 'NOT_KEEPABLE', waitingFor: waiting });
      // The file first: settings in service that are not written down would be gone with the power.
      const kept = await this.#parts.keep(underWay.tried);
      if (!kept.ok) return err({ code: 'STORE_FAILED', problem: kept.error });
      const evidence = this.#evidence(underWay);
      this.#over();
      await this.#journal('SETTINGS_KEPT', by, { changes: underWay.trial.changes, evidence });
      return ok(undefined);
    });
  }

  /** The end of the booth: nothing is tried any more, and what is on trial goes back. */
  async stop(): Promise<void> {
    this.#ended = true;
    await this.rollBack('system', 'STOP');
  }

  /** Settings that cannot be put back leave the trial, and the hold on the lane, as they are; it is tried again soon. */
  rollBack(by: string, why: 'PERSON' | 'TIME' | 'STOP'): Promise<Result<void, TrialProblem>> {
    return this.#inTurn(async () => {
      const underWay = this.#underWay;
      if (underWay === null) return err({ code: 'NO_TRIAL' });
      // Extended in the very moment in which it ended.
      if (why === 'TIME' && this.#inTime() !== null) return err({ code: 'NO_TRIAL' });
      const evidence = this.#evidence(underWay);
      // The end of the booth closes the devices anyway.
      const back = why === 'STOP' ? ok(undefined) : await this.#apply(underWay.before);
      if (!back.ok) {
        this.#endIn(Math.max(AGAIN_MS, underWay.endsAt - this.#monotonic()));
        this.#parts.changed();
        return err({ code: 'SETTINGS_WRONG', fault: back.error });
      }
      this.#over();
      await this.#journal('SETTINGS_ROLLED_BACK', by, { why, changes: underWay.trial.changes, evidence });
      return ok(undefined);
    });
  }

  view(): TrialView | null {
    const underWay = this.#underWay;
    if (underWay === null) return null;
    const { id, by, since, until, extended, changes } = underWay.trial;
    const evidence = this.#evidence(underWay);
    return {
      id,
      by,
      since,
      until,
      extended,
      changes: [...changes],
      evidence: evidence.map(({ device, state, problem, beats, faults, reads }) => {
        return { device, state, problem, beats, faults, reads };
      }),
      waitingFor: waitingFor(underWay.trial, evidence, this.#now()),
    };
  }

  async #try(settings: readonly unknown[], by: string): Promise<Result<string, TrialProblem>> {
    const { lane, workshop } = this.#parts;
    if (this.#underWay !== null || this.#ended) return err({ code: 'TRIAL_UNDER_WAY' });
    const checked = workshop.check(settings);
    if (!checked.ok) return err({ code: 'SETTINGS_WRONG', fault: checked.error });
    if (!(await lane.hold())) return err({ code: 'CLEARANCE_OPEN' });
    const before = workshop.settings();
    const changes = settingsChanges(before, checked.value);
    const written = await this.#journal('SETTINGS_TRIED', by, { changes });
    const applied = written.ok ? await this.#apply(checked.value) : written;
    if (!applied.ok) {
      if (written.ok) await this.#apply(before);
      lane.release();
      return 'device' in applied.error ? err({ code: 'SETTINGS_WRONG', fault: applied.error }) : err(applied.error);
    }
    const trial = beginTrial(
      { id: lane.context.ids.uuid(), by, changes, tried: this.#tried(before, checked.value) },
      this.#now(),
    );
    const signs = new Map(trial.tried.map(({ device }) => [device, workshop.signs(device) ?? NO_SIGNS]));
    this.#underWay = { trial, before, tried: checked.value, signs, endsAt: this.#monotonic() + TRIAL_MS };
    this.#endIn(TRIAL_MS);
    this.#parts.changed();
    return ok(trial.id);
  }

  /** The devices that are new or have other settings. */
  #tried(before: readonly DeviceSetting[], after: readonly DeviceSetting[]): Trial['tried'] {
    const drivers = this.#parts.workshop.drivers();
    const same = (one: DeviceSetting) => before.some((old) => canonicalJson(old) === canonicalJson(one));
    return after
      .filter((one) => !same(one))
      .map(({ name, driver }) => {
        const kind = drivers.find(({ id }) => id === driver)?.kind;
        return { device: name, speaks: kind !== undefined && SPEAKING.includes(kind) };
      });
  }

  #evidence({ trial, signs }: UnderWay): TrialEvidence[] {
    const health = new Map(this.#parts.devices.health().map((one): [string, DeviceHealth] => [one.name, one]));
    return trial.tried.map(({ device }) => {
      const before = signs.get(device) ?? NO_SIGNS;
      const now = this.#parts.workshop.signs(device) ?? NO_SIGNS;
      const { state = 'absent', problem = null } = health.get(device) ?? {};
      return {
        device,
        state,
        problem: problem?.code ?? null,
        beats: now.beats - before.beats,
        faults: now.faults - before.faults,
        reads: now.reads - before.reads,
        frames: now.frames - before.frames,
        lastFaultAt: now.faults > before.faults ? now.lastFaultAt : null,
      };
    });
  }

  /** A bug below must not leave the lane held for ever. */
  #apply(settings: readonly DeviceSetting[]): Promise<Result<void, SettingsFault>> {
    return this.#parts.workshop
      .apply(settings)
      .catch(() => err({ device: null, path: '', detail: 'these settings could not be put in service' }));
  }

  /** The trial while its time runs. */
  #inTime(): UnderWay | null {
    return this.#underWay !== null && this.#monotonic() < this.#underWay.endsAt ? this.#underWay : null;
  }

  #endIn(delayMs: number): void {
    this.#cancelEnd();
    this.#cancelEnd = this.#parts.lane.context.clock.after(delayMs, () => {
      void this.rollBack('system', 'TIME');
    });
  }

  #over(): void {
    this.#cancelEnd();
    this.#underWay = null;
    this.#parts.lane.release();
    this.#parts.changed();
  }

  #monotonic(): number {
    return this.#parts.lane.context.clock.monotonic();
  }

  #now(): number {
    return this.#parts.lane.context.clock.now();
  }

  async #journal(event: EventId, by: string, data: unknown): Promise<Result<void, TrialProblem>> {
    const { context } = this.#parts.lane;
    const written = await context.records.commit({ entries: [entry(context, event, by, null, asJson(data))] });
    return written.ok ? ok(undefined) : err({ code: 'STORE_FAILED', problem: written.error });
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#queue.then(work);
    this.#queue = result.catch(() => {});
    return result;
  }
}
