import type { SecondLineCase } from '../../contract/second_line_view.ts';
import {
  CHANNELS,
  type Channel,
  type ConfirmationAnswer,
  MEASURES,
  type MeasureKind,
} from '../../core/domain/second_line/file.ts';
import type { BoothClient } from '../client/booth_client.ts';
import { GROUNDS } from '../officer/law/refusal_grounds.ts';
import type { FormAsk } from './form_dialog.tsx';

type Check = SecondLineCase['doubts'][number];
const RESULTS = ['PASSED', 'FAILED', 'UNDETERMINED'] as const;
/** Checks whose answer is the law's: saying that they are in order takes a supervisor (machine of the file). */
export const OF_THE_LAW: readonly Check[] = ['ENTRY_CONDITIONS', 'PAIRING'];

/** The forms of one file: each sends one act of the contract. */
export function formsOf(client: BoothClient, file: string) {
  const { secondLine } = client;
  return {
    escorted: (officer: string): FormAsk => ({
      title: 'second.escort',
      how: 'second.escort.how',
      send: 'second.form.send',
      fields: [{ name: 'escort', label: 'second.escort.who', most: 8, first: officer }],
      act: ({ escort = '' }) => secondLine.escorted({ file, escort: escort.trim() }),
    }),
    takeOver: (): FormAsk => ({
      title: 'second.takeOver',
      how: 'second.takeOver.how',
      send: 'second.takeOver',
      fields: [{ name: 'reason', label: 'second.form.reason', most: 200 }],
      act: ({ reason = '' }) => secondLine.takeOver({ file, reason }),
    }),
    recheck: (check: Check): FormAsk => ({
      title: 'second.recheck',
      how: OF_THE_LAW.includes(check) ? 'second.recheck.law' : 'second.recheck.how',
      send: 'second.form.send',
      ...(OF_THE_LAW.includes(check) ? { second: 'second.form.supervisor' as const } : {}),
      fields: [
        {
          name: 'result',
          label: 'second.recheck.result',
          most: 20,
          choices: RESULTS.map((result) => [result, `state.${result}`] as const),
        },
        { name: 'reason', label: 'second.form.reason', most: 300, lines: 2 },
      ],
      act: ({ result = 'PASSED', reason = '' }, second) =>
        secondLine.recheck({
          file,
          check,
          result: result as (typeof RESULTS)[number],
          reason,
          ...(second === undefined ? {} : { second }),
        }),
    }),
    different: (entry: string): FormAsk => ({
      title: 'second.different',
      how: 'second.different.how',
      send: 'second.form.send',
      second: 'second.form.supervisor',
      fields: [],
      act: (_values, second) =>
        secondLine.compare({ file, entry, answer: 'DIFFERENT', ...(second === undefined ? {} : { second }) }),
    }),
    askOwner: (entry: string, authority: string): FormAsk => ({
      title: 'second.owner.ask',
      how: 'second.owner.ask.how',
      send: 'second.owner.ask',
      fields: [
        { name: 'authority', label: 'second.owner.authority', most: 120, first: authority },
        {
          name: 'channel',
          label: 'second.owner.channel',
          most: 20,
          choices: CHANNELS.map((channel) => [channel, `second.channel.${channel}`] as const),
        },
      ],
      act: ({ authority: name = '', channel = 'PHONE' }) =>
        secondLine.askOwner({ file, entry, authority: name, channel: channel as Channel }),
    }),
    ownerAnswered: (entry: string, result: ConfirmationAnswer): FormAsk => ({
      title: `second.owner.${result}`,
      how: 'second.owner.answered.how',
      send: 'second.form.send',
      fields: [{ name: 'note', label: 'second.form.note', most: 300, lines: 2, optional: true }],
      act: ({ note = '' }) => secondLine.ownerAnswered({ file, entry, result, note }),
    }),
    measure: (): FormAsk => ({
      title: 'second.measure',
      how: 'second.measure.how',
      send: 'second.form.send',
      fields: [
        {
          name: 'kind',
          label: 'second.measure.kind',
          most: 20,
          choices: MEASURES.map((kind) => [kind, `second.measure.${kind}`] as const),
        },
        { name: 'text', label: 'second.measure.text', most: 300, lines: 2 },
      ],
      act: ({ kind = 'OTHER', text = '' }) => secondLine.measure({ file, kind: kind as MeasureKind, text }),
    }),
    refuse: (): FormAsk => ({
      title: 'second.refuse',
      how: 'second.refuse.how',
      send: 'second.refuse',
      fields: [
        {
          name: 'ground',
          label: 'refusal.ground',
          most: 1,
          choices: GROUNDS.map((ground) => [String(ground), `refusal.ground.${ground}`] as const),
        },
        { name: 'grounds', label: 'refusal.found', most: 500, lines: 3 },
        { name: 'carrier', label: 'refusal.carrier', most: 60, optional: true },
        { name: 'returnFlight', label: 'refusal.return', most: 40, optional: true },
      ],
      act: ({ ground = '1', grounds = '', carrier = '', returnFlight = '' }) =>
        secondLine.decide({
          file,
          outcome: {
            kind: 'REFUSAL_PROPOSED',
            ground: Number(ground),
            grounds,
            carrier: carrier.trim() || null,
            returnFlight: returnFlight.trim() || null,
          },
        }),
    }),
    handOver: (): FormAsk => ({
      title: 'second.handOver',
      how: 'second.handOver.how',
      send: 'second.handOver',
      fields: [
        { name: 'unit', label: 'second.handOver.unit', most: 120 },
        { name: 'name', label: 'second.handOver.name', most: 80 },
        { name: 'number', label: 'second.handOver.number', most: 40 },
        { name: 'receipt', label: 'second.handOver.receipt', most: 40 },
      ],
      act: ({ unit = '', name = '', number = '', receipt = '' }) =>
        secondLine.decide({ file, outcome: { kind: 'HANDED_OVER', unit, name, number, receipt } }),
    }),
    detain: (): FormAsk => ({
      title: 'second.detain',
      how: 'second.detain.how',
      send: 'second.form.send',
      fields: [
        { name: 'authority', label: 'second.detain.authority', most: 120 },
        { name: 'decision', label: 'second.detain.decision', most: 60 },
      ],
      act: ({ authority = '', decision = '' }) =>
        secondLine.decide({ file, outcome: { kind: 'DETAINED_BY_AUTHORITY', authority, decision } }),
    }),
    release: (): FormAsk => ({
      title: 'second.release',
      how: 'second.release.how',
      send: 'second.form.send',
      fields: [{ name: 'conditions', label: 'second.release.conditions', most: 500, lines: 3 }],
      act: ({ conditions = '' }) => secondLine.decide({ file, outcome: { kind: 'RELEASED', conditions } }),
    }),
  };
}

export type Forms = ReturnType<typeof formsOf>;
