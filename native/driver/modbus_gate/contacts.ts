import type { GateInputs } from '../../../core/ports/gate.ts';
import type { ModbusGateSettings } from './settings.ts';

type Map = ModbusGateSettings['inputs'];

/** Nothing is known, or there is no contact. */
export const NO_INPUTS: GateInputs = { doorClosed: null, presence: null, passage: null, alarm: null };

/** The inputs that one request must read; null where no contact is connected. */
export function inputSpan(map: Map): { readonly address: number; readonly count: number } | null {
  const used = Object.values(map).flatMap(({ address }) => (address === null ? [] : [address]));
  if (used.length === 0) return null;
  const first = Math.min(...used);
  return { address: first, count: Math.max(...used) - first + 1 };
}

/** What the contacts say, from the inputs read from `first` on. */
export function gateInputs(map: Map, first: number, bits: readonly boolean[]): GateInputs {
  const said = ({ address, inverted }: Map['doorClosed']): boolean | null => {
    const bit = address === null ? undefined : bits[address - first];
    return bit === undefined ? null : bit !== inverted;
  };
  return {
    doorClosed: said(map.doorClosed),
    presence: said(map.presence),
    passage: said(map.passage),
    alarm: said(map.alarm),
  };
}

export function sameInputs(a: GateInputs, b: GateInputs): boolean {
  return a.doorClosed === b.doorClosed && a.presence === b.presence && a.passage === b.passage && a.alarm === b.alarm;
}
