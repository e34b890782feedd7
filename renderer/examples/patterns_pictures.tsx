import type { PatternsView } from '../../contract/patterns.ts';
import { IndicatorsPanel } from '../patterns/indicators_panel.tsx';
import type { DeskPictures } from './desk_picture.ts';
import { RING } from './patterns_views.ts';

const panel = (view: PatternsView | null | 'failed') => () => (
  <main style={{ display: 'grid', gridTemplateRows: 'auto 1fr', height: '100vh', padding: '1rem' }}>
    <h1 className="mono">{RING.recordNumber}</h1>
    <IndicatorsPanel view={view} />
  </main>
);

/** What the states of patterns_states.ts show. */
export const PATTERNS_PICTURES: DeskPictures = {
  'patterns-ring': panel(RING),
  'patterns-none': panel({ ...RING, indicators: [] }),
  'patterns-loading': panel(null),
  'patterns-failed': panel('failed'),
};
