import { describe, expect, test } from 'vitest';
import { textOf, xmlRecords } from './xml_records.ts';

const NAMES = { rootName: 'list', recordName: 'one' };

async function* pieces(text: string, size: number): AsyncGenerator<Buffer> {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function names(text: string, size = 5): Promise<string[]> {
  const found: string[] = [];
  for await (const record of xmlRecords(pieces(text, size), NAMES)) {
    found.push('reason' in record ? `${record.line} ${record.reason}` : textOf(record, 'name'));
  }
  return found;
}

describe('records of an XML file', () => {
  test.each([1, 2, 3, 7, 1000])('are read in pieces of %d bytes', async (size) => {
    const text = `<?xml version="1.0"?><list>\n<one><name> LÊ  <![CDATA[<&>]]> &lt;&#233;&amp;\n x</name></one><two/><one/></list>`;
    expect(await names(text, size)).toEqual(['LÊ <&> <é& x', '']);
  });

  test('one that is too long or has too many parts is told, the others go in', async () => {
    const long = `<one><name>${'x'.repeat(1_200_000)}</name></one>`;
    const many = `<one>${'<a/>'.repeat(30_000)}</one>`;
    const good = '<one><name>good</name></one>';
    expect(await names(`<list>${good}\n${long}\n${many}\n${good}</list>`, 65_536)).toEqual([
      'good',
      '2 RECORD_TOO_LONG',
      '3 RECORD_TOO_LONG',
      'good',
    ]);
  });

  const entities = Array.from({ length: 9 }, (_, n) => `<!ENTITY a${n + 1} "${`&a${n};`.repeat(10)}">`).join('');
  test.each([
    [
      'entities that unfold without end',
      `<!DOCTYPE list [<!ENTITY a0 "ha">${entities}]><list>&a9;</list>`,
      'XML_DOCTYPE',
    ],
    [
      'an entity that names a file',
      '<!DOCTYPE list [<!ENTITY x SYSTEM "file:///etc/passwd">]><list>&x;</list>',
      'XML_DOCTYPE',
    ],
    ['a plain document type', '<!DOCTYPE list><list/>', 'XML_DOCTYPE'],
    ['an entity nobody declared', '<list><one><name>&nbsp;</name></one></list>', 'XML_NOT_WELL_FORMED at line 1'],
    ['deep nesting', `<list><one>${'<a>'.repeat(100_000)}`, 'XML_TOO_DEEP'],
    ['another root', '<html><one/></html>', 'XML_ROOT'],
    ['no XML at all', 'id,name\n1,x\n', 'XML_NOT_WELL_FORMED at line 3'],
    ['a file cut off', '<list>\n<one><name>good</name></one><one>', 'XML_NOT_WELL_FORMED at line 2'],
    ['another encoding by its word', '<?xml version="1.0" encoding="ISO-8859-1"?><list/>', 'XML_ENCODING'],
    ['an empty file', '', 'XML_NOT_WELL_FORMED at line 1'],
  ])('%s is refused', async (_what, text, detail) => {
    await expect(names(text, 4096)).rejects.toMatchObject({ problem: { code: 'LIST_FORMAT', detail } });
  });

  test('bytes that are no UTF-8 are refused', async () => {
    async function* latin(): AsyncGenerator<Buffer> {
      yield Buffer.from('<list><one><name>é</name></one></list>', 'latin1');
    }
    const read = async () => {
      for await (const _ of xmlRecords(latin(), NAMES));
    };
    await expect(read()).rejects.toMatchObject({ problem: { code: 'LIST_FORMAT' } });
  });

  test.each([
    ['text', '<list><one><name>', 'x'],
    ['name', '<list><', 'x'],
    ['attribute', '<list><one a="', 'x'],
    ['comment', '<list><!--', ' x'],
    ['document type', '<!DOCTYPE list [', ' x'],
  ])('a %s without end is given up within a few megabytes', async (_what, start, filling) => {
    let drawn = 0;
    async function* endless(): AsyncGenerator<Buffer> {
      yield Buffer.from(start);
      const chunk = Buffer.from(filling.repeat(65_536 / filling.length));
      for (; drawn < 1_000_000_000; drawn += chunk.length) yield chunk;
    }
    const read = async () => {
      for await (const _ of xmlRecords(endless(), NAMES));
    };
    await expect(read()).rejects.toMatchObject({ problem: { code: 'LIST_FORMAT', detail: 'XML_TOO_LONG' } });
    expect(drawn).toBeLessThan(8_000_000);
  });
});
