import { createHash } from 'node:crypto';
import { err, ok, type Result } from '../../domain/result.ts';
import type { Evidence } from '../../ports/case_files.ts';
import type { LaneContext } from '../lane_context.ts';

export type UploadProblem = 'FILE_TOO_LARGE' | 'FILE_KIND' | 'NO_SUCH_UPLOAD';

/** What a file of this kind begins with; nothing where any text may stand. */
const BEGINS: Readonly<Record<string, readonly number[]>> = {
  'image/jpeg': [0xff, 0xd8, 0xff],
  'image/png': [0x89, 0x50, 0x4e, 0x47],
  'application/pdf': [0x25, 0x50, 0x44, 0x46],
  'text/plain': [],
};
/** Files under way at the same time: one officer adds one. */
const MOST_AT_ONCE = 2;

interface Upload {
  readonly incident: string;
  readonly by: string;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly pieces: Uint8Array[];
  received: number;
}

/** Files on their way through the window, in memory until they are whole; an unfinished one is forgotten for the next. */
export class Uploads {
  readonly #context: LaneContext;
  readonly #waiting = new Map<string, Upload>();

  constructor(context: LaneContext) {
    this.#context = context;
  }

  get largest(): number {
    return this.#context.settings.incident.largestFileMegabytes * 1_000_000;
  }

  begin(given: Pick<Upload, 'incident' | 'by' | 'name' | 'mediaType' | 'bytes'>): Result<string, UploadProblem> {
    if (given.bytes > this.largest) return err('FILE_TOO_LARGE');
    if (!Object.hasOwn(BEGINS, given.mediaType)) return err('FILE_KIND');
    const [oldest] = this.#waiting.keys();
    if (this.#waiting.size >= MOST_AT_ONCE && oldest !== undefined) this.#waiting.delete(oldest);
    const id = this.#context.ids.uuid();
    this.#waiting.set(id, { ...given, pieces: [], received: 0 });
    return ok(id);
  }

  /** Only whoever began it adds to it or ends it. */
  add(id: string, by: string, piece: Uint8Array): Result<number, UploadProblem> {
    const upload = this.#waiting.get(id);
    if (upload?.by !== by) return err('NO_SUCH_UPLOAD');
    if (upload.received + piece.length > upload.bytes) {
      this.#waiting.delete(id);
      return err('FILE_TOO_LARGE');
    }
    upload.pieces.push(piece);
    upload.received += piece.length;
    return ok(upload.received);
  }

  end(id: string, by: string): Result<{ readonly incident: string; readonly evidence: Evidence }, UploadProblem> {
    const upload = this.#waiting.get(id);
    if (upload?.by !== by || upload.received !== upload.bytes) return err('NO_SUCH_UPLOAD');
    this.#waiting.delete(id);
    const bytes = Uint8Array.from(Buffer.concat(upload.pieces));
    const begins = BEGINS[upload.mediaType] ?? [];
    if (begins.some((byte, place) => bytes[place] !== byte)) return err('FILE_KIND');
    const { name, mediaType, incident } = upload;
    const hash = createHash('sha256').update(bytes).digest('hex');
    return ok({ incident, evidence: { hash, mediaType, name, addedAt: this.#context.clock.now(), bytes } });
  }
}
