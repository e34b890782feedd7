import { useEffect, useState } from 'react';

/** The booth's wall time, ticking here between its messages; the page's own clock is not trusted. */
export function useBoothClock(boothNow: number): number {
  const [passed, setPassed] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new message of the booth starts the count anew
  useEffect(() => {
    const received = performance.now();
    setPassed(0);
    const timer = window.setInterval(() => setPassed(performance.now() - received), 500);
    return () => window.clearInterval(timer);
  }, [boothNow]);
  return boothNow + passed;
}
