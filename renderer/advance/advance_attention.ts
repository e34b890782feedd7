import type { AdvanceView, TakingView } from '../../contract/advance_view.ts';
import type { BoothView } from '../../contract/session.ts';
import type { Translate } from '../i18n/text.tsx';
import { type Attention, said } from '../ui/attention.ts';
import { faultSentence } from './advance_words.ts';

const LOADING = said('running', 'run', 'advance.head.loading', 'advance.head.loading.detail');

function aboutTaking({ phase, file, problem, summary, bytes, size }: TakingView, t: Translate): Attention | null {
  if (phase === 'TAKING')
    return said('running', 'run', 'advance.head.taking', 'advance.head.taking.detail', {
      file,
      percent: size === 0 ? 0 : Math.floor((100 * bytes) / size),
    });
  if (problem !== null) {
    const why = faultSentence(problem);
    const values = { file, why: t(why.id, why.values) };
    if (phase === 'CANCELLED')
      return said('aborted', 'quiet', 'advance.head.cancelled', 'advance.head.failed.detail', values);
    return said('to-resolve', 'warn', 'advance.head.failed', 'advance.head.failed.detail', values);
  }
  if (summary === null) return null;
  const { added, changed, removed, rejectedCount: rejected } = summary;
  return said(
    rejected === 0 ? 'passed' : 'information',
    rejected === 0 ? 'ok' : 'quiet',
    'advance.head.done',
    'advance.head.done.detail',
    {
      ...{ file, added, changed, removed, rejected },
    },
  );
}

/** What Z3 says: what is wrong first, then the file that is being brought in, then what is known. */
export function aboutAdvance(
  view: AdvanceView | null,
  connection: BoothView['connection'],
  t: Translate,
  count: (value: number) => string,
): Attention {
  if (view === null) return LOADING;
  const { problem, taking, listed: flights, copies, mayBring } = view;
  if (problem !== null)
    return said('blocking', 'block', 'advance.head.problem', 'advance.head.problem.detail', { code: problem });
  const import_ = taking === null ? null : aboutTaking(taking, t);
  if (import_ !== null) return import_;
  if (flights === 0)
    return said(
      'information',
      'quiet',
      'advance.head.none',
      mayBring ? 'advance.head.none.bring' : 'advance.head.none.wait',
    );
  if (connection.state === 'OFFLINE')
    return said('offline', 'warn', 'advance.head.offline', 'advance.head.offline.detail');
  const people = copies.find(({ copy }) => copy === 'PASSENGERS')?.records ?? 0;
  return said('information', 'quiet', 'advance.head', 'advance.head.detail', {
    flights: count(flights),
    people: count(people),
  });
}
