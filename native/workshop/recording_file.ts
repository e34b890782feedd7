import { z } from 'zod';

/** The first line of a recording. `options` are the driver's own, as the device had them. */
const header = z.strictObject({
  kind: z.literal('border-booth-recording'),
  version: z.literal(1),
  id: z.uuid(),
  device: z.string().min(1).max(64),
  driver: z.string().min(1).max(64),
  options: z.record(z.string(), z.unknown()),
  startedAt: z.number(),
});

const way = z.enum(['host-to-device', 'device-to-host']);
/** `ms` since the start of the recording. A frame is hexadecimal, made anew from its masked message; garbage is only counted. */
const frame = z.strictObject({
  ms: z.number().min(0),
  direction: way,
  hex: z.string().regex(/^([0-9a-f]{2})+$/),
  /** A HID feature report that the host asked for by this id; it comes when it is asked for. */
  feature: z.int().min(0).max(255).optional(),
});
const garbage = z.strictObject({ ms: z.number().min(0), direction: way, garbage: z.int().min(1) });
const item = z.union([frame, garbage]);
const end = z.strictObject({ endedAt: z.number(), entries: z.int().min(0) });

export type RecordingHeader = z.infer<typeof header>;
export type RecordedItem = z.infer<typeof item>;

/** A recording as it is read back; `endedAt` is null where the booth ended before it did. */
export interface ReadRecording {
  readonly header: RecordingHeader;
  readonly items: readonly RecordedItem[];
  readonly endedAt: number | null;
}

export const lineOf = (part: RecordingHeader | RecordedItem | z.infer<typeof end>): string =>
  `${JSON.stringify(part)}\n`;

/** Null for what is no recording. A last line cut off in writing is left out. */
export function readRecording(text: string): ReadRecording | null {
  const [first = '', ...lines] = text.split('\n');
  const head = header.safeParse(parsed(first));
  if (!head.success) return null;
  const items: RecordedItem[] = [];
  for (const line of lines) {
    if (line === '') continue;
    const read = parsed(line);
    const one = item.safeParse(read);
    if (one.success) items.push(one.data);
    else {
      const last = end.safeParse(read);
      return { header: head.data, items, endedAt: last.success ? last.data.endedAt : null };
    }
  }
  return { header: head.data, items, endedAt: null };
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
