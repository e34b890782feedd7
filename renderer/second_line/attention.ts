import type { SecondLineCase, SecondLineView } from '../../contract/second_line_view.ts';
import { stopwatchText } from '../i18n/formats.ts';
import { type Attention, said } from '../ui/attention.ts';
import type { GlyphName, Tone } from '../ui/glyph.tsx';

const LOOKS: Record<SecondLineCase['next']['what'], readonly [GlyphName, Tone]> = {
  ESCORT: ['information', 'quiet'],
  TAKE: ['information', 'quiet'],
  LOCKED: ['lock', 'quiet'],
  OWNER_LATE: ['to-resolve', 'warn'],
  OWNER: ['running', 'run'],
  COMPARE: ['to-resolve', 'warn'],
  RECHECK: ['undetermined', 'warn'],
  DECIDE: ['passed', 'ok'],
  CLOSED: ['not-performed', 'quiet'],
};

/** Z3 of a file: the one thing to do next, with the time that is left or over where there is a limit. */
export function attentionOfCase(file: SecondLineCase, now: number): Attention {
  const { what, dueAt, count } = file.next;
  const [glyph, tone] = LOOKS[what];
  const left = dueAt === null ? '' : stopwatchText(Math.abs(dueAt - now));
  const values = {
    count,
    left,
    over: dueAt !== null && dueAt < now ? 'yes' : 'no',
    officer: file.taken?.by ?? '',
  };
  const shown = said(glyph, tone, `second.next.${what}`, `second.next.${what}.detail`, values);
  return file.outcome === null ? shown : { ...shown, head: { id: `second.outcome.${file.outcome}` } };
}

/** Z3 of the queue: how many wait, and who waits for an owner beyond the limit. */
export function attentionOfQueue({ queue }: SecondLineView): Attention {
  const late = queue.filter(({ waiting }) => waiting !== null && waiting.escalated !== null).length;
  if (late > 0) return said('to-resolve', 'warn', 'second.queue.late', 'second.queue.late.detail', { count: late });
  const waiting = queue.filter(({ stage }) => stage === 'QUEUED').length;
  const taken = queue.filter(({ stage }) => stage === 'TAKEN').length;
  return said('information', 'quiet', 'second.queue.waiting', 'second.queue.waiting.detail', { count: waiting, taken });
}
