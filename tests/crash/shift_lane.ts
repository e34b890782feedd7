import { laneToKill } from './lane_to_kill.ts';

/**
 * A lane on which a shift is handed over, made to be killed: a person waits in the second line, so that there is something to
 * hand over for certain. It goes no further than the step it is told; `signing` signs without being heard.
 */
const last = process.argv[3];
const COUNTERS = { stampsFrom: 'A001', stampsTo: 'A100', forms: 20, seals: 5, receipts: 0 };

const { counter, lay, say } = await laneToKill();
await counter.shift.begin({ counters: COUNTERS });
await counter.lane.refer({ clearance: await lay('foreigner'), reasons: ['OFFICER_DOUBT'] });
await counter.shift.beginHandOver({ counters: COUNTERS, instructions: 'giữ máy in' });

async function shown() {
  for await (const view of await counter.shift.watch()) return view;
  throw new Error('the window was locked');
}
for (const { id } of (await shown()).items) await counter.shift.answerItem({ item: id, accepted: true, reason: '' });
say('answered', await shown());
if (last !== 'answered') {
  // The one who goes is signed in; the one who comes has given number and PIN, and the booth is at its work on both.
  const signing = counter.shift.sign({ number: '0413', pin: '413413' });
  if (last === 'signing') say('signing');
  await signing;
  say('signed', await shown());
}
