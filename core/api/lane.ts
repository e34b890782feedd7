import type { LaneView } from '../../contract/lane_view.ts';
import type { BoothView } from '../../contract/session.ts';
import type { Clearance, Direction } from '../domain/clearance/clearance.ts';
import { type ClearanceState, isOver } from '../domain/clearance/step.ts';
import { documentKey } from '../domain/document/facts.ts';
import type { MrzReader, MrzReaderEvent } from '../ports/mrz_reader.ts';
import type { StorageProblem } from '../ports/records.ts';
import { decisionSeq } from './clearance_entries.ts';
import { CodeDesk } from './code_desk.ts';
import { deviceChanges, deviceEntry, isLost } from './device_loss.ts';
import { DocumentDesk } from './document_desk.ts';
import { paperDue } from './forms/paper_due.ts';
import { Incidents } from './incident/incidents.ts';
import { entry, type LaneContext } from './lane_context.ts';
import { emptyMemory, type LaneMemory, whyShut } from './lane_memory.ts';
import type { LaneOptions } from './lane_options.ts';
import { boothView, laneView } from './lane_view.ts';
import { Live } from './live.ts';
import { Postures } from './posture/postures.ts';
import { ClearanceRunner } from './run_clearance.ts';
import { SERVICE_MARK, storedService } from './service_mark.ts';
import { StampOrders } from './stamp_orders.ts';
import { TravellerScreen } from './traveller_screen.ts';

/** How often ages and totals are brought up to date when nothing happens, in ms. */
const REFRESH_MS = 15_000;

/** One lane at work: device events and officers' commands in, views out. Truth is in the store; this only runs it. */
export class Lane {
  readonly context: LaneContext;
  readonly memory: LaneMemory;
  readonly runner: ClearanceRunner;
  readonly postures: Postures;
  readonly incidents: Incidents;
  readonly stampOrders: StampOrders;
  readonly desk: DocumentDesk;
  readonly codes: CodeDesk;
  readonly laneLive: Live<LaneView | null>;
  readonly boothLive: Live<BoothView>;
  readonly traveller: TravellerScreen;
  readonly options: LaneOptions;
  #reader: MrzReader | null = null;
  #cancelRefresh = () => {};
  #unlisten: (() => void)[] = [];
  #holds = 0;
  #stopped = false;
  readonly #deciders = new Set<(clearance: Clearance) => void>();

  constructor(options: LaneOptions) {
    this.options = options;
    this.context = options.context;
    this.memory = emptyMemory(this.context.settings.lane.direction, this.context.clock.now());
    this.postures = new Postures(this.context, options.profiles, {
      offlineSince: () => (this.memory.connection.state === 'OFFLINE' ? this.memory.connection.since : null),
      changed: () => this.postureChanged(),
    });
    this.incidents = new Incidents(this.context, options.playbooks, () => this.postureChanged());
    this.stampOrders = new StampOrders(this.context, () => this.memory.connection.state === 'OFFLINE');
    this.runner = new ClearanceRunner(this.context, {
      online: () => this.memory.connection.state === 'ONLINE',
      inForce: () => this.postures.inForce(),
      committed: (state, lastSeq) => this.#committed(state, lastSeq),
      failed: (problem) => this.storeFailed(problem),
    });
    this.desk = new DocumentDesk(this.context, this.runner, {
      direction: () => this.memory.direction,
      notice: (code) => this.notice(code),
      forgetNotice: () => {
        this.memory.notice = null;
      },
    });
    this.codes = new CodeDesk(this.context, this.runner, {
      online: () => this.memory.connection.state === 'ONLINE',
      takesCodes: () => this.memory.officer !== null && whyShut(this.memory) === null,
      notice: (code) => this.notice(code),
      memory: () => this.memory,
      publish: () => this.publish(),
    });
    this.boothLive = new Live(boothView(this));
    this.laneLive = new Live<LaneView | null>(null);
    this.traveller = new TravellerScreen(this);
  }

