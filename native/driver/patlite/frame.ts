import { patliteUsbProtocol } from '../../codec/patlite_usb.ts';
import { LR6_TIERS, NE_COLOURS, type PatliteColour, type PatliteSettings } from './settings.ts';

const STEADY = 1;
/** Buzzer, its count and its volume stay as they are: nothing here makes a sound. */
const KEEP = 0x0f;
const KEEP_BUZZER = 0xff;

/** The report that shows one colour, steady, and nothing else; null is dark. */
export function lampReport(model: PatliteSettings['model'], colour: PatliteColour | null): Uint8Array {
  return patliteUsbProtocol.encode('host-to-device', {
    type: 'control',
    buzzer: model === 'NE-USB' ? KEEP_BUZZER : KEEP,
    sound: model === 'NE-USB' ? KEEP : 0,
    lamps: model === 'NE-USB' ? oneLamp(colour) : tower(colour),
    bare: false,
  });
}

function oneLamp(colour: PatliteColour | null): [number, number, number] {
  return [colour === null ? 0 : (NE_COLOURS[colour] << 4) | STEADY, 0, 0];
}

/** Four bits a tier, red first. */
function tower(colour: PatliteColour | null): [number, number, number] {
  const tiers = LR6_TIERS.map((tier) => (tier === colour ? STEADY : 0));
  const [red = 0, yellow = 0, green = 0, blue = 0, white = 0] = tiers;
  return [(red << 4) | yellow, (green << 4) | blue, white << 4];
}
