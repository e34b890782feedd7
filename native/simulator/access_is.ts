import type { Clock } from '../../core/ports/clock.ts';
import { type AccessIsDeviceMessage, accessIsProtocol } from '../codec/access_is_protocol.ts';
import { aimPrefix } from '../codec/aim_symbology.ts';
import type { HoneywellHostMessage } from '../codec/honeywell_menu.ts';
import { latin1 } from '../codec/latin1.ts';
import type { MenuItem, MenuReplyItem } from '../codec/menu_item.ts';
import { timedDecoder } from '../codec/stream.ts';
import type { AccessIsSettings } from '../driver/access_is/settings.ts';
import type { SimulatorFaults } from './faults.ts';
import { type FaultyWire, faultyWire } from './faulty_wire.ts';
import type { Simulator } from './simulator.ts';

/** What a device of another make says to bytes it does not understand. */
const OTHER_DEVICE = Uint8Array.from([0x15, 0x0d, 0x0a, 0x3f, 0x0d, 0x0a]);
/** A person holds a code before the reader for so long; then it forgets what it had and goes dark. */
const HELD_MS = 1500;
/** Soft trigger timeout: a read is kept so long for a verdict. */
const VERDICT_MS = 2000;
const MODES: readonly string[] = ['dumb', 'host', 'interactive'];
const LAMPS: readonly string[] = ['green', 'red', 'dark'];

/** What may be asked, and what may be set, until power goes. */
const VERSIONS: Readonly<Record<string, string>> = { AISFWV: 'SB 01.00.21 SIM', AIS_WA: 'IMG SIM 1.0' };

/** An LSR/ATR reader in software: a code is held before it for a moment; lamps obey the host in host and interactive mode. */
export function accessIsSimulator(clock: Clock, options: AccessIsSettings): Simulator {
  const protocol = accessIsProtocol(options.format);
  let mode = 0;
  let lamp = 'dark';
  let goods = 0;
  let bads = 0;
  let code: string | null = null;
  let unread = false;
  let waiting = false;
  let faults: SimulatorFaults = {};
  let wire: FaultyWire | null = null;
  let unplug = () => {};
  const timers = new Set<() => void>();

  const later = (delayMs: number, run: () => void): void => {
    const cancel = clock.after(delayMs, () => {
      timers.delete(cancel);
      run();
    });
    timers.add(cancel);
  };
  const forget = (): void => {
    for (const cancel of timers) cancel();
    timers.clear();
    mode = 0;
    lamp = 'dark';
    code = null;
    waiting = false;
  };
  const say = (message: AccessIsDeviceMessage, isRead = false): void =>
    wire?.say(protocol.encode('device-to-host', message), isRead);

  const read = (): void => {
    // The imager rests once it has read what lies there, however often it is triggered.
    if (code === null || !unread || faults.noRead === true) return;
    unread = false;
    say({ type: 'scan', text: code }, true);
    if (mode === 0) lamp = 'green';
    waiting = mode !== 0;
    if (waiting) {
      later(VERDICT_MS, () => {
        waiting = false;
      });
    }
  };
  const lay = (text: string): void => {
    // What was held there before is gone, and must not take this one away with it.
    for (const cancel of timers) cancel();
    timers.clear();
    waiting = false;
    unread = true;
    code = latin1(new TextEncoder().encode(text));
    if (mode === 2) say({ type: 'media', present: true });
    else later(faults.delayMs ?? 0, read);
    later(HELD_MS + (faults.delayMs ?? 0), takeAway);
  };
  const takeAway = (): void => {
    if (code === null) return;
    code = null;
    lamp = 'dark';
    if (mode === 2) say({ type: 'media', present: false });
  };

  const judge = (verdict: string): MenuReplyItem['status'] => {
    const shown = LAMPS[Number(verdict)];
    if (mode === 0 || shown === undefined) return 'refused';
    lamp = shown;
    waiting = false;
    if (shown === 'green') goods += 1;
    if (shown === 'red') bads += 1;
    return 'ack';
  };
  const answer = ({ name, data, end }: MenuItem): MenuReplyItem => {
    const told = (value: string): MenuReplyItem => ({ name, data: value, status: 'ack', end });
    const version = VERSIONS[name];
    if (version !== undefined) return told(version);
    if (name === 'AISINF' && data === '?') return told('0');
    if (name === 'AISXXR') return { name, data, status: judge(data), end };
    if (name !== 'AISOMD') return { name, data, status: 'unknown', end };
    if (data === '?') return told(String(mode));
    const wanted = Number(data);
    if (MODES[wanted] === undefined || end !== '!') return { name, data, status: 'refused', end };
    mode = wanted;
    return told(data);
  };
  const obey = (message: HoneywellHostMessage): void => {
    if (message.type === 'menu') say({ type: 'reply', items: message.items.map((item) => answer(upper(item))) });
    else if (message.small && message.on && mode === 2) later(faults.delayMs ?? 0, read);
  };

  return {
    link: 'serial',
    attach: (transport) => {
      const line = faultyWire(transport, clock, faults, () => {
        faults = { ...faults, truncate: false };
      });
      const decoder = timedDecoder(protocol.stream('host-to-device'), clock, protocol.interByteMs, (item) => {
        if (item.kind === 'frame' && faults.wrongDevice !== true) obey(item.message as HoneywellHostMessage);
      });
      const release = transport.onBytes((bytes) => {
        if (faults.silent === true) return;
        if (faults.wrongDevice === true) line.say(OTHER_DEVICE, false);
        else decoder.push(bytes);
      });
      wire = line;
      unplug = () => {
        release();
        decoder.stop();
        line.stop();
      };
    },
    detach: () => {
      unplug();
      wire = null;
      forget();
    },
    act: (act) => {
      if (act.act === 'remove') takeAway();
      else if (act.act === 'scan') lay(options.aimId ? aimPrefix(act.symbology) + act.text : act.text);
    },
    seen: () => ({ lamp, mode: MODES[mode] ?? '', waiting, goods, bads }),
    order: (next) => {
      faults = next;
      if (next.restart === true) forget();
      wire?.order(next);
    },
  };
}

function upper(item: MenuItem): MenuItem {
  return { ...item, name: item.name.toUpperCase() };
}
