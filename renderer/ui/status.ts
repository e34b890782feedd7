import type { CheckView, LaneView } from '../../contract/lane_view.ts';
import type { GlyphName, Tone } from './glyph.tsx';

export interface Look {
  readonly glyph: GlyphName;
  readonly tone: Tone;
}

const RESULTS: Record<CheckView['state'], Look> = {
  WAITING: { glyph: 'not-performed', tone: 'quiet' },
  RUNNING: { glyph: 'running', tone: 'run' },
  PASSED: { glyph: 'passed', tone: 'ok' },
  FAILED: { glyph: 'failed', tone: 'block' },
  UNDETERMINED: { glyph: 'undetermined', tone: 'warn' },
  NOT_SUPPORTED: { glyph: 'not-supported', tone: 'quiet' },
  NOT_PERFORMED: { glyph: 'not-performed', tone: 'quiet' },
  ABORTED: { glyph: 'aborted', tone: 'quiet' },
};

/** Shape and tone of a check: its result, or the triangle beside a pass that rests on an aged list. */
export function lookOfCheck(check: Pick<CheckView, 'state' | 'reason'>): Look {
  if (check.state === 'PASSED' && check.reason === 'LIST_COPY_AGED') return { glyph: 'to-resolve', tone: 'warn' };
  return RESULTS[check.state];
}

export const LOOK_OF_AGE: Record<LaneView['lists'][number]['age'], Look> = {
  FRESH: { glyph: 'passed', tone: 'ok' },
  AGED: { glyph: 'to-resolve', tone: 'warn' },
  EXPIRED: { glyph: 'blocking', tone: 'block' },
};

const DEVICES: Record<LaneView['devices'][number]['state'], Look> = {
  ready: { glyph: 'passed', tone: 'ok' },
  busy: { glyph: 'running', tone: 'run' },
  opening: { glyph: 'running', tone: 'run' },
  absent: { glyph: 'blocking', tone: 'block' },
  lost: { glyph: 'blocking', tone: 'block' },
  failed: { glyph: 'blocking', tone: 'block' },
  closed: { glyph: 'not-performed', tone: 'quiet' },
  none: { glyph: 'not-supported', tone: 'quiet' },
};
export const lookOfDevice = (state: LaneView['devices'][number]['state']): Look => DEVICES[state];
