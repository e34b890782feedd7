import { useEffect, useRef, useState } from 'react';
import type { FoundDevice } from '../../contract/technician_view.ts';
import type { BoothClient } from '../client/booth_client.ts';
import type { Commands } from './use_commands.ts';

export type Probed = Awaited<ReturnType<BoothClient['technician']['probe']>>;

/** What was found at the machine's ports, and what an unknown port answered. */
export interface Discovery {
  readonly found: readonly FoundDevice[] | null;
  readonly chosen: FoundDevice | null;
  readonly probed: Readonly<Record<string, Probed>>;
  look(): void;
  choose(port: string): void;
  move(step: number): void;
  probe(): void;
}

export function useDiscovery(
  { run, call }: Pick<Commands, 'run' | 'call'>,
  shown: boolean,
  first: readonly FoundDevice[] | null = null,
): Discovery {
  const [found, setFound] = useState(first);
  const [port, choose] = useState<string | null>(null);
  const [probed, setProbed] = useState<Discovery['probed']>({});
  const chosen =
    found?.find((one) => one.port === port) ?? found?.find((one) => one.usedBy === null) ?? found?.[0] ?? null;
  const look = () => {
    void run(call.discover(), 'tech.doing.discover').then((answer) => {
      if (answer !== null) setFound(answer);
    });
  };
  const latest = useRef(look);
  latest.current = look;
  const told = first !== null;
  useEffect(() => {
    if (shown && !told) latest.current();
  }, [shown, told]);
  const probe = () => {
    if (chosen === null) return;
    const asked = chosen.port;
    void run(call.probe({ port: asked }), 'tech.doing.probe').then((answer) => {
      if (answer !== null) setProbed((before) => ({ ...before, [asked]: answer }));
    });
  };
  const move = (step: number) => {
    const ports = found?.map((one) => one.port) ?? [];
    const next = ports[Math.max(0, Math.min(ports.length - 1, ports.indexOf(chosen?.port ?? '') + step))];
    if (next !== undefined) choose(next);
  };
  return { found, chosen, probed, look, choose, move, probe };
}
