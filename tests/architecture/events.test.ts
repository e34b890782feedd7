import { describe, expect, it } from 'vitest';
import { EVENTS } from '../../core/domain/audit/events.ts';
import { eventsPage } from '../../docs/events.ts';
import { readRoot, sourceFiles } from './source_files.ts';

describe('the catalogue of events', () => {
  const text = sourceFiles(['core', 'server', 'native', 'cli'])
    .filter(({ path }) => path !== 'core/domain/audit/events.ts')
    .map((file) => file.text)
    .join('\n');
  it.each(Object.keys(EVENTS))('%s is written somewhere', (event) => {
    expect(text).toContain(`'${event}'`);
  });
  it('is what docs/events.md says (npm run events writes it)', () => {
    expect(readRoot('docs/events.md')).toBe(eventsPage());
  });
});
