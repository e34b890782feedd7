import { first, pinOf } from './lane_to_kill.ts';
import { times, type Walk } from './walk.ts';

/** A refusal is proposed, decided by the head of unit, put on paper, told to the carrier and taken back. */
export const walk: Walk<Awaited<ReturnType<typeof look>>> = {
  direction: 'ARRIVAL',
  look,
  evidence: ({ file }) => file?.forms.map(({ hash }) => hash) ?? [],
  steps: [
    {
      name: 'proposed',
      act: async (lane) => {
        const { decisions } = await lane.person('0412');
        const clearance = await lane.lay('foreigner');
        const said = { ground: 1, found: 'Không có thị thực', carrier: 'XZ', returnFlight: 'XZ418' };
        await decisions.proposeRefusal({ clearance, ...said });
      },
      marks: ({ file, waiting }, journal) => [
        file?.proposed.by === '0412',
        waiting.length === 1 || file?.decided != null,
        times(journal, 'REFUSAL_PROPOSED') === 1,
      ],
    },
    {
      name: 'decided',
      act: async (lane, { file }) => {
        const { decisions } = await lane.person('0412');
        const said = { answer: 'REFUSE', reason: 'Đúng căn cứ', order: null } as const;
        await decisions.decideRefusal({ file: file?.id ?? '', ...said, decider: pinOf('0200') });
      },
      marks: ({ file, waiting }, journal) => [
        file?.decided?.by === '0200',
        file !== null && waiting.length === 0,
        times(journal, 'REFUSAL_DECIDED') === 1,
      ],
    },
    {
      name: 'printed',
      act: async (lane, { file }) => {
        const { forms } = await lane.person('0412');
        await forms.print({ kind: 'refusal', of: { file: file?.id ?? '' }, language: 'vi' });
      },
      marks: ({ file }, journal) => [file?.forms[0]?.form === 'refusal', times(journal, 'FORM_PRINTED') === 1],
    },
    {
      name: 'carrier told',
      act: async (lane, { file }) => {
        const { decisions } = await lane.person('0412');
        await decisions.carrierTold({ file: file?.id ?? '', to: 'Đại diện XZ' });
      },
      marks: ({ file }, journal) => [
        file?.carrierTold?.to === 'Đại diện XZ',
        times(journal, 'REFUSAL_CARRIER_TOLD') === 1,
      ],
    },
    {
      name: 'taken back',
      act: async (lane, { file }) => {
        const { decisions } = await lane.person('0412');
        await decisions.reverseRefusal({ file: file?.id ?? '', reason: 'Có thị thực khác', decider: pinOf('0200') });
      },
      marks: ({ file }, journal) => [
        file?.stage === 'REVERSED',
        file?.reversed?.by === '0200',
        times(journal, 'REFUSAL_REVERSED') === 1,
      ],
    },
  ],
};

async function look(lane: Parameters<Walk<unknown>['look']>[0]) {
  const { refusals } = await first((await lane.person('0301')).decisions.watch());
  const { proposals } = await first((await lane.person('0412')).lane.watch());
  return { file: refusals[0] ?? null, waiting: proposals };
}
