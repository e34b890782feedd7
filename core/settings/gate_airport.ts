import type { Settings } from './settings.ts';

/** The invented airport where the invented flights of training land. */
const TRAINING_AIRPORT = 'XZB';

/** The airport of this gate, as flights name it; null where the settings name none. */
export const gateAirport = ({ travel }: Settings, training: boolean): string | null =>
  travel.airport ?? (training ? TRAINING_AIRPORT : null);
