/** One segment: its tag and its elements, each of one component or more. */
export interface Segment {
  readonly tag: string;
  readonly elements: readonly (readonly string[])[];
  /** Its place in the interchange, from 1; the service string advice is not counted. */
  readonly place: number;
}

/** The whole interchange cannot be used. `reason` is a stable word; it never holds what stood in the file. */
export class BrokenInterchange extends Error {
  readonly place: number;

  constructor(reason: string, place: number) {
    super(reason);
    this.name = 'BrokenInterchange';
    this.place = place;
  }
}

/** The service characters (ISO 9735-1 section 7); these are in force where no advice is given. */
export interface ServiceCharacters {
  readonly component: string;
  readonly element: string;
  readonly release: string;
  readonly terminator: string;
}
export const USUAL: ServiceCharacters = { component: ':', element: '+', release: '?', terminator: "'" };

const ADVICE = 'UNA';
const ADVICE_LENGTH = 9;
/** No honest segment is longer. */
const LONGEST = 16_384;

function cut(text: string, { component, element, release }: ServiceCharacters, place: number): Segment {
  const elements: string[][] = [];
  let components: string[] = [];
  let value = '';
  for (let at = 0; at < text.length; at++) {
    const sign = text[at] as string;
    if (sign === release) value += text[++at] ?? '';
    else if (sign === component || sign === element) {
      components.push(value);
      value = '';
      if (sign === element) {
        elements.push(components);
        components = [];
      }
    } else value += sign;
  }
  elements.push([...components, value]);
  const [[tag = ''] = [], ...rest] = elements;
  if (!/^[A-Z]{3}$/.test(tag)) throw new BrokenInterchange('NO_SEGMENT_TAG', place);
  return { tag, elements: rest, place };
}

/**
 * Parts UN/EDIFACT text (ISO 9735, syntax 1 to 4) into segments, piece by piece as it arrives; where a piece ends does not
 * matter. Line ends between segments are passed over. Throws BrokenInterchange.
 */
export class SegmentReader {
  #signs: ServiceCharacters | null = null;
  #open = '';
  #released = false;
  #scanned = 0;
  #place = 0;

  push(text: string): Segment[] {
    this.#open += text;
    if (this.#signs === null && !this.#takeAdvice()) return [];
    const signs = this.#signs as ServiceCharacters;
    const found: Segment[] = [];
    let begin = 0;
    let at = this.#scanned;
    for (; at < this.#open.length; at++) {
      const sign = this.#open[at];
      if (this.#released) this.#released = false;
      else if (sign === signs.release) this.#released = true;
      else if (sign === signs.terminator) {
        found.push(cut(this.#open.slice(begin, at).trimStart(), signs, ++this.#place));
        begin = at + 1;
      }
    }
    this.#open = this.#open.slice(begin);
    this.#scanned = this.#open.length;
    if (this.#open.length > LONGEST) throw new BrokenInterchange('SEGMENT_TOO_LONG', this.#place + 1);
    return found;
  }

  /** Nothing more comes. A segment without its end means that the file was cut off. */
  end(): void {
    if (this.#place === 0) throw new BrokenInterchange('NOT_EDIFACT', 0);
    if (this.#open.trim() !== '') throw new BrokenInterchange('CUT_OFF', this.#place + 1);
  }

  /** @returns false while too little has come to tell. */
  #takeAdvice(): boolean {
    this.#open = this.#open.trimStart();
    if (this.#open.length < ADVICE_LENGTH && ADVICE.startsWith(this.#open.slice(0, ADVICE.length))) return false;
    if (!/^UN[AB]/.test(this.#open)) throw new BrokenInterchange('NOT_EDIFACT', 0);
    if (!this.#open.startsWith(ADVICE)) {
      this.#signs = USUAL;
      return true;
    }
    const [component = '', element = '', , release = '', , terminator = ''] = this.#open.slice(ADVICE.length);
    const signs = [component, element, release, terminator];
    if (new Set(signs).size < signs.length || signs.some((sign) => /[A-Z0-9]/i.test(sign)))
      throw new BrokenInterchange('WRONG_ADVICE', 0);
    this.#signs = { component, element, release, terminator };
    this.#open = this.#open.slice(ADVICE_LENGTH);
    return true;
  }
}
