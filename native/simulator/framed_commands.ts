import type { CommandFamily } from '../codec/framed_mrz_format.ts';
import type { HoneywellHostMessage } from '../codec/honeywell_menu.ts';
import type { MenuItem, MenuReply, MenuReplyItem } from '../codec/menu_item.ts';
import type { NewlandCommand, NewlandReply } from '../codec/newland_ucs.ts';

export type HostCommand = NewlandCommand | HoneywellHostMessage;

/** What a simulated reader was told and has not forgotten. */
export interface CommandState {
  /** Carries a command out; its answer, or null where the family gives none. */
  obey(command: HostCommand): NewlandReply | MenuReply | null;
  /** Whether it looks for a document now. */
  looking(): boolean;
  /** It has read one and rests until it is triggered. */
  rest(): void;
  /** Its power was gone. */
  forget(): void;
  seen(): Readonly<Record<string, string | number | boolean>>;
}

/** Settings of each family with what they are after power-on, and answers that never change. */
const SETTINGS: Readonly<Record<CommandFamily, Readonly<Record<string, string>>>> = {
  none: {},
  newland: { SCNTCE: '0', SCNTRG: '0', '128ENA': '1' },
  honeywell: { OCRENA: '0', OCRATS: '0' },
};
const FACTS: Readonly<Record<CommandFamily, Readonly<Record<string, string>>>> = {
  none: {},
  newland: { QRYSYS: 'Product Name: IDE237\r\nFirmware Version: SIM 1.0\r\nSerial Number: SIM00002' },
  honeywell: { REVINF: 'Product Name: Imager SIM\r\nSoftware Revision: 1.0\r\nSerial Number: SIM00003\r\n' },
};
const QUESTIONS = '?*&^';

export function commandState(family: CommandFamily): CommandState {
  const settings = new Map(Object.entries(SETTINGS[family]));
  let triggered = false;
  let stored = 0;

  const answer = (item: MenuItem, forGood: boolean): MenuReplyItem => {
    const name = item.name.toUpperCase();
    const said = (data: string, status: MenuReplyItem['status']): MenuReplyItem => ({
      name,
      data,
      status,
      end: item.end,
    });
    const fact = FACTS[family][name];
    if (fact !== undefined) return said(fact, 'ack');
    const value = settings.get(name);
    if (value === undefined) return said(item.data, 'unknown');
    if (item.data.length === 1 && QUESTIONS.includes(item.data)) return said(value, 'ack');
    if (!/^\d$/.test(item.data)) return said(item.data, 'refused');
    if (name === 'SCNTRG') return said(item.data, pull(item.data === '1'));
    settings.set(name, item.data);
    stored += forGood ? 1 : 0;
    return said(item.data, 'ack');
  };
  const pull = (on: boolean): MenuReplyItem['status'] => {
    if (settings.get('SCNTCE') !== '1') return 'refused';
    triggered = on;
    return 'ack';
  };
  const able = (): boolean =>
    family !== 'honeywell' || (settings.get('OCRENA') === '1' && settings.get('OCRATS') === '2');

  return {
    obey: (command) => {
      if (command.type === 'trigger') {
        triggered = command.on;
        return null;
      }
      const forGood = command.type === 'command' ? command.store === '@' : command.items.at(-1)?.end === '.';
      const items = command.items.map((item) => answer(item, forGood));
      if (command.type === 'command') return { type: 'reply', store: command.store, items };
      return items[0]?.data.includes('\n') === true
        ? { type: 'reply', items, linesFirst: true }
        : { type: 'reply', items };
    },
    looking: () => family === 'none' || (triggered && able()),
    rest: () => {
      triggered = false;
    },
    forget: () => {
      triggered = false;
      settings.clear();
      for (const [name, value] of Object.entries(SETTINGS[family])) settings.set(name, value);
    },
    seen: () => (family === 'none' ? {} : { triggered, able: able(), storedForGood: stored }),
  };
}
