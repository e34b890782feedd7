import { first } from './lane_to_kill.ts';
import { times, type Walk } from './walk.ts';

/** A person is sent to the second line, taken, questioned; the owner of an entry confirms; the counter hears the outcome. */
export const walk: Walk<Awaited<ReturnType<typeof look>>> = {
  direction: 'ARRIVAL',
  look,
  evidence: () => [],
  steps: [
    {
      name: 'referred',
      act: async (lane) => {
        const counter = await lane.person('0412');
        await counter.lane.refer({ clearance: await lane.lay('true-match'), reasons: ['OFFICER_DOUBT'] });
        // Both screens follow a moment later.
        await first(counter.lane.watch(), ({ referred }) => referred.length === 1);
        const { secondLine } = await lane.person('0377');
        await first(secondLine.watch(), ({ queue }) => queue.length === 1);
      },
      marks: ({ file, counter }, journal) => [file !== null, counter.length === 1, times(journal, 'REFERRED') === 1],
    },
    {
      name: 'taken',
      act: async (lane, { file }) => {
        const { secondLine } = await lane.person('0377');
        await secondLine.take({ file: file?.file ?? '' });
      },
      marks: ({ file, counter }, journal) => [
        file?.taken?.by === '0377',
        typeof counter[0]?.takenAt === 'number',
        times(journal, 'SECOND_LINE_TAKEN') === 1,
      ],
    },
    {
      name: 'questioned',
      act: async (lane, { file }) => {
        const { secondLine } = await lane.person('0377');
        const said = { question: 'journey-purpose', asked: null, answer: 'du lịch' };
        await secondLine.answer({ file: file?.file ?? '', ...said });
      },
      marks: ({ file }, journal) => [
        file?.interview[0]?.answer === 'du lịch',
        times(journal, 'SECOND_LINE_ANSWERED') === 1,
      ],
    },
    {
      name: 'owner asked',
      act: async (lane, { file }) => {
        const { secondLine } = await lane.person('0377');
        const asked = { entry: file?.entry ?? '', authority: 'Đơn vị Mẫu', channel: 'PHONE' } as const;
        await secondLine.askOwner({ file: file?.file ?? '', ...asked });
      },
      marks: ({ file }, journal) => [file?.confirmations.length === 1, times(journal, 'OWNER_ASKED') === 1],
    },
    {
      name: 'owner answered',
      act: async (lane, { file }) => {
        const { secondLine } = await lane.person('0377');
        const answer = { entry: file?.entry ?? '', result: 'CONFIRMED', note: 'đúng người' } as const;
        await secondLine.ownerAnswered({ file: file?.file ?? '', ...answer });
      },
      marks: ({ file }, journal) => [
        file?.confirmations[0]?.answer?.result === 'CONFIRMED',
        times(journal, 'OWNER_ANSWERED') === 1,
      ],
    },
    {
      name: 'decided',
      act: async (lane, { file }) => {
        const { secondLine } = await lane.person('0377');
        const to = { unit: 'Công an Mẫu', name: 'Lê Mẫu', number: '1', receipt: 'BB-01' };
        await secondLine.decide({ file: file?.file ?? '', outcome: { kind: 'HANDED_OVER', ...to } });
      },
      marks: ({ file, counter }, journal) => [
        file?.decided?.outcome.kind === 'HANDED_OVER',
        counter[0]?.outcome === 'HANDED_OVER',
        times(journal, 'SECOND_LINE_DECIDED') === 1,
      ],
    },
  ],
};

async function look(lane: Parameters<Walk<unknown>['look']>[0]) {
  const { secondLine } = await lane.person('0377');
  const { queue } = await first(secondLine.watch());
  const { referred } = await first((await lane.person('0412')).lane.watch());
  const [row] = queue;
  if (row === undefined) return { file: null, counter: referred };
  const { file, stage, taken, interview, confirmations, decided, clearance } = await first(
    secondLine.watchCase({ file: row.file }),
  );
  const entry = clearance.hits[0]?.hit ?? '';
  return { file: { file, stage, taken, interview, confirmations, decided, entry }, counter: referred };
}
