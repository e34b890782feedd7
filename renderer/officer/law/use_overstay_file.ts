import { useMemo } from 'react';
import type { OverstayFileView } from '../../../contract/decisions_view.ts';
import type { ClearanceView } from '../../../contract/lane_view.ts';
import type { BoothClient } from '../../client/booth_client.ts';
import { useLive } from '../../client/use_live.ts';

/** The file of an overstay found in this case, live; null where none was found or none is open yet. */
export function useOverstayFile(client: BoothClient, clearance: ClearanceView | null): OverstayFileView | null {
  const found = (clearance?.law?.overstay?.daysOver ?? 0) > 0 ? (clearance?.id ?? null) : null;
  const open = useMemo(
    () =>
      found === null ? null : (signal: AbortSignal) => client.decisions.ofClearance({ clearance: found }, { signal }),
    [client, found],
  );
  return useLive(open)?.overstay ?? null;
}
