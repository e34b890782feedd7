import { first, pinOf } from './lane_to_kill.ts';
import { times, type Walk } from './walk.ts';

/** An overstay found at departure: its procedure is opened, measured, minuted, put on paper, paid and closed. */
export const walk: Walk<Awaited<ReturnType<typeof look>>> = {
  direction: 'DEPARTURE',
  look,
  evidence: (file) => file?.forms.map(({ hash }) => hash) ?? [],
  steps: [
    {
      name: 'opened',
      act: async (lane) => {
        const { decisions } = await lane.person('0412');
        await decisions.openOverstay({ clearance: await lane.lay('overstayed-short') });
      },
      marks: (file, journal) => [file !== null, times(journal, 'OVERSTAY_FILED') === 1],
    },
    {
      name: 'measured',
      act: async (lane, file) => {
        const { decisions } = await lane.person('0412');
        const measure = { tier: file?.explained.tier ?? 1, fineVnd: 1_000_000, mitigating: null };
        const by = { expulsionToDepartment: false, decider: pinOf('0301') };
        await decisions.overstayMeasure({ file: file?.id ?? '', ...measure, ...by });
      },
      marks: (file, journal) => [file?.measure?.by === '0301', times(journal, 'OVERSTAY_MEASURED') === 1],
    },
    {
      name: 'signed',
      act: async (lane, file) => {
        const { decisions } = await lane.person('0412');
        await decisions.overstayMinutes({ file: file?.id ?? '', signed: 'SIGNED', witness: null });
      },
      marks: (file, journal) => [file?.minutes?.signed === 'SIGNED', times(journal, 'OVERSTAY_MINUTED') === 1],
    },
    {
      name: 'printed',
      act: async (lane, file) => {
        const { forms } = await lane.person('0412');
        await forms.print({ kind: 'overstay-minutes', of: { file: file?.id ?? '' }, language: 'vi' });
      },
      marks: (file, journal) => [file?.forms[0]?.form === 'overstay-minutes', times(journal, 'FORM_PRINTED') === 1],
    },
    {
      name: 'paid',
      act: async (lane, file) => {
        const { decisions } = await lane.person('0412');
        await decisions.overstayPayment({ file: file?.id ?? '', receipt: 'BL-1', reason: null });
      },
      marks: (file, journal) => [file?.payment?.receipt === 'BL-1', times(journal, 'OVERSTAY_PAYMENT') === 1],
    },
    {
      name: 'closed',
      act: async (lane, file) => {
        const { decisions } = await lane.person('0412');
        await decisions.closeOverstay({ file: file?.id ?? '' });
      },
      marks: (file, journal) => [
        file?.stage === 'SETTLED',
        file?.closed?.by === '0412',
        times(journal, 'OVERSTAY_CLOSED') === 1,
      ],
    },
  ],
};

async function look(lane: Parameters<Walk<unknown>['look']>[0]) {
  const { overstays } = await first((await lane.person('0301')).decisions.watch());
  return overstays[0] ?? null;
}