  /** Reads what the store remembers, takes an open case up again and begins to listen to the devices. */
  async start(): Promise<void> {
    const { records, settings } = this.context;
    const last = await records.lastRecordNumber(settings.lane.id);
    if (last.ok) this.desk.startAfter(last.value);
    await this.refresh();
    await this.postures.start();
    await this.incidents.start();
    await this.stampOrders.start();
    this.memory.stopped = this.#isStopped();
    const open = await records.openClearance(settings.lane.id);
    if (open.ok && open.value !== null) {
      this.memory.direction = open.value.direction;
      await this.runner.resume(open.value);
    }
    const service = await records.mark(SERVICE_MARK);
    this.memory.service = (service.ok ? storedService(service.value) : null) ?? this.memory.service;
    const { devices } = this.options;
    this.memory.devices = devices.health();
    this.#unlisten = [devices.onHealth((health) => this.#deviceHealth(health))];
    this.#listenToReader();
    this.codes.listen(this.options.devices.codeScanner);
    this.#scheduleRefresh();
    this.publish();
  }

  /** Resolves when no step of it is under way any more. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#cancelRefresh();
    for (const unlisten of this.#unlisten) unlisten();
    this.traveller.stop();
    await Promise.all([this.codes.stop(), this.postures.stop(), this.incidents.stop(), this.desk.settled()]);
    await this.runner.settled();
  }

  publish(): void {
    this.boothLive.set(boothView(this));
    this.laneLive.set(laneView(this));
    this.traveller.update();
  }

  /**
   * Takes no document from now on and waits until none is being taken. True when no clearance is open then, and `release`
   * ends it; else it is ended already. Several may hold the lane: it takes documents again after the last release.
   */
  async hold(): Promise<boolean> {
    this.#holds += 1;
    this.memory.held = true;
    await this.desk.settled();
    const free = this.runner.state === null;
    if (free) this.publish();
    else this.release();
    return free;
  }

  release(): void {
    this.#holds -= 1;
    this.memory.held = this.#holds > 0;
    this.publish();
  }

  /** What is in force has changed, or what an incident asks: every screen shows it, and an open clearance is asked what is asked more. */
  postureChanged(): void {
    this.memory.stopped = this.#isStopped();
    this.publish();
    void this.runner.lookAtPosture();
  }

  notice(code: NonNullable<LaneView['notice']>['code']): void {
    this.memory.notice = { code, at: this.context.clock.now() };
    this.publish();
  }

  /** Calls back after each decision, once it is stored; the returned function ends it. */
  onDecided(decided: (clearance: Clearance) => void): () => void {
    this.#deciders.add(decided);
    return () => this.#deciders.delete(decided);
  }

  /** News that may wait: it never takes the place of a notice that has not been seen. */
  tellRest(code: Extract<NonNullable<LaneView['notice']>['code'], `SECOND_LINE_${string}`>): void {
    const shown = this.memory.notice?.code ?? code;
    if (shown.startsWith('SECOND_LINE_')) this.notice(code);
  }

  storeFailed(_problem: StorageProblem): void {
    this.notice('STORE_FAILED');
  }

  setConnection(online: boolean): void {
    const state = online ? 'ONLINE' : 'OFFLINE';
    if (this.memory.connection.state === state) return;
    this.memory.connection = { state, since: this.context.clock.now() };
    void this.context.records.commit({
      entries: [entry(this.context, 'CONNECTION_CHANGED', 'system', null, { state })],
      ...(online ? this.stampOrders.end() : {}),
    });
    this.postureChanged();
  }

  setDirection(direction: Direction): void {
    // The direction of an open case is the case's own; a new officer's choice waits for the next traveller.
    this.memory.direction = direction;
  }

