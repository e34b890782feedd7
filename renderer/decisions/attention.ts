import { stopwatchText } from '../i18n/formats.ts';
import type { Translate } from '../i18n/text.tsx';
import { type Attention, said } from '../ui/attention.ts';
import { type DecisionFile, isOpen, openedAt } from './decision_file.ts';

/** Z3 where no file is chosen; null: not known yet. */
export function queueAttention(files: readonly DecisionFile[] | null): Attention {
  if (files === null) return said('running', 'run', 'decisions.loading', 'decisions.loading.detail');
  const count = files.filter(isOpen).length;
  if (count === 0) return said('passed', 'quiet', 'decisions.none', 'decisions.none.detail');
  const late = files.filter((one) => isOpen(one) && one.file.late).length;
  if (late === 0) return said('information', 'quiet', 'decisions.queue.head', 'decisions.queue.detail', { count });
  return said('to-resolve', 'warn', 'decisions.queue.head', 'decisions.queue.late', { count, late });
}

/** Z3 of one file: what is to be decided or done and by whom, how long it waits; what was decided where it ended. */
export function fileAttention(one: DecisionFile, now: number, t: Translate): Attention {
  const { number, stage, late } = one.file;
  const by = one.kind === 'REFUSAL' ? t(`refusal.decider.${one.file.decider}`) : t(`decisions.by.${one.file.decider}`);
  const values = { number, by, stage: t(`decisions.stage.${stage}`), time: stopwatchText(now - openedAt(one)) };
  if (!isOpen(one)) return said('passed', 'quiet', 'decisions.over', 'decisions.over.detail', values);
  const detail = late ? 'decisions.waitsLong' : 'decisions.waits';
  const [glyph, tone] = late ? (['to-resolve', 'warn'] as const) : (['information', 'run'] as const);
  if (one.kind === 'REFUSAL') return said(glyph, tone, 'decisions.decideRefusal', detail, values);
  if (one.file.stage === 'OPEN') return said(glyph, tone, 'decisions.decideMeasure', detail, values);
  return said(glyph, tone, 'decisions.goesOn', late ? 'decisions.stepLong' : 'decisions.step', values);
}
