import type { Clock } from '../../core/ports/clock.ts';
import type { DeviceProblem } from '../../core/ports/device.ts';
import { DRIVERS } from '../driver/catalogue.ts';
import { openPort } from '../transport/open_port.ts';
import type { SerialLine } from '../transport/transport.ts';

/** What a safe probe found: a driver and how to set the line, or the reason why nothing was. */
export interface ProbeReport {
  readonly port: string;
  readonly driver: string | null;
  readonly firmware: string | null;
  readonly line: SerialLine | null;
  readonly problem: DeviceProblem | null;
}

/** Asks an unknown port with every driver that can ask without changing anything, at each of its speeds. */
export async function probePort(port: string, clock: Clock): Promise<ProbeReport> {
  const nothing: ProbeReport = { port, driver: null, firmware: null, line: null, problem: null };
  for (const { id, bind, safeProbe } of DRIVERS) {
    const bound = bind({});
    if (safeProbe === null || !bound.ok) continue;
    for (const line of bound.value.lines ?? []) {
      const opened = await openPort(port, line, clock);
      if (!opened.ok) return { ...nothing, problem: opened.error };
      const firmware = await safeProbe(opened.value, clock);
      await opened.value.close();
      if (firmware !== null) return { port, driver: id, firmware, line, problem: null };
    }
  }
  return { ...nothing, problem: { code: 'DEVICE_SILENT', detail: 'no driver got an answer it knows' } };
}