  /** Brings totals, lists and backlog up to date from the store. */
  async refresh(): Promise<void> {
    const { records, watchlist, clock, settings } = this.context;
    const lane = settings.lane.id;
    const since = this.memory.officer?.since ?? clock.now() - 8 * 3_600_000;
    const [lists, totals, referred, backlog, size] = await Promise.all([
      watchlist.status(),
      records.totals(lane, since),
      records.referred(lane, 3),
      records.backlog(),
      records.journalSize(),
    ]);
    if (lists.ok) this.#takeLists(lists.value);
    this.memory.listsProblem = lists.ok ? null : lists.error.code;
    if (totals.ok) this.memory.totals = totals.value;
    if (referred.ok) this.memory.referred = referred.value;
    if (backlog.ok) this.memory.backlog = backlog.value;
    if (size.ok) this.memory.journalEntries = size.value;
  }

  /** A lane without any list can clear nobody: said as long as it is so. */
  #takeLists(lists: LaneMemory['lists']): void {
    const { memory, context } = this;
    memory.lists = lists;
    if (lists.length === 0) memory.notice ??= { code: 'LISTS_MISSING', at: context.clock.now() };
    else if (memory.notice?.code === 'LISTS_MISSING') memory.notice = null;
  }

  #isStopped(): boolean {
    return this.postures.closesLane || this.incidents.stopLane;
  }

  #scheduleRefresh(): void {
    if (this.#stopped) return;
    this.#cancelRefresh = this.context.clock.after(REFRESH_MS, () => {
      void this.refresh().then(() => {
        this.publish();
        this.#scheduleRefresh();
      });
    });
  }

  #committed(state: ClearanceState, lastSeq: number): void {
    this.codes.committed(state);
    this.memory.journalEntries = Math.max(this.memory.journalEntries, lastSeq);
    const { clearance, phase } = state;
    if (isOver(phase) && clearance.decision !== null) {
      this.memory.lastDecision = {
        recordNumber: clearance.recordNumber,
        outcome: clearance.decision.kind,
        at: clearance.decision.at,
        seconds: Math.round((clearance.decision.at - clearance.openedAt) / 1000),
        journalSeq: decisionSeq(lastSeq),
      };
      this.memory.paper = paperDue(clearance);
      this.memory.earlier = [];
      for (const decided of this.#deciders) decided(clearance);
      void this.refresh().then(() => this.publish());
    } else {
      void this.#findEarlier(state);
    }
    this.publish();
  }

  async #findEarlier(state: ClearanceState): Promise<void> {
    const key = documentKey(state.clearance.document);
    if (key === null) return;
    const found = await this.context.records.crossingsOf(key, 3);
    if (!found.ok || this.runner.state?.clearance.id !== state.clearance.id) return;
    const before = this.memory.earlier.length;
    this.memory.earlier = found.value;
    if (before !== found.value.length) this.publish();
  }

  #deviceHealth(health: readonly LaneMemory['devices'][number][]): void {
    const { memory, context } = this;
    const changes = deviceChanges(memory.devices, health);
    memory.devices = health;
    this.#listenToReader();
    this.codes.listen(this.options.devices.codeScanner);
    const { state } = this.runner;
    const open = state === null || isOver(state.phase) ? null : state.clearance;
    if (changes.length > 0)
      void context.records.commit({ entries: changes.map((change) => deviceEntry(context, change, open)) });
    const reader = changes.find(({ is }) => is.kind === 'MRZ_READER');
    if (reader !== undefined && open !== null && isLost(reader)) this.notice('READER_LOST');
    else if (reader?.is.state === 'ready' && memory.notice?.code === 'READER_LOST') memory.notice = null;
    this.publish();
  }

  /** Settings may give the lane its reader later, or another. */
  #listenToReader(): void {
    const reader = this.options.devices.mrzReader;
    if (reader === null || reader === this.#reader) return;
    this.#reader = reader;
    this.#unlisten.push(reader.onEvent((event) => this.#readerEvent(event)));
  }

  #readerEvent(event: MrzReaderEvent): void {
    // A locked lane takes no document: nobody would answer for the case. Nor does one out of service.
    const { officer } = this.memory;
    if (officer === null || whyShut(this.memory) !== null) return;
    if (event.kind === 'read') void this.desk.take(event.lines, false, officer.number);
    else if (event.kind === 'no-read') this.notice('NO_READ');
    else if (event.kind === 'garbage') this.notice('READER_GARBAGE');
  }
}
