import { useCallback, useEffect, useState } from 'react';
import type { ReplayMoment } from '../../contract/replay_view.ts';
import { isDialogOpen, isTyping } from '../ui/key_names.ts';

const SPEEDS = [1, 2, 4, 8] as const;
/** Nobody waits longer for the next entry, ms. */
const LONGEST_WAIT_MS = 3000;

/** A key of the time line: a step of one entry, or to play; null for every other, and where something is typed. */
function actOf({ key, target, ctrlKey, altKey }: KeyboardEvent): number | 'PLAY' | null {
  const onSlider = target instanceof HTMLInputElement && target.type === 'range';
  if (isDialogOpen() || ctrlKey || altKey || (isTyping(target) && !onSlider)) return null;
  if (key === 'ArrowLeft') return -1;
  if (key === 'ArrowRight') return 1;
  // A button takes Space for itself.
  return key === ' ' && !(target instanceof HTMLButtonElement) ? 'PLAY' : null;
}

/** Where a replay stands: by entry with the arrow keys, or by itself with Space, in the time it took then. */
export function useReplayer(moments: readonly ReplayMoment[], first = 0) {
  const [place, setPlace] = useState(first);
  const [playing, setPlaying] = useState(false);
  const [speed, setSpeed] = useState<(typeof SPEEDS)[number]>(1);
  const last = moments.length - 1;
  const go = useCallback((to: number) => setPlace(Math.max(0, Math.min(last, to))), [last]);
  const move = useCallback(
    (step: number) => {
      setPlaying(false);
      setPlace((before) => Math.max(0, Math.min(last, before + step)));
    },
    [last],
  );
  const toggle = useCallback(() => setPlaying((before) => !before), []);
  useEffect(() => {
    if (!playing) return;
    const [here, next] = [moments[place], moments[place + 1]];
    if (here === undefined || next === undefined) {
      setPlaying(false);
      return;
    }
    const wait = Math.min(LONGEST_WAIT_MS, Math.max(0, next.at - here.at) / speed);
    const timer = window.setTimeout(() => setPlace(place + 1), wait);
    return () => window.clearTimeout(timer);
  }, [playing, place, speed, moments]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const act = actOf(event);
      if (act === null) return;
      event.preventDefault();
      if (act === 'PLAY') toggle();
      else move(act);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [move, toggle]);
  const faster = () => setSpeed((before) => SPEEDS[(SPEEDS.indexOf(before) + 1) % SPEEDS.length] ?? 1);
  return { place, playing, speed, go, move, toggle, faster };
}
