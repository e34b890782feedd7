import { useCallback, useEffect, useRef, useState } from 'react';
import type { WireEntry } from '../../contract/technician_view.ts';
import type { BoothClient } from '../client/booth_client.ts';

/** As many frames as the booth keeps. */
const KEPT = 500;
/** New frames are drawn together, so that a talkative device does not take the page. */
const DRAW_EVERY_MS = 100;

export type WireFilter = 'all' | 'errors' | 'calm';

export interface Wire {
  readonly entries: readonly WireEntry[];
  /** What the filter and the search let through. */
  readonly shown: readonly WireEntry[];
  readonly filter: WireFilter;
  readonly find: string;
  readonly paused: boolean;
  /** The frame whose parts are told; null follows the newest. */
  readonly chosen: WireEntry | null;
  /** The number of a frame that somebody chose. */
  readonly held: number | null;
  setFilter(filter: WireFilter): void;
  setFind(text: string): void;
  togglePause(): void;
  choose(seq: number | null): void;
  move(step: number): void;
}

function letsThrough(entry: WireEntry, filter: WireFilter, find: string): boolean {
  if (filter === 'errors' && entry.problem === null && entry.kind !== 'mark') return false;
  if (filter === 'calm' && entry.heartbeat) return false;
  if (find === '') return true;
  const hex = entry.fields.map((field) => field.hex).join('');
  const text = `${entry.message ?? ''} ${entry.values} ${entry.problem ?? ''}`.toLowerCase();
  return text.includes(find.toLowerCase()) || hex.toLowerCase().includes(find.toLowerCase().replaceAll(' ', ''));
}

/** Follows the wire of one device while its page is shown. Pausing stops the drawing, never the listening. */
export function useWire(
  client: BoothClient,
  device: string | null,
  shown: boolean,
  first: readonly WireEntry[] = [],
): Wire {
  const [entries, setEntries] = useState(first);
  const [filter, setFilter] = useState<WireFilter>('all');
  const [find, setFind] = useState('');
  const [paused, setPaused] = useState(false);
  const [chosenSeq, choose] = useState<number | null>(null);
  const heard = useRef<readonly WireEntry[]>(first);
  const held = useRef(false);
  useEffect(() => {
    if (!shown || device === null) return;
    const stopped = new AbortController();
    let timer: number | null = null;
    const draw = () => {
      timer = null;
      if (!held.current && !stopped.signal.aborted) setEntries(heard.current);
    };
    const follow = async () => {
      const stream = await client.technician.wire({ device }, { signal: stopped.signal });
      heard.current = [];
      draw();
      for await (const entry of stream) {
        if (stopped.signal.aborted) return;
        heard.current = [...heard.current.slice(1 - KEPT), entry];
        timer ??= window.setTimeout(draw, DRAW_EVERY_MS);
      }
    };
    // The stream ends with the connection; the page is told of that elsewhere.
    follow().catch(() => {});
    return () => {
      stopped.abort();
      if (timer !== null) window.clearTimeout(timer);
    };
  }, [client, device, shown]);
  const togglePause = useCallback(() => {
    held.current = !held.current;
    setPaused(held.current);
    if (!held.current) setEntries(heard.current);
  }, []);
  const through = entries.filter((entry) => letsThrough(entry, filter, find.trim()));
  const chosen = through.find((entry) => entry.seq === chosenSeq) ?? through.at(-1) ?? null;
  const move = (step: number) => {
    const place = through.findIndex((entry) => entry.seq === chosen?.seq) + step;
    const next = through[Math.max(0, Math.min(through.length - 1, place))];
    choose(next === undefined || (step > 0 && place >= through.length) ? null : next.seq);
  };
  return {
    entries,
    shown: through,
    filter,
    find,
    paused,
    chosen,
    held: chosenSeq,
    setFilter,
    setFind,
    togglePause,
    choose,
    move,
  };
}
