import type { z } from 'zod';
import type { Clock } from '../../core/ports/clock.ts';
import { accessIsSettings } from '../driver/access_is/settings.ts';
import { dcttechRelaySettings } from '../driver/dcttech_relay/settings.ts';
import { framedMrzSettings } from '../driver/framed_mrz/settings.ts';
import { modbusGateSettings } from '../driver/modbus_gate/settings.ts';
import { patliteSettings } from '../driver/patlite/settings.ts';
import { supremaSfmSettings } from '../driver/suprema_sfm/settings.ts';
import { zfmSettings } from '../driver/zfm/settings.ts';
import { accessIsSimulator } from './access_is.ts';
import { blink1Simulator } from './blink1.ts';
import { dcttechBoard } from './dcttech_relay.ts';
import { elyctisSimulator } from './elyctis_idbox.ts';
import { framedSimulator } from './framed_mrz.ts';
import { hidPosScannerSimulator } from './hid_pos_scanner.ts';
import { modbusBoard } from './modbus_board.ts';
import { morphosmartSimulator, morphosmartSimulatorOptions } from './morphosmart.ts';
import { patliteSimulator } from './patlite.ts';
import type { AnySimulator } from './simulator.ts';
import { sfmSimulator } from './suprema_sfm.ts';
import { zfmSimulator } from './zfm.ts';

/** Makes a simulator for a driver's options; null where they are wrong. */
type Make = (clock: Clock, options: unknown) => AnySimulator | null;

/** A simulator that takes the very options of its driver. */
function optioned<O>(schema: z.ZodType<O>, make: (clock: Clock, options: O) => AnySimulator): Make {
  return (clock, options) => {
    const parsed = schema.safeParse(options ?? {});
    return parsed.success ? make(clock, parsed.data) : null;
  };
}

/** The simulator of each driver's model, by the driver's id. */
const SIMULATORS: Readonly<Record<string, Make>> = {
  'access-is': optioned(accessIsSettings, accessIsSimulator),
  'elyctis-idbox': (clock) => elyctisSimulator(clock),
  'framed-mrz': optioned(framedMrzSettings, framedSimulator),
  'modbus-gate': optioned(modbusGateSettings, modbusBoard),
  morphosmart: optioned(morphosmartSimulatorOptions, morphosmartSimulator),
  'suprema-sfm': optioned(supremaSfmSettings, sfmSimulator),
  zfm: optioned(zfmSettings, zfmSimulator),
  'dcttech-relay': optioned(dcttechRelaySettings, dcttechBoard),
  blink1: (clock) => blink1Simulator(clock),
  patlite: optioned(patliteSettings, patliteSimulator),
  'hid-pos-scanner': (clock) => hidPosScannerSimulator(clock),
};

/** A simulator of the model which this driver speaks to; null for a model without one, or wrong options. */
export function simulatorFor(driver: string, clock: Clock, options: unknown): AnySimulator | null {
  const make = Object.hasOwn(SIMULATORS, driver) ? SIMULATORS[driver] : undefined;
  return make?.(clock, options) ?? null;
}

/** Whether there is a simulator of this driver's model at all. */
export function hasSimulator(driver: string): boolean {
  return Object.hasOwn(SIMULATORS, driver);
}
