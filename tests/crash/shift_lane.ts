import { first, laneOn, pinOf, say } from './lane_to_kill.ts';

/**
 * A lane on which a shift is handed over, made to be killed: a person waits in the second line, so that there is something to
 * hand over for certain. It goes no further than the step it is told; `signing` signs without being heard.
 */
const [directory = '', last] = process.argv.slice(2);
const COUNTERS = { stampsFrom: 'A001', stampsTo: 'A100', forms: 20, seals: 5, receipts: 0 };

// The booth's own timers keep no process alive; its door does, which is not part of this.
setInterval(() => {}, 1000);
const lane = await laneOn(directory);
const { shift, lane: counter } = await lane.person('0412');
await shift.begin({ counters: COUNTERS });
await counter.refer({ clearance: await lane.lay('foreigner'), reasons: ['OFFICER_DOUBT'] });
await shift.beginHandOver({ counters: COUNTERS, instructions: 'giữ máy in' });
for (const { id } of (await first(shift.watch())).items)
  await shift.answerItem({ item: id, accepted: true, reason: '' });
say('answered', await first(shift.watch()));
if (last !== 'answered') {
  // The one who goes is signed in; the one who comes has given number and PIN, and the booth is at its work on both.
  const signing = shift.sign(pinOf('0413'));
  if (last === 'signing') say('signing');
  await signing;
  say('signed', await first(shift.watch()));
}
