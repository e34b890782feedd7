import { describe, expect, it } from 'vitest';
import * as accessIs from './access_is/commands.ts';
import { BACK_ENDS } from './framed_mrz/back_end.ts';

const NAMES: Readonly<Record<number, string>> = { 1: '<SOH>', 3: '<ETX>', 13: '<CR>', 22: '<SYN>' };
const text = (bytes: Uint8Array): string => [...bytes].map((byte) => NAMES[byte] ?? String.fromCharCode(byte)).join('');
const bytesOf = (value: object): string[] =>
  value instanceof Uint8Array
    ? [text(value)]
    : 'bytes' in value && value.bytes instanceof Uint8Array
      ? [text(value.bytes)]
      : Object.values(value).flatMap((part) => (typeof part === 'object' && part !== null ? bytesOf(part) : []));

const HONEYWELL = [...bytesOf(accessIs), ...bytesOf(BACK_ENDS.honeywell)];
const NEWLAND = bytesOf(BACK_ENDS.newland);

describe('every command that a scanner driver can send', () => {
  it('is known here', () => {
    expect(HONEYWELL.length).toBeGreaterThanOrEqual(14);
    expect(NEWLAND.length).toBeGreaterThanOrEqual(5);
  });

  it.each(HONEYWELL)('%j holds until power goes, or asks', (command) => {
    // Trigger, value held in volatile memory, question, or the revision which takes no value.
    expect(command).toMatch(/^<SYN>(?:[TtUu]<CR>|M<CR>(?:\w{6}\d!|\w{6}\?\.|revinf\.))$/);
    expect(command).not.toMatch(/AISRDS|DEFALT/i);
  });

  it.each(NEWLAND)('%j holds until power goes, or asks', (command) => {
    expect(command).toMatch(/^~<SOH>0000#\w{6}(?:\d|\*)?;<ETX>$/);
    expect(command).not.toMatch(/FACDEF/);
  });
});
