import type { DriverFacts } from '../../core/ports/device_workshop.ts';
import { DRIVERS } from '../driver/catalogue.ts';
import { hasSimulator } from '../simulator/catalogue.ts';
import { driverOptions } from './driver_options.ts';

/** Every driver as a technician chooses it. Made once: the catalogue does not change while the booth runs. */
export const DRIVER_FACTS: readonly DriverFacts[] = DRIVERS.map(
  ({ id, displayName, kind, link, maturity, source, safeProbe, settings }) => ({
    id,
    model: displayName,
    kind,
    link,
    maturity,
    source,
    canProbe: safeProbe !== null,
    hasSimulator: hasSimulator(id),
    options: driverOptions(settings),
  }),
);
