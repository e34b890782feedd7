import { BrokenInterchange, type Segment, SegmentReader } from './edifact_segments.ts';

/** One message of an interchange, without its first and last segment. */
export interface EdifactMessage {
  readonly header: Segment;
  readonly segments: readonly Segment[];
}

/** No honest message has more segments: two thousand persons of fifty each. More would only fill the memory. */
const MOST_SEGMENTS = 100_000;

/** The character sets of ISO 9735 by their names for a decoder; A and B are parts of ASCII. */
const CHARACTER_SETS: Readonly<Record<string, string>> = {
  UNOA: 'latin1',
  UNOB: 'latin1',
  UNOC: 'latin1',
  UNOD: 'iso-8859-2',
  UNOE: 'iso-8859-5',
  UNOF: 'iso-8859-7',
  UNOG: 'iso-8859-3',
  UNOH: 'iso-8859-4',
  UNOI: 'iso-8859-6',
  UNOJ: 'iso-8859-8',
  UNOW: 'utf-8',
  UNOY: 'utf-8',
};

/** An element's component as text, empty where it is not there; both counted from 0. */
export function textAt(segment: Segment, element: number, component = 0): string {
  return segment.elements[element]?.[component]?.trim() ?? '';
}

const HAS_MORE_THAN_ASCII = /[\u0080-\u00ff]/;

/** Reads the characters of a segment, which came as bytes, in the set that the interchange names. */
function decoded(segment: Segment, characters: string): Segment {
  if (characters === 'latin1') return segment;
  const decoder = new TextDecoder(characters, { fatal: true });
  const read = (text: string): string => {
    if (!HAS_MORE_THAN_ASCII.test(text)) return text;
    try {
      return decoder.decode(Buffer.from(text, 'latin1'));
    } catch {
      throw new BrokenInterchange('ENCODING', segment.place);
    }
  };
  return { ...segment, elements: segment.elements.map((element) => element.map(read)) };
}

/** Holds the envelopes of an interchange to each other: what each last segment counts and names must be what came. */
class Envelopes {
  #characters: string | null = null;
  #interchange = '';
  #group: { readonly reference: string; messages: number } | null = null;
  #message: { readonly header: Segment; readonly segments: Segment[] } | null = null;
  /** Groups where there are groups, else messages: what UNZ counts. */
  #parts = 0;
  #ended = false;

  /** @returns a message when its last segment has come. */
  take(raw: Segment): EdifactMessage | null {
    if (this.#ended) throw new BrokenInterchange('AFTER_THE_END', raw.place);
    const segment = decoded(raw, this.#characters ?? 'latin1');
    if (this.#characters === null) this.#begin(segment);
    else if (segment.tag === 'UNT') return this.#endMessage(segment);
    else if (this.#message !== null && !/^UN[BGHEZ]$/.test(segment.tag)) {
      if (this.#message.segments.push(segment) > MOST_SEGMENTS)
        throw new BrokenInterchange('MESSAGE_TOO_LONG', segment.place);
    } else this.#betweenMessages(segment);
    return null;
  }

  end(place: number): void {
    if (!this.#ended) throw new BrokenInterchange('CUT_OFF', place);
  }

  #begin(segment: Segment): void {
    if (segment.tag !== 'UNB') throw new BrokenInterchange('NO_UNB', segment.place);
    this.#characters = CHARACTER_SETS[textAt(segment, 0)] ?? null;
    if (this.#characters === null) throw new BrokenInterchange('CHARACTER_SET_UNKNOWN', segment.place);
    this.#interchange = textAt(segment, 4);
  }

  #betweenMessages(segment: Segment): void {
    const { tag, place } = segment;
    if (this.#message !== null) throw new BrokenInterchange('MESSAGE_NOT_ENDED', place);
    if (tag === 'UNH') this.#message = { header: segment, segments: [] };
    else if (tag === 'UNG' && this.#group === null) this.#group = { reference: textAt(segment, 4), messages: 0 };
    else if (tag === 'UNE' && this.#group !== null) {
      this.#count(segment, 'UNE', this.#group.messages, this.#group.reference);
      this.#group = null;
      this.#parts += 1;
    } else if (tag === 'UNZ' && this.#group === null) {
      this.#count(segment, 'UNZ', this.#parts, this.#interchange);
      this.#ended = true;
    } else throw new BrokenInterchange('SEGMENT_OUT_OF_PLACE', place);
  }

  #endMessage(segment: Segment): EdifactMessage {
    const message = this.#message;
    if (message === null) throw new BrokenInterchange('SEGMENT_OUT_OF_PLACE', segment.place);
    this.#count(segment, 'UNT', message.segments.length + 2, textAt(message.header, 0));
    this.#message = null;
    if (this.#group === null) this.#parts += 1;
    else this.#group.messages += 1;
    return message;
  }

  #count(segment: Segment, tag: string, count: number, reference: string): void {
    if (Number(textAt(segment, 0)) !== count) throw new BrokenInterchange(`${tag}_COUNT_WRONG`, segment.place);
    if (textAt(segment, 1) !== reference) throw new BrokenInterchange(`${tag}_REFERENCE_WRONG`, segment.place);
  }
}

/**
 * The messages of one interchange (ISO 9735-1, with functional groups or without), given its bytes in any pieces. Every count
 * and reference of UNT, UNE and UNZ is held to what came. Throws BrokenInterchange.
 */
export async function* edifactMessages(chunks: AsyncIterable<Buffer>): AsyncGenerator<EdifactMessage> {
  const reader = new SegmentReader();
  const envelopes = new Envelopes();
  let place = 0;
  for await (const chunk of chunks) {
    for (const segment of reader.push(chunk.toString('latin1'))) {
      place = segment.place;
      const message = envelopes.take(segment);
      if (message !== null) yield message;
    }
  }
  reader.end();
  envelopes.end(place);
}
