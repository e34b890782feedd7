import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';

/** Rows drawn beyond either edge, so that a quick scroll meets no gap. */
const SPARE = 8;

const remInPx = (): number => Number.parseFloat(getComputedStyle(document.documentElement).fontSize);

/**
 * Which of many rows of one height are in sight of a scrolling element, and the heights in px of what is left out before
 * and after them. While the end is in sight it is followed.
 */
export function useVisibleRows(scroll: RefObject<HTMLElement | null>, count: number, rowRem: number) {
  const [sight, setSight] = useState({ top: Number.MAX_SAFE_INTEGER, height: 800 });
  const atEnd = useRef(true);
  useEffect(() => {
    const element = scroll.current;
    if (element === null) return;
    const look = () => {
      const { scrollTop, clientHeight, scrollHeight } = element;
      atEnd.current = scrollTop + clientHeight >= scrollHeight - 4;
      setSight({ top: scrollTop, height: clientHeight });
    };
    look();
    element.addEventListener('scroll', look, { passive: true });
    const resized = new ResizeObserver(look);
    resized.observe(element);
    return () => {
      element.removeEventListener('scroll', look);
      resized.disconnect();
    };
  }, [scroll]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: new rows are what the end moves by
  useLayoutEffect(() => {
    const element = scroll.current;
    if (element !== null && atEnd.current) element.scrollTop = element.scrollHeight;
  }, [count, scroll]);
  const row = rowRem * remInPx();
  const inSight = Math.ceil(sight.height / row);
  const top = Math.min(Math.floor(sight.top / row), Math.max(0, count - inSight));
  const first = Math.max(0, top - SPARE);
  const last = Math.min(count, top + inSight + SPARE);
  return { first, last, before: first * row, after: (count - last) * row };
}
