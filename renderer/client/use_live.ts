import { useEffect, useState } from 'react';

/** Follows a stream of the booth: the newest value, or null before the first and after the end. Truth stays in the booth. */
export function useLive<T>(open: ((signal: AbortSignal) => Promise<AsyncIterable<T>>) | null): T | null {
  const [value, setValue] = useState<T | null>(null);
  useEffect(() => {
    if (open === null) {
      setValue(null);
      return;
    }
    const stopped = new AbortController();
    const follow = async () => {
      for await (const next of await open(stopped.signal)) {
        if (stopped.signal.aborted) return;
        setValue(next);
      }
      setValue(null);
    };
    follow().catch(() => {
      // The stream ends when the wire does; the connection tells the page why.
      if (!stopped.signal.aborted) setValue(null);
    });
    return () => stopped.abort();
  }, [open]);
  return value;
}
