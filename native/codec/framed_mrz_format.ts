import { z } from 'zod';

const byte = z.int().min(0).max(255);
const part = z.enum(['prefix', 'stx', 'data', 'suffix']);

const checksum = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({
    kind: z.enum(['lrc-xor', 'sum8']),
    /** Which parts of the frame are counted. */
    range: z.array(part).min(1).default(['data', 'suffix']),
    /** The value before the first byte. */
    initial: byte.default(0),
    position: z.enum(['before-suffix', 'after-suffix']).default('after-suffix'),
  }),
]);

/**
 * How a one-way reader frames its text: `prefix stx line sep line sep [line sep] suffix`, with a check byte before or
 * behind the suffix. The marks of CUTE-style readers are not public, hence configuration; the default is STX ... ETX.
 */
export const framedMrzFormat = z
  .strictObject({
    prefix: z.array(byte).max(16).default([]),
    stx: byte.nullable().default(0x02),
    lineSep: z.enum(['CR', 'LF', 'CRLF']).default('CR'),
    /** Whether a missing third line still sends its break. Read either way, written this way. */
    thirdLineCr: z.enum(['always', 'ifPresent']).default('ifPresent'),
    pad: z.enum(['_', ' ']).nullable().default(null),
    /** What ends the whole; nothing means that the length of the first line tells how many lines there are. */
    suffix: z.array(byte).max(16).default([0x03]),
    checksum: checksum.default({ kind: 'none' }),
    aimId: z.boolean().default(false),
    /** What the reader writes for a character it could not read. */
    charErrorMarker: z.string().length(1).nullable().default(null),
  })
  .refine(({ suffix, checksum: { kind } }) => suffix.length > 0 || kind === 'none', {
    error: 'a check byte needs a suffix',
    path: ['suffix'],
  });

export type FramedMrzFormat = z.infer<typeof framedMrzFormat>;

/** CUTE misc-reader messages hold up to 1024 characters. */
export const MAX_TEXT_BYTES = 1024;

/** What such a reader says. `unreadable` counts characters it marked as not read. */
export type FramedMrzMessage =
  | { readonly type: 'mrz'; readonly lines: readonly string[]; readonly unreadable: number }
  | { readonly type: 'no-read' };

/** The families of commands which such a reader may take beside what it sends. */
export const COMMAND_FAMILIES = ['none', 'newland', 'honeywell'] as const;
export type CommandFamily = (typeof COMMAND_FAMILIES)[number];

/** What the protocol of a framed reader has to know. */
export const framedMrzWire = z.object({
  format: framedMrzFormat.default(framedMrzFormat.parse({})),
  commands: z.enum(COMMAND_FAMILIES).default('none'),
});

/** The break behind a line. */
export const SEPARATOR = { CR: '\r', LF: '\n', CRLF: '\r\n' } as const;

/** The message of these lines, with the count of characters which the reader marked as not read. */
export function mrzMessage(lines: readonly string[], format: FramedMrzFormat): FramedMrzMessage {
  const marker = format.charErrorMarker;
  return { type: 'mrz', lines, unreadable: marker === null ? 0 : lines.join('').split(marker).length - 1 };
}
