import type { PresentPosture } from '../../contract/posture_view.ts';
import { momentText } from '../i18n/formats.ts';
import type { Translate } from '../i18n/text.tsx';
import { type Attention, said } from '../ui/attention.ts';

/** Z3 of the page of postures: what is in force, until when, and how many more there are; null: not known yet. */
export function postureAttention(present: PresentPosture | null, t: Translate, timeZone: string): Attention {
  if (present === null) return said('running', 'run', 'incident.loading', 'incident.loading.detail');
  const { profile, until, others } = present;
  const values = {
    profile: t(`posture.${profile}`),
    until: until === null ? '' : momentText(until, timeZone),
    others: others.length,
  };
  const detail = until === null ? 'posture.present.noEnd' : 'posture.present.until';
  if (profile === 'NORMAL') return said('shield', 'quiet', 'posture.present', detail, values);
  return said('shield-raised', 'warn', 'posture.present', detail, values);
}
