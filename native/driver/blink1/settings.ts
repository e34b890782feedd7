import { z } from 'zod';
import { tellTale } from '../discreet_light.ts';

const colour = z
  .string()
  .regex(/^#[0-9A-Fa-f]{6}$/, 'a colour such as #00ff00')
  .transform((text) => text.toLowerCase());

const lamps = z
  .strictObject({
    closed: colour.default('#ff0000'),
    ready: colour.default('#00ff00'),
    busy: colour.default('#0000ff'),
    pass: colour.default('#00ff00'),
    callOfficer: colour.default('#ffffff'),
  })
  .superRefine((all, context) => {
    const why = tellTale(all, isAlarming);
    if (why !== null) context.addIssue({ code: 'custom', message: why, path: ['callOfficer'] });
  });

/** What may be set for a blink(1). */
export const blink1Settings = z.strictObject({
  lamps: lamps.prefault({}),
  /** How long one colour takes to become the next. */
  fadeMs: z.int().min(0).max(2000).default(200),
  /** The lamp goes dark by itself when it has not heard of the booth for so long. */
  watchdogMs: z.int().min(600).max(60_000).default(5000),
  missedBeats: z.int().min(1).max(10).default(2),
});

export type Blink1Settings = z.infer<typeof blink1Settings>;

/** The three parts of a colour, 0 to 255 each. */
export function rgbOf(text: string): { red: number; green: number; blue: number } {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(text.slice(at, at + 2), 16));
  return { red, green, blue };
}

/** Red, orange, amber or yellow: red leads, and there is little blue to make it white. */
function isAlarming(text: string): boolean {
  const { red, green, blue } = rgbOf(text);
  return red >= 0x40 && green <= red && blue < red / 2;
}
