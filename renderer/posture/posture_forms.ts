import type { PostureOrderView } from '../../contract/posture_view.ts';
import { POSTURES, type Posture } from '../../core/domain/posture/posture.ts';
import type { BoothClient } from '../client/booth_client.ts';
import type { Translate } from '../i18n/text.tsx';
import type { Answers, FormSpec } from '../ui/form_dialog.tsx';
import { gateMoment, gateMomentText } from './gate_moment.ts';

const HOUR = 3_600_000;
const ORDERED = POSTURES.filter((profile) => profile !== 'NORMAL');
const isEvent = (answers: Answers) => answers.profile === 'EVENT';
const parts = (text = ''): string[] =>
  text
    .toUpperCase()
    .split(/[,;]/)
    .map((one) => one.trim())
    .filter((one) => one !== '');

/** The form by which a head of unit sets a posture for a time, at whichever window it is brought. */
export function postureForm({
  t,
  client,
  now,
  timeZone,
  profile,
}: {
  readonly t: Translate;
  readonly client: BoothClient;
  readonly now: number;
  readonly timeZone: string;
  readonly profile: Posture;
}): FormSpec {
  return {
    title: t('posture.set'),
    how: t('posture.set.how'),
    person: t('posture.headOfUnit'),
    send: t('posture.set'),
    fields: [
      {
        name: 'profile',
        label: t('posture.profile'),
        kind: 'choice',
        first: profile,
        choices: ORDERED.map((one) => ({ value: one, label: t(`posture.${one}`) })),
      },
      { name: 'from', label: t('posture.from.orNow'), kind: 'moment', optional: true },
      {
        name: 'until',
        label: t('posture.until'),
        kind: 'moment',
        first: gateMomentText(now + 2 * HOUR, timeZone),
      },
      { name: 'reason', label: t('posture.reason'), kind: 'line', most: 300 },
      { name: 'event', label: t('posture.event'), kind: 'line', most: 120, when: isEvent },
      { name: 'place', label: t('posture.place'), kind: 'line', most: 120, optional: true, when: isEvent },
      { name: 'nationalities', label: t('posture.nationalities'), kind: 'line', optional: true, when: isEvent },
      { name: 'flights', label: t('posture.flights'), kind: 'line', optional: true, when: isEvent },
    ],
    run: (answers, head) =>
      client.posture.set({
        profile: ORDERED.find((one) => one === answers.profile) ?? 'ELEVATED',
        from: (answers.from ?? '') === '' ? null : gateMoment(answers.from ?? '', timeZone),
        until: gateMoment(answers.until ?? '', timeZone),
        reason: answers.reason ?? '',
        event: isEvent(answers)
          ? {
              name: answers.event ?? '',
              place: answers.place ?? '',
              nationalities: parts(answers.nationalities),
              flights: parts(answers.flights),
            }
          : null,
        head,
      }),
  };
}

/** The form by which a head of unit ends an order before its time. */
export function endForm(order: PostureOrderView, t: Translate, client: BoothClient): FormSpec {
  return {
    title: t('posture.end'),
    how: t(`posture.${order.profile}`),
    person: t('posture.headOfUnit'),
    send: t('posture.end'),
    fields: [{ name: 'reason', label: t('posture.reason'), kind: 'line', most: 300 }],
    run: ({ reason = '' }, head) => client.posture.end({ order: order.id, reason, head }),
  };
}
