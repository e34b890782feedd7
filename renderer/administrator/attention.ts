import type { ListChange, ToldApart, WatchlistView } from '../../contract/watchlist_view.ts';
import { listProblemSentence } from '../client/error_sentence.ts';
import { type Attention, said } from '../ui/attention.ts';
import type { GlyphName, Tone } from '../ui/glyph.tsx';
import type { Search } from './use_search.ts';

/** The worst that can be said of the lists. */
export function aboutLists({ lists, problem, change }: WatchlistView): Attention {
  if (problem !== null) {
    return said('blocking', 'block', 'admin.lists.failed', 'admin.lists.failed.detail', { code: problem });
  }
  if (lists.length === 0) return said('to-resolve', 'warn', 'admin.lists.none', 'admin.lists.none.detail');
  const expired = lists.filter((list) => list.age === 'EXPIRED').length;
  const aged = lists.filter((list) => list.age === 'AGED').length;
  const count = lists.length;
  if (expired > 0) {
    return said('blocking', 'block', 'admin.lists.expired', 'admin.lists.expired.detail', { count: expired });
  }
  const reload = lists.filter((list) => list.state === 'NEEDS_RELOAD').length;
  if (reload > 0) {
    return said('to-resolve', 'warn', 'admin.lists.reload', 'admin.lists.reload.detail', { count: reload });
  }
  if (change?.phase === 'READY') return aboutChange(change);
  if (aged > 0) return said('to-resolve', 'warn', 'admin.lists.aged', 'admin.lists.aged.detail', { count: aged });
  return said('passed', 'ok', 'admin.lists.fresh', 'admin.lists.fresh.detail', { count });
}

export function aboutSearch(
  { running, answer, error }: Search,
  duration: (ms: number) => string,
  counted: (count: number) => string,
): Attention {
  if (running) return said('running', 'run', 'admin.search.running', 'admin.search.journalled');
  if (error !== null) {
    return { ...said('to-resolve', 'warn', 'admin.search.failed', 'admin.search.journalled'), detail: error };
  }
  if (answer === null) return said('information', 'quiet', 'admin.search.begin', 'admin.search.journalled');
  const values = {
    count: answer.found,
    counted: counted(answer.found),
    lists: answer.lists,
    took: duration(answer.tookMs),
  };
  return answer.found === 0
    ? said('information', 'quiet', 'admin.search.none', 'admin.search.took', values)
    : said('information', 'quiet', 'admin.search.found', 'admin.search.took', values);
}

const PHASES: Record<ListChange['phase'], readonly [GlyphName, Tone]> = {
  BUILDING: ['running', 'run'],
  CHECKING: ['running', 'run'],
  READY: ['to-resolve', 'warn'],
  SWAPPING: ['running', 'run'],
  DONE: ['passed', 'ok'],
  DISCARDED: ['aborted', 'quiet'],
  FAILED: ['failed', 'block'],
};

export function aboutChange(change: ListChange | null): Attention {
  if (change === null) return said('information', 'quiet', 'admin.change.begin', 'admin.change.begin.detail');
  const [glyph, tone] = PHASES[change.phase];
  const { list, what, orderedBy, endedBy } = change;
  const values = { list, what, by: orderedBy, second: endedBy ?? 'system' };
  if (change.phase === 'FAILED') {
    const detail = listProblemSentence(change.problem ?? '');
    return { ...said(glyph, tone, 'admin.change.FAILED', 'admin.change.FAILED', values), detail };
  }
  return said(glyph, tone, `admin.change.${change.phase}`, `admin.change.${change.phase}.detail`, values);
}

export function aboutToldApart(decisions: readonly ToldApart[] | null): Attention {
  const count = decisions?.length ?? 0;
  const head = count === 0 ? 'admin.apart.none' : 'admin.apart.standing';
  return said('information', 'quiet', decisions === null ? 'admin.page.apart' : head, 'admin.apart.detail', { count });
}
