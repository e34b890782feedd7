import { z } from 'zod';
import { LINE_9600_8N1, type SerialLine } from '../../transport/transport.ts';

/** A contact of the gate: the number of its discrete input (from 0), null where there is none; `inverted` where closed means "no". */
const input = z.strictObject({
  address: z.int().min(0).max(65_535).nullable().default(null),
  inverted: z.boolean().default(false),
});

/** One request reads all contacts, so they must lie this close together (Modbus Application Protocol V1.1b3, 6.2). */
const MAX_SPAN = 2000;

const inputs = z
  .strictObject({
    doorClosed: input.prefault({}),
    presence: input.prefault({}),
    passage: input.prefault({}),
    alarm: input.prefault({}),
  })
  .refine((all) => {
    const used = Object.values(all).flatMap(({ address }) => (address === null ? [] : [address]));
    return used.length === 0 || Math.max(...used) - Math.min(...used) < MAX_SPAN;
  }, `inputs lie within ${MAX_SPAN} numbers`);

/** What may be set for a gate behind Modbus RTU relays and inputs. */
export const modbusGateSettings = z.strictObject({
  baudRate: z.union([4800, 9600, 19_200, 38_400, 57_600, 115_200].map((rate) => z.literal(rate))).default(9600),
  parity: z.enum(['none', 'even', 'odd']).default('none'),
  stopBits: z.union([z.literal(1), z.literal(2)]).default(1),
  /** The address of the board on the line. */
  unit: z.int().min(1).max(247).default(1),
  /** The coil whose relay closes the gate's release contact, from 0. */
  coil: z.int().min(0).max(65_535).default(0),
  pulseMs: z.int().min(200).max(1000).default(500),
  inputs: inputs.prefault({}),
  /** How often the contacts and the coil are read. */
  pollMs: z.int().min(50).max(5000).default(250),
  /** Silence between an answer and the next request: cheap boards lose a request that comes at once. */
  gapMs: z.int().min(5).max(1000).default(50),
  quietMs: z.int().min(10).max(5000).default(100),
  responseTimeoutMs: z.int().min(150).max(5000).default(500),
  missedBeats: z.int().min(1).max(10).default(3),
});

export type ModbusGateSettings = z.infer<typeof modbusGateSettings>;

/** The line settings these options mean. */
export function modbusLine({ baudRate, parity, stopBits }: ModbusGateSettings): SerialLine {
  return { ...LINE_9600_8N1, baudRate, parity, stopBits };
}
