import { createRouterClient } from '@orpc/server';
import { createBooth } from '../../core/booth.ts';

/**
 * A lane on which a shift is handed over, made to be killed: it takes the steps up to the one it is told, tells each that the
 * booth has answered on a line of its own, and from then on signs without being heard.
 */
const [directory = '', last = ''] = process.argv.slice(2);
const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};
const COUNTERS = { stampsFrom: 'A001', stampsTo: 'A100', forms: 20, seals: 5, receipts: 0 };

setInterval(() => {}, 1000);
const booth = await createBooth({ dataDirectory: directory, demo: true });
if (!booth.ok) {
  say(`failed ${booth.error.code}`);
  process.exit(1);
}
const window = { windowId: 'w', role: 'officer' } as const;
const client = createRouterClient(booth.value.router, { context: { window } });
await client.session.signIn({ number: '0412', pin: '246810', direction: 'ARRIVAL', shift: '1' });

async function listed(): Promise<readonly string[]> {
  for await (const { handOver, items } of await client.shift.watch())
    if (handOver !== null) return items.map(({ id }) => id);
  return [];
}

await client.shift.begin({ counters: COUNTERS });
await client.shift.beginHandOver({ counters: COUNTERS, instructions: 'giữ máy in' });
for (const item of await listed()) await client.shift.answerItem({ item, accepted: true, reason: '' });
say('answered');
// The one who goes is signed in; the one who comes has given number and PIN, and the booth is at its work on both.
const signing = client.shift.sign({ number: '0413', pin: '413413' });
if (last === 'signing') say('signing');
await signing;
say('signed');
