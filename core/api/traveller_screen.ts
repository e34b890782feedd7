import type { TravellerView } from '../../contract/traveller.ts';
import { THANKS_MS, type TravellerMoment, travellerMoment } from '../domain/clearance/moment.ts';
import type { LaneDevices } from '../ports/lane_devices.ts';
import type { Signal } from '../ports/signal_light.ts';
import type { LaneContext } from './lane_context.ts';
import type { LaneMemory } from './lane_memory.ts';
import { Live } from './live.ts';

/** What the screen is made of. */
interface LaneSource {
  readonly context: LaneContext;
  readonly memory: LaneMemory;
  readonly runner: { readonly state: unknown };
  readonly options: { readonly training: boolean; readonly devices: LaneDevices };
}

const SIGNAL: Record<TravellerMoment, Signal> = { CLOSED: 'CLOSED', WELCOME: 'READY', WAIT: 'BUSY', THANKS: 'BUSY' };

/**
 * The traveller's screen and the lane's lamp: one of four moments. Something is sent only when the moment changes, so that
 * neither the number of messages nor their times tell what the officer's screen shows.
 */
export class TravellerScreen {
  readonly live: Live<TravellerView>;
  readonly #lane: LaneSource;
  #decidedAt: number | null = null;
  #wasOpen = false;
  #cancelThanks = () => {};
  #shown: Signal | null = null;

  constructor(lane: LaneSource) {
    this.#lane = lane;
    const { settings, clock } = lane.context;
    this.live = new Live<TravellerView>({
      lane: { id: settings.lane.id, training: lane.options.training },
      moment: 'CLOSED',
      since: clock.now(),
    });
  }

  /** Looks at the lane again. */
  update(): void {
    const { context, memory, runner } = this.#lane;
    const now = context.clock.now();
    const open = runner.state !== null;
    if (this.#wasOpen && !open) this.#thank(now);
    this.#wasOpen = open;
    const closed = !memory.service.open || memory.stopped || memory.officer === null;
    const moment = travellerMoment(
      { closed, occupied: open || (memory.service.open && memory.held), lastDecisionAt: this.#decidedAt },
      now,
    );
    if (moment !== this.live.current.moment) this.live.set({ ...this.live.current, moment, since: now });
    this.#light(SIGNAL[moment]);
  }

  /** A self test has shown other signals: the moment's own is shown again. */
  showLightAgain(): void {
    this.#shown = null;
    this.update();
  }

  stop(): void {
    this.#cancelThanks();
  }

  #thank(now: number): void {
    this.#decidedAt = now;
    this.#cancelThanks();
    this.#cancelThanks = this.#lane.context.clock.after(THANKS_MS, () => this.update());
  }

  #light(signal: Signal): void {
    const light = this.#lane.options.devices.signalLight;
    if (light === null || signal === this.#shown) return;
    this.#shown = signal;
    // The lamp's own port shows it again after a loss; what it answers changes nothing here.
    void light.show(signal);
  }
}
