import { PassThrough } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { importProgress } from './import_progress.ts';

/** What is said of an even import of so many bytes, 10,000 a second, that tells its progress ten times a second. */
function said(terminal: boolean, totalBytes = 1_000_000): string {
  const stderr = Object.assign(new PassThrough(), { isTTY: terminal });
  let now = 5000;
  const { progress, end } = importProgress({ stdin: new PassThrough(), stdout: new PassThrough(), stderr }, () => now);
  for (let step = 0; step <= 255; step++) {
    progress({ read: step * 100, rejected: 0, bytes: Math.min(step * 1000, totalBytes), totalBytes });
    now += 100;
  }
  end();
  return String(stderr.read() ?? '');
}

describe('progress of an import', () => {
  test('on a terminal one line is written over each second', () => {
    const lines = said(true).split('\r').slice(1);
    expect(lines).toHaveLength(25);
    expect(lines[9]).toBe('booth: 10000 rows, 1000 rows/s, 90 s left\u001b[K');
    expect(lines.at(-1)?.endsWith('\n')).toBe(true);
  });

  test('the end of reading is said at once, unless nothing was said before', () => {
    expect(said(false, 155_000).split('\n')[1]).toBe('booth: 15500 rows read; the list is being checked');
    expect(said(false, 55_000)).not.toContain('5500 rows');
  });

  test('elsewhere a line comes every ten seconds', () => {
    expect(said(false).split('\n')).toEqual([
      'booth: 10000 rows, 1000 rows/s, 90 s left',
      'booth: 20000 rows, 1000 rows/s, 80 s left',
      '',
    ]);
  });
});
