import type { OverstayFileView } from '../../contract/decisions_view.ts';
import type { BoothClient } from '../client/booth_client.ts';
import type { Translate } from '../i18n/text.tsx';
import type { Answers, FormSpec } from '../ui/form_dialog.tsx';
import type { DecisionFile } from './decision_file.ts';

export type DecisionForm = 'carrier' | 'reverse' | 'measure' | 'minutes' | 'payment' | 'close' | 'end';

const said = (text: string | undefined): string | null => text?.trim() || null;

/** The least fine of the tier stands there first: what is decided is the decider's. */
function measureForm(file: OverstayFileView, client: BoothClient, t: Translate): FormSpec {
  const { tiers, tier } = file.explained;
  const row = tiers.find((one) => one.tier === tier);
  const [least = 0, most = 0] = row?.fineVndMillion ?? [];
  return {
    title: t('decisions.measure.of', { number: file.number }),
    how: t('decisions.measure.how', { tier: tier ?? 0, least, most }),
    person: t(`decisions.number.${file.decider}`),
    send: t('decisions.measure'),
    fields: [
      { name: 'million', label: t('overstay.field.million'), kind: 'number', first: String(least) },
      { name: 'mitigating', label: t('overstay.field.mitigating'), kind: 'line', most: 500, optional: true },
      ...(row?.expulsionPossible === true
        ? ([
            {
              name: 'expulsion',
              label: t('overstay.field.expulsion'),
              kind: 'choice',
              choices: (['no', 'yes'] as const).map((one) => ({ value: one, label: t(`decisions.${one}`) })),
            },
          ] as const)
        : []),
    ],
    run: ({ million, mitigating, expulsion }, decider) =>
      client.decisions.overstayMeasure({
        file: file.id,
        tier: tier ?? 0,
        fineVnd: Math.round(Number(million) * 1_000_000),
        mitigating: said(mitigating),
        expulsionToDepartment: expulsion === 'yes',
        decider,
      }),
  };
}

function endForm({ id, number, decider }: OverstayFileView, client: BoothClient, t: Translate): FormSpec {
  return {
    title: t('decisions.end.of', { number }),
    how: t('decisions.end.how'),
    person: t(`decisions.number.${decider}`),
    send: t('decisions.end'),
    fields: [{ name: 'reason', label: t('refusal.reason'), kind: 'text', most: 500 }],
    run: ({ reason = '' }, shown) => client.decisions.endOverstay({ file: id, reason, decider: shown }),
  };
}

function refusalForm(name: 'carrier' | 'reverse', file: string, client: BoothClient, t: Translate): FormSpec {
  const carrier = name === 'carrier';
  return {
    title: t(carrier ? 'decisions.carrier' : 'decisions.reverse'),
    how: t(carrier ? 'decisions.carrier.how' : 'decisions.reverse.how'),
    send: t(carrier ? 'decisions.record' : 'decisions.reverse'),
    ...(carrier ? {} : { person: t('decisions.number.HEAD_OF_UNIT') }),
    fields: carrier
      ? [{ name: 'to', label: t('decisions.carrier.to'), kind: 'line', most: 120 }]
      : [{ name: 'reason', label: t('refusal.reason'), kind: 'text', most: 500 }],
    run: ({ to = '', reason = '' }, decider) =>
      carrier ? client.decisions.carrierTold({ file, to }) : client.decisions.reverseRefusal({ file, reason, decider }),
  };
}

function stepForm(name: 'minutes' | 'payment' | 'close', file: string, client: BoothClient, t: Translate): FormSpec {
  const common = { title: t(`decisions.${name}`), how: t(`decisions.${name}.how`), send: t('decisions.record') };
  const { decisions } = client;
  if (name === 'close') return { ...common, fields: [], run: () => decisions.closeOverstay({ file }) };
  if (name === 'payment') {
    const unpaid = (answers: Answers) => said(answers.receipt) === null;
    return {
      ...common,
      fields: [
        { name: 'receipt', label: t('overstay.field.receipt'), kind: 'line', most: 40, optional: true },
        { name: 'reason', label: t('overstay.field.reason'), kind: 'line', most: 300, when: unpaid },
      ],
      run: ({ receipt, reason }) =>
        decisions.overstayPayment({
          file,
          receipt: said(receipt),
          reason: said(receipt) === null ? said(reason) : null,
        }),
    };
  }
  return {
    ...common,
    fields: [
      {
        name: 'signed',
        label: t('overstay.field.signed'),
        kind: 'choice',
        choices: (['SIGNED', 'REFUSED_TO_SIGN'] as const).map((one) => ({
          value: one,
          label: t(`overstay.signed.${one}`),
        })),
      },
      {
        name: 'witness',
        label: t('overstay.field.witness'),
        kind: 'line',
        most: 80,
        when: ({ signed }) => signed === 'REFUSED_TO_SIGN',
      },
    ],
    run: ({ signed, witness }) =>
      decisions.overstayMinutes({
        file,
        signed: signed === 'SIGNED' ? 'SIGNED' : 'REFUSED_TO_SIGN',
        witness: signed === 'SIGNED' ? null : said(witness),
      }),
  };
}

/** Every form of a file, by name; null where the file has no such form. */
export function decisionForm(
  name: DecisionForm,
  one: DecisionFile,
  client: BoothClient,
  t: Translate,
): FormSpec | null {
  if (name === 'carrier' || name === 'reverse') return refusalForm(name, one.file.id, client, t);
  if (one.kind !== 'OVERSTAY') return null;
  if (name === 'end') return endForm(one.file, client, t);
  return name === 'measure' ? measureForm(one.file, client, t) : stepForm(name, one.file.id, client, t);
}
