import { z } from 'zod';
import listed from '../../resources/gates/electronic_visa_gates.json' with { type: 'json' };

/**
 * The gates through which a foreigner may come and go with an electronic visa (Law 47/2014/QH13 Art 20(2); Resolutions
 * 127/NQ-CP of 2023 and 389/NQ-CP of 2025). `from` null: on the list, but counting only once it is in operation.
 */
const GATES = z
  .array(
    z.object({
      code: z.string().regex(/^(air|land|sea)\.[a-z0-9-]+$/),
      name: z.string(),
      from: z.iso.date().nullable(),
      source: z.string(),
    }),
  )
  .parse(listed);

/** Whether a gate is on the list on a day (YYYY-MM-DD). */
export function isElectronicVisaGate(code: string, day: string): boolean {
  return GATES.some((gate) => gate.code === code && gate.from !== null && gate.from <= day);
}
