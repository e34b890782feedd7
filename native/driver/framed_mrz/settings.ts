import { z } from 'zod';
import { COMMAND_FAMILIES, framedMrzFormat } from '../../codec/framed_mrz_format.ts';
import { rteWire } from '../../codec/rte_native.ts';

const milliseconds = z.int().min(10).max(60_000);

/** Line, format and commands of a framed reader; all depend on how the reader was programmed. */
export const framedMrzSettings = z
  .strictObject({
    baudRate: z
      .union([z.literal(9600), z.literal(19200), z.literal(38400), z.literal(57600), z.literal(115200)])
      .default(9600),
    dataBits: z.union([z.literal(7), z.literal(8)]).default(8),
    parity: z.enum(['none', 'even', 'odd']).default('none'),
    stopBits: z.union([z.literal(1), z.literal(2)]).default(1),
    /** A known reader whose frames are no matter of settings; `format` does not count then. */
    preset: z.enum(['none', 'rte-native']).default('none'),
    format: framedMrzFormat.default(framedMrzFormat.parse({})),
    /** The rule of the check byte, of the preset `rte-native` only. */
    bcc: rteWire.shape.bcc,
    /** The family of commands which the reader takes; `none` only speaks. */
    commands: z.enum(COMMAND_FAMILIES).default('none'),
    /** Keeps the reader looking for documents all the time; else only when the lane asks for one. */
    keepArmed: z.boolean().default(true),
    /** Silence awaited after opening: the rest of a frame begun earlier is thrown away. */
    quietMs: z.int().min(10).max(5000).default(100),
    /** Silence inside a frame after which its start is given up. */
    interByteMs: z.int().min(20).max(5000).default(200),
    responseTimeoutMs: milliseconds.default(1000),
    heartbeatMs: milliseconds.default(1000),
    missedBeats: z.int().min(1).max(10).default(2),
    /** Every so many heartbeats the reader is set up and triggered again: a trigger ends by itself, a setting with the power. */
    armEveryBeats: z.int().min(1).max(1000).default(3),
    /** How long to wait before triggering again when the same document still lies there. */
    repeatArmMs: milliseconds.default(500),
    /** The same text within this time of its last sight is the same laying of the document; where it is triggered by command. */
    sameDocumentMs: milliseconds.default(3000),
  })
  .refine(({ preset, commands }) => preset === 'none' || commands === 'none', {
    error: 'this preset takes no commands',
    path: ['commands'],
  });

export type FramedMrzSettings = z.infer<typeof framedMrzSettings>;
