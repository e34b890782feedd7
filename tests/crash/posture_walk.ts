import { first, pinOf } from './lane_to_kill.ts';
import { times, type Walk } from './walk.ts';

const HOUR = 3_600_000;
const EVENT = { name: 'Hội nghị Mẫu', place: 'Nhà hát', nationalities: [], flights: [] };

/** The head of unit orders a posture and plans another; what it asks of a person is met; the first is ended early. */
export const walk: Walk<Awaited<ReturnType<typeof look>>> = {
  direction: 'ARRIVAL',
  look,
  evidence: () => [],
  steps: [
    {
      name: 'ordered',
      act: async (lane) => {
        const counter = await lane.person('0412');
        const said = { reason: 'đoàn khách cấp cao', event: EVENT, head: pinOf('0200') };
        await counter.posture.set({ profile: 'EVENT', from: null, until: Date.now() + 2 * HOUR, ...said });
      },
      marks: ({ orders, history, inForce }, journal) => [
        [...orders, ...history].some(({ profile }) => profile === 'EVENT'),
        inForce === 'EVENT' || history.length === 1,
        times(journal, 'POSTURE_ORDERED') >= 1,
      ],
    },
    {
      name: 'planned',
      act: async (lane) => {
        const counter = await lane.person('0412');
        const from = Date.now() + 5 * HOUR;
        const said = { reason: 'phòng dịch', event: null, head: pinOf('0200') };
        await counter.posture.set({ profile: 'EPIDEMIC', from, until: from + HOUR, ...said });
      },
      marks: ({ orders }, journal) => [
        orders.some(({ profile }) => profile === 'EPIDEMIC'),
        times(journal, 'POSTURE_ORDERED') === 2,
      ],
    },
    {
      name: 'met',
      act: async (lane) => {
        const counter = await lane.person('0412');
        const clearance = await lane.lay('foreigner');
        await counter.lane.meetDemand({ clearance, demand: 'SECOND_OFFICER', second: pinOf('0413') });
      },
      marks: ({ met }, journal) => [met.some(({ second }) => second === '0413'), times(journal, 'DEMAND_MET') === 1],
    },
    {
      name: 'ended',
      act: async (lane, { orders }) => {
        const counter = await lane.person('0412');
        const order = orders.find(({ profile }) => profile === 'EVENT')?.id ?? '';
        await counter.posture.end({ order, reason: 'đoàn đã về', head: pinOf('0200') });
      },
      marks: ({ history, inForce }, journal) => [
        history[0]?.ended?.by === '0200',
        inForce === 'NORMAL' && history.length === 1,
        times(journal, 'POSTURE_ENDED') === 1,
      ],
    },
  ],
};

async function look(lane: Parameters<Walk<unknown>['look']>[0]) {
  const head = await lane.person('0200');
  const counter = await lane.person('0412');
  const { orders, history, present } = await first(head.posture.watch());
  const { clearance } = await first(counter.lane.watch());
  const met = (clearance?.demands ?? []).flatMap((one) => (one.met === null ? [] : [one.met]));
  return { orders, history, inForce: present.profile, met };
}
