import { SaxesParser } from 'saxes';
import { ListFileError } from '../ports/list_file_error.ts';
import type { RejectedRow } from '../ports/watchlist.ts';
import { listFileError } from './list_file.ts';

/** An element of a record: its own text, and its children in order. */
export interface XmlElement {
  readonly name: string;
  readonly line: number;
  readonly text: string;
  readonly children: readonly XmlElement[];
}

interface Growing extends XmlElement {
  text: string;
  readonly children: Growing[];
}

/** No list is nested deeper; a hundred thousand levels would be an attack on the stack of names. */
const DEEPEST = 32;
/** Characters of text and elements in one record. */
const LONGEST_RECORD = 1 << 20;
const MOST_ELEMENTS = 20_000;
/** So much without any event (one endless text, tag, comment or attribute) is no list. */
const LONGEST_SILENCE = 4 << 20;

function refuse(detail: string): never {
  throw new ListFileError({ code: 'LIST_FORMAT', detail });
}

/** Collects one record at a time as the parser tells of its parts. */
function recordBuilder(recordName: string) {
  const complete: (XmlElement | RejectedRow)[] = [];
  let open: Growing[] = [];
  let depth = 0;
  let characters = 0;
  let elements = 0;
  const tooLong = () => characters > LONGEST_RECORD || elements > MOST_ELEMENTS;
  return {
    /** Gives what was completed since the last call. */
    take: () => complete.splice(0),
    opened(name: string, line: number) {
      if (++depth > DEEPEST) refuse('XML_TOO_DEEP');
      if (open.length === 0 && name !== recordName) return;
      if (open.length === 0) {
        characters = 0;
        elements = 0;
      }
      const element: Growing = { name, line, text: '', children: [] };
      elements++;
      if (!tooLong()) open.at(-1)?.children.push(element);
      open.push(element);
    },
    said(text: string) {
      const element = open.at(-1);
      if (!element) return;
      characters += text.length;
      if (!tooLong()) element.text += text;
    },
    closed() {
      depth--;
      const element = open.pop();
      if (!element || open.length > 0) return;
      complete.push(tooLong() ? { line: element.line, reason: 'RECORD_TOO_LONG' } : element);
      open = [];
    },
  };
}

/**
 * A parser which knows the five entities of XML and no others. A document type declaration is refused as a whole: lists
 * have none, and it could declare entities that unfold without end, or name files to be read.
 */
function strictParser(builder: ReturnType<typeof recordBuilder>, rootName: string) {
  const parser = new SaxesParser({ xmlns: false, position: true });
  let heard = 0;
  let root = true;
  const hear = () => {
    heard = parser.position;
  };
  parser.on('xmldecl', ({ encoding }) => {
    hear();
    if (encoding && !/^(utf-?8|us-ascii)$/i.test(encoding)) refuse('XML_ENCODING');
  });
  parser.on('doctype', () => refuse('XML_DOCTYPE'));
  parser.on('opentagstart', ({ name }) => {
    hear();
    if (root && name !== rootName) refuse('XML_ROOT');
    root = false;
    builder.opened(name, parser.line);
  });
  parser.on('attribute', hear);
  parser.on('text', (text) => {
    hear();
    builder.said(text);
  });
  parser.on('cdata', (text) => {
    hear();
    builder.said(text);
  });
  parser.on('comment', hear);
  parser.on('processinginstruction', hear);
  parser.on('closetag', () => {
    hear();
    builder.closed();
  });
  // The parser's own words may hold what the file says; the place is enough.
  parser.on('error', () => refuse(`XML_NOT_WELL_FORMED at line ${parser.line}`));
  return {
    write(text: string) {
      parser.write(text);
      if (parser.position - heard > LONGEST_SILENCE) refuse('XML_TOO_LONG');
    },
    close: () => void parser.close(),
  };
}

/**
 * The elements called `recordName`, one after the other, of a document whose root is called `rootName`. A record beyond the
 * limits is a RejectedRow; throws ListFileError with LIST_FORMAT where the file is not well-formed UTF-8 XML to its end,
 * is nested too deep, or has a document type declaration.
 */
export async function* xmlRecords(
  stream: AsyncIterable<Buffer>,
  { rootName, recordName }: { readonly rootName: string; readonly recordName: string },
): AsyncGenerator<XmlElement | RejectedRow> {
  const builder = recordBuilder(recordName);
  const parser = strictParser(builder, rootName);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const chunk of stream) {
      parser.write(decoder.decode(chunk, { stream: true }));
      yield* builder.take();
    }
    parser.write(decoder.decode());
    parser.close();
  } catch (problem) {
    throw listFileError(problem);
  }
  yield* builder.take();
}

/** The children of that name. */
export function childrenOf(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.filter((child) => child.name === name);
}

/** The text of the first child of that name on one line, `''` where there is none. */
export function textOf(element: XmlElement, name: string): string {
  return plainText(element.children.find((child) => child.name === name)?.text ?? '');
}

/** Files break and indent their texts at will. */
export function plainText(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
