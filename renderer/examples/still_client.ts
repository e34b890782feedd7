import { ORPCError } from '@orpc/client';
import type { BoothClient } from '../client/booth_client.ts';

/** Every call made by the page, in order, readable by tests as `data-calls` of the root element. */
function note(path: string): void {
  const root = document.documentElement;
  root.dataset.calls = `${root.dataset.calls ?? ''}${path} `;
}

function callOrArea(path: readonly string[], refusal: Error | null): unknown {
  const call = () => {
    note(path.join('.'));
    return refusal === null ? new Promise<never>(() => {}) : Promise.reject(refusal);
  };
  return new Proxy(call, {
    get: (_target, name) => (name === 'then' ? undefined : callOrArea([...path, String(name)], refusal)),
  });
}

/** A booth that takes down what is asked of it and never answers, or refuses everything with one code. */
export function stillClient(refusal?: { readonly code: string; readonly data: Record<string, unknown> }): BoothClient {
  const error = refusal === undefined ? null : new ORPCError(refusal.code, { data: refusal.data });
  return callOrArea([], error) as BoothClient;
}
