import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { EVENTS } from '../core/domain/audit/events.ts';

const HOLDS = { none: 'nothing personal', staff: 'an officer number', traveller: 'traveller data' } as const;

/** The page of every event an auditor may ask for, made from the catalogue. */
export function eventsPage(): string {
  const rows = Object.entries(EVENTS).map(
    ([id, { kind, holds, sentence }]) => `| \`${id}\` | ${kind} | ${HOLDS[holds]} | ${sentence} |`,
  );
  return `# Events of the journal\n\nMade from \`core/domain/audit/events.ts\` by \`npm run events\`.\n\n| event | kind | holds | when |\n|---|---|---|---|\n${rows.join('\n')}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  writeFileSync(new URL('events.md', import.meta.url), eventsPage());
