import type { SelfTestStep } from '../session.ts';
import type { BackEnd } from './back_end.ts';
import type { Commanded } from './commanded.ts';
import { askIdentity } from './identity.ts';
import type { SwipeCheck } from './swipe_check.ts';

/** Asks a reader that takes commands what changes nothing. */
export async function commandedSelfTest(reader: Commanded, backEnd: BackEnd): Promise<readonly SelfTestStep[]> {
  const steps: SelfTestStep[] = [];
  const known = await reader.ask(backEnd.query);
  steps.push({
    step: 'query',
    ok: known !== null,
    detail: known === null ? 'no answer' : (known.items[0]?.status ?? ''),
  });
  const { firmware, serialNumber = null } = await askIdentity(backEnd, reader.ask);
  return [
    ...steps,
    { step: 'firmware-version', ok: firmware !== null, detail: firmware ?? 'not told' },
    { step: 'serial-number', ok: serialNumber !== null, detail: serialNumber ?? 'not told' },
  ];
}

/** What a reader that only speaks has shown of itself so far. */
export function heardSelfTest(frames: number, swipes: SwipeCheck | null): readonly SelfTestStep[] {
  const detail = `${frames} frames on this connection; the reader cannot be asked`;
  const heard: SelfTestStep = { step: 'frames', ok: frames > 0, detail };
  if (swipes === null) return [heard];
  return [heard, { step: 'check-byte', ok: swipes.swipes() > 0, detail: swipes.told() }];
}
