import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { StoppedReason } from './hardening.ts';

const html = readFileSync(new URL('./booth_stopped.html', import.meta.url), 'utf8');

test('the page has no script and allows nothing but its own style', () => {
  const style = /<style>([\s\S]*?)<\/style>/.exec(html)?.[1] ?? '';
  const hash = createHash('sha256').update(style).digest('base64');
  expect(html).toContain(`content="default-src 'none'; style-src 'sha256-${hash}'"`);
  expect(html).not.toMatch(/<script|javascript:|\son\w+=|<iframe|<form|<a\s|https?:/i);
});

test('it has words for every reason, in Vietnamese and English', () => {
  const reasons: Record<StoppedReason, true> = { starting: true, ended: true, refused: true, key: true };
  for (const reason of Object.keys(reasons)) {
    const section = new RegExp(`<section id="${reason}">([\\s\\S]*?)</section>`).exec(html)?.[1] ?? '';
    expect(section).toMatch(/<h1>\S/);
    expect(section).toMatch(/<p lang="en">\s*\S/);
  }
});
