import { z } from 'zod';
import { base } from './base.ts';

const demo = base.meta({ needs: 'WINDOW', demoOnly: true });

/** The dev dock: lays invented documents on the simulated reader and plays with the lane. Absent in production. */
export const devdock = {
  documents: demo.output(
    z.array(z.object({ id: z.string(), title: z.object({ vi: z.string(), en: z.string() }), kind: z.string() })),
  ),
  lay: demo
    .input(z.object({ document: z.string().max(40) }))
    .errors({ DEMO_UNKNOWN_DOCUMENT: { message: 'DEMO_UNKNOWN_DOCUMENT' } })
    .output(z.object({ laid: z.literal(true) })),
  codes: demo.output(z.array(z.object({ id: z.string(), title: z.object({ vi: z.string(), en: z.string() }) }))),
  /** Shows an invented code to the simulated scanner. */
  show: demo
    .input(z.object({ code: z.string().max(40) }))
    .errors({ DEMO_UNKNOWN_DOCUMENT: { message: 'DEMO_UNKNOWN_DOCUMENT' } })
    .output(z.object({ shown: z.literal(true) })),
  /** Orders the simulated reader to fail once: no read, garbage first, or half a frame. */
  fault: demo
    .input(z.object({ fault: z.enum(['no-read', 'garbage', 'half-frame']) }))
    .output(z.object({ ordered: z.literal(true) })),
  plug: demo.input(z.object({ plugged: z.boolean() })).output(z.object({ plugged: z.boolean() })),
  network: demo.input(z.object({ online: z.boolean() })).output(z.object({ online: z.boolean() })),
};
