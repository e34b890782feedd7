import { first, pinOf } from './lane_to_kill.ts';
import { times, type Walk } from './walk.ts';

const PHOTOGRAPH = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.alloc(60_000, 7)]);
const PIECE = 27_000;

/** A silent call becomes a record that is led, worked on, given evidence, handed over and ended with the head's approval. */
export const walk: Walk<Awaited<ReturnType<typeof look>>> = {
  direction: 'ARRIVAL',
  look,
  evidence: (one) => one?.evidence.map(({ hash }) => hash) ?? [],
  steps: [
    {
      name: 'called',
      act: async (lane) => {
        await lane.lay('foreigner');
        const counter = await lane.person('0412');
        await counter.incident.callSilently();
      },
      marks: (one, journal) => [
        one?.openedBy === '0412',
        one?.clearances.length === 1,
        times(journal, 'INCIDENT_OPENED') === 1,
      ],
    },
    {
      name: 'led',
      act: async (lane, one) => {
        const head = await lane.person('0200');
        await head.incident.lead({ incident: one?.id ?? '' });
      },
      marks: (one, journal) => [
        one?.log.some(({ what }) => what === 'LED') === true,
        one?.leader !== null && one !== null,
        times(journal, 'INCIDENT_LED') >= 1,
      ],
    },
    {
      name: 'ticked',
      act: async (lane, one) => {
        const head = await lane.person('0200');
        await head.incident.done({ incident: one?.id ?? '', task: one?.tasks[0]?.id ?? '', note: '' });
      },
      marks: (one, journal) => [one?.tasks[0]?.done?.by === '0200', times(journal, 'INCIDENT_TASK') >= 1],
    },
    {
      name: 'attached',
      act: async (lane, one) => {
        const { incident } = await lane.person('0200');
        const file = { name: 'anh.jpg', mediaType: 'image/jpeg', bytes: PHOTOGRAPH.length };
        const { upload } = await incident.beginFile({ incident: one?.id ?? '', ...file });
        for (let at = 0; at < PHOTOGRAPH.length; at += PIECE)
          await incident.addToFile({ upload, piece: PHOTOGRAPH.subarray(at, at + PIECE).toString('base64') });
        await incident.endFile({ upload });
      },
      marks: (one, journal) => [one?.evidence.length === 1, times(journal, 'INCIDENT_RECORDED') === 1],
    },
    {
      name: 'handed over',
      act: async (lane, one) => {
        const head = await lane.person('0200');
        await head.incident.handOver({ incident: one?.id ?? '', to: pinOf('0301') });
      },
      marks: (one, journal) => [one?.leader === '0301', times(journal, 'INCIDENT_LED') === 2],
    },
    {
      name: 'ticked by the next',
      act: async (lane, one) => {
        const supervisor = await lane.person('0301');
        await supervisor.incident.done({ incident: one?.id ?? '', task: one?.tasks[1]?.id ?? '', note: 'báo nhầm' });
      },
      marks: (one, journal) => [one?.tasks[1]?.done?.by === '0301', times(journal, 'INCIDENT_TASK') === 2],
    },
    {
      name: 'ended',
      act: async (lane, one) => {
        const supervisor = await lane.person('0301');
        const said = { outcome: 'báo nhầm', lessons: 'không' };
        await supervisor.incident.close({ incident: one?.id ?? '', ...said, head: pinOf('0200') });
      },
      marks: (one, journal) => [one?.closed?.head === '0200', times(journal, 'INCIDENT_CLOSED') === 1],
    },
  ],
};

async function look(lane: Parameters<Walk<unknown>['look']>[0]) {
  const supervisor = await lane.person('0301');
  const { open, closed } = await first(supervisor.incident.watch());
  return open[0] ?? closed[0] ?? null;
}
