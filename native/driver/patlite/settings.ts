import { z } from 'zod';
import { tellTale } from '../discreet_light.ts';

/** The colours of an NE-USB by their numbers on the wire; an LR6-USB has the tiers from red to white. */
export const NE_COLOURS = { red: 1, green: 2, yellow: 3, blue: 4, purple: 5, sky: 6, white: 7 } as const;
export const LR6_TIERS = ['red', 'yellow', 'green', 'blue', 'white'] as const;
export type PatliteColour = keyof typeof NE_COLOURS;

const colour = z.enum(['red', 'green', 'yellow', 'blue', 'purple', 'sky', 'white']);

const lamps = z
  .strictObject({
    closed: colour.default('red'),
    ready: colour.default('green'),
    busy: colour.default('blue'),
    pass: colour.default('green'),
    callOfficer: colour.default('white'),
  })
  .superRefine((all, context) => {
    const why = tellTale(all, (lamp) => lamp === 'red' || lamp === 'yellow');
    if (why !== null) context.addIssue({ code: 'custom', message: why, path: ['callOfficer'] });
  });

/** What may be set for a Patlite light. */
export const patliteSettings = z
  .strictObject({
    model: z.enum(['NE-USB', 'LR6-USB']).default('NE-USB'),
    lamps: lamps.prefault({}),
    /** How often it is told again what it shows: the only way to see that it is still there. */
    heartbeatMs: z.int().min(50).max(60_000).default(2000),
    missedBeats: z.int().min(1).max(10).default(2),
  })
  .superRefine(({ model, lamps: all }, context) => {
    for (const [signal, chosen] of Object.entries(all)) {
      if (model === 'NE-USB' || (LR6_TIERS as readonly string[]).includes(chosen)) continue;
      context.addIssue({ code: 'custom', message: `LR6-USB has no ${chosen}`, path: ['lamps', signal] });
    }
  });

export type PatliteSettings = z.infer<typeof patliteSettings>;
