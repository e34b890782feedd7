import type { Clock } from '../../core/ports/clock.ts';
import { statusLightHidProtocol } from '../codec/status_light_hid.ts';
import type { Blink1Message, Rgb } from '../codec/status_light_message.ts';
import type { SimulatorFaults } from './faults.ts';
import { type FaultyReports, faultyReports } from './faulty_reports.ts';
import type { Simulator } from './simulator.ts';

const LINES = 32;
const STEP_MS = 10;
const MODEL_2 = '2'.charCodeAt(0);
const VERSION_6 = '6'.charCodeAt(0);
const DARK: Rgb = { red: 0, green: 0, blue: 0 };

/** A blink(1) mk2 in software. It lives on the cable: without power it is dark and remembers nothing. */
export function blink1Simulator(clock: Clock): Simulator<'hid'> {
  let colour = DARK;
  let lines: Rgb[] = [];
  let answer = new Uint8Array(8);
  let tickles = 0;
  let expired = 0;
  let cancelWatchdog = () => {};
  let faults: SimulatorFaults = {};
  let reports: FaultyReports | null = null;
  let unplug = () => {};

  const forget = (): void => {
    cancelWatchdog();
    colour = DARK;
    // What a new one plays when nobody has told it anything: the pattern of its flash is bright.
    lines = Array.from({ length: LINES }, () => ({ red: 255, green: 0, blue: 255 }));
  };
  forget();

  const watch = (order: Extract<Blink1Message, { type: 'blink1-watchdog' }>): void => {
    cancelWatchdog();
    tickles += 1;
    // As the published firmware does, whatever the switch says.
    if (!order.keep) colour = DARK;
    if (!order.on) return;
    cancelWatchdog = clock.after(order.steps * STEP_MS, () => {
      expired += 1;
      colour = lines[order.first] ?? DARK;
    });
  };
  const obey = (order: Blink1Message): Blink1Message => {
    switch (order.type) {
      case 'blink1-fade':
      case 'blink1-set':
        colour = rgb(order);
        return order;
      case 'blink1-line':
        lines[order.line % LINES] = rgb(order);
        return order;
      case 'blink1-get-line':
        return { ...order, ...(lines[order.line % LINES] ?? DARK) };
      case 'blink1-watchdog':
        watch(order);
        return order;
      case 'blink1-version':
        return { ...order, major: MODEL_2, minor: VERSION_6 };
    }
  };

  return {
    link: 'hid',
    attach: (end) => {
      const out = faultyReports(end, clock, faults, () => {
        faults = { ...faults, truncate: false };
      });
      const stopFeature = end.onFeature({
        set: (report) => {
          if (faults.silent === true) return false;
          const read = statusLightHidProtocol.decode('host-to-device', report);
          if (!out.hears() || !read.ok || !read.value.type.startsWith('blink1-')) return true;
          answer = Uint8Array.from(statusLightHidProtocol.encode('device-to-host', obey(read.value as Blink1Message)));
          return true;
        },
        get: (id) => (id === 1 ? out.give(answer) : null),
      });
      reports = out;
      unplug = () => {
        stopFeature();
        out.stop();
      };
    },
    detach: () => {
      unplug();
      reports = null;
      forget();
    },
    act: () => {},
    seen: () => ({ colour: hex(colour), tickles, expired }),
    order: (next) => {
      faults = next;
      if (next.restart === true) forget();
      reports?.order(next);
    },
  };
}

function rgb({ red, green, blue }: Rgb): Rgb {
  return { red, green, blue };
}

function hex({ red, green, blue }: Rgb): string {
  return `#${[red, green, blue].map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}
