import type { Symbology } from '../../../core/ports/code_scanner.ts';
import { aimParted } from '../../codec/aim_symbology.ts';
import type { ScannedPiece } from '../../codec/hid_pos_barcode.ts';

const CR = 0x0d;
/** The port promises 1 to 4096 characters. */
const MAX_BYTES = 4096;

/** A code that is complete. */
export interface WholeCode {
  readonly text: string;
  readonly symbology: Symbology | null;
}

/** Joins the reports of one code. */
export interface Pieces {
  /** The code once it is complete, `more` before, `nothing` for an empty one or a rest, `too-long` once when it passes the limit. */
  add(piece: ScannedPiece): WholeCode | 'more' | 'nothing' | 'too-long';
  /**
   * A report of a code was spoilt: what has begun is given up, and what still comes of it is not taken for a code of its own.
   * The number of bytes lost.
   */
  spoil(): number;
  /** Silence: the next report begins a code. The number of bytes lost of one that was not complete. */
  pause(): number;
  /** Something has begun or is being passed over, so that a pause says something. */
  waiting(): boolean;
}

export function pieces(): Pieces {
  let data: number[] = [];
  let aim = '';
  let begun = false;
  let passing = false;

  const clear = (): number => {
    const lost = data.length;
    data = [];
    begun = false;
    return lost;
  };
  const finish = (): WholeCode | 'nothing' => {
    const bytes = data.at(-1) === CR ? data.slice(0, -1) : data;
    clear();
    return bytes.length === 0 ? 'nothing' : { text: textOf(bytes), symbology: aimParted(aim).symbology };
  };

  return {
    add: (piece) => {
      if (passing) return 'nothing';
      if (!begun) aim = piece.aim;
      begun = true;
      data.push(...piece.data);
      if (data.length > MAX_BYTES) {
        clear();
        passing = true;
        return 'too-long';
      }
      return piece.continued ? 'more' : finish();
    },
    spoil: () => {
      passing = true;
      return clear();
    },
    pause: () => {
      passing = false;
      return clear();
    },
    waiting: () => begun || passing,
  };
}

/** Scanners do not say how their characters are coded: UTF-8 where it is that, else one byte a character. */
function textOf(bytes: readonly number[]): string {
  const all = Uint8Array.from(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(all);
  } catch {
    return Buffer.from(all).toString('latin1');
  }
}
