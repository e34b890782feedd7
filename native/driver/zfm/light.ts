import { ZFM_COMMAND } from '../../codec/zfm_message.ts';
import type { ZfmLine } from './line.ts';

/** Way of shining, speed, colour, how often (0 for ever): Grow, R503 manual, AuraLedConfig. The ring forgets it with the power. */
const AURA = {
  /** Breathes blue until something else is said. */
  waiting: Uint8Array.of(1, 0x60, 2, 0),
  /** Flashes red three times. */
  failed: Uint8Array.of(2, 0x20, 1, 3),
  off: Uint8Array.of(4, 0, 0, 0),
} as const;

/** Shows the ring of an R503; a module without one refuses, which does not matter. */
export async function shine(line: ZfmLine, sign: keyof typeof AURA): Promise<void> {
  await line.ask(ZFM_COMMAND.AURA_LED, AURA[sign], { timeoutMs: 300 });
}
