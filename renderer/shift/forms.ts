import type { ShiftCounters, ShiftView } from '../../contract/shift.ts';
import type { BoothClient } from '../client/booth_client.ts';
import type { FormAsk, FormField } from '../second_line/form_dialog.tsx';

const NONE: ShiftCounters = { stampsFrom: '', stampsTo: '', forms: 0, seals: 0, receipts: 0 };

/** The fields of the counters, filled with what was last written down. */
const counterFields = (known: ShiftCounters): readonly FormField[] => [
  { name: 'stampsFrom', label: 'shift.counter.stampsFrom', most: 20, first: known.stampsFrom },
  { name: 'stampsTo', label: 'shift.counter.stampsTo', most: 20, first: known.stampsTo },
  { name: 'forms', label: 'shift.counter.forms', most: 5, first: String(known.forms) },
  { name: 'seals', label: 'shift.counter.seals', most: 5, first: String(known.seals) },
  { name: 'receipts', label: 'shift.counter.receipts', most: 5, first: String(known.receipts) },
];

const countersOf = (values: Readonly<Record<string, string>>): ShiftCounters => ({
  stampsFrom: values.stampsFrom ?? '',
  stampsTo: values.stampsTo ?? '',
  forms: Number(values.forms),
  seals: Number(values.seals),
  receipts: Number(values.receipts),
});

/** The forms of a shift: each sends one act of the contract. */
export function shiftForms({ shift }: BoothClient, view: ShiftView) {
  const known = view.handOver?.counters ?? view.running?.counters ?? view.last?.counters ?? NONE;
  return {
    begin: (): FormAsk => ({
      title: 'shift.begin',
      how: 'shift.begin.how',
      send: 'shift.begin',
      fields: counterFields(known),
      act: (values) => shift.begin({ counters: countersOf(values) }),
    }),
    beginHandOver: (): FormAsk => ({
      title: 'shift.handOver',
      how: 'shift.handOver.how',
      send: 'shift.handOver.list',
      fields: [
        ...counterFields(known),
        {
          name: 'instructions',
          label: 'shift.instructions',
          most: 1000,
          first: view.handOver?.instructions ?? '',
          optional: true,
        },
      ],
      act: (values) => shift.beginHandOver({ counters: countersOf(values), instructions: values.instructions ?? '' }),
    }),
    refuseItem: (item: string): FormAsk => ({
      title: 'shift.item.refuse',
      how: 'shift.item.refuse.how',
      send: 'shift.item.refuse',
      fields: [{ name: 'reason', label: 'second.form.reason', most: 200 }],
      act: ({ reason = '' }) => shift.answerItem({ item, accepted: false, reason }),
    }),
    sign: (): FormAsk => ({
      title: 'shift.sign',
      how: 'shift.sign.how',
      send: 'shift.sign',
      second: 'shift.sign.number',
      fields: [],
      act: async (_values, second) => {
        if (second !== undefined) await shift.sign(second);
      },
    }),
    close: (): FormAsk => ({
      title: 'shift.close',
      how: 'shift.close.how',
      send: 'shift.close',
      fields: counterFields(known),
      act: (values) => shift.close({ counters: countersOf(values) }),
    }),
  };
}
