import type { ListChange } from '../../../contract/watchlist_view.ts';
import { useText } from '../../i18n/text.tsx';
import { Glyph, type GlyphName, type Tone } from '../../ui/glyph.tsx';
import styles from './change_page.module.css';

const STEPS = ['BUILDING', 'CHECKING', 'READY', 'DONE'] as const;
type Step = (typeof STEPS)[number];

/** How far a change has come, as a place in STEPS; what failed or was discarded keeps the place it had reached. */
function reached({ phase, comparison, progress }: ListChange): number {
  if (phase === 'DONE') return STEPS.length;
  if (phase === 'SWAPPING') return 3;
  if (comparison !== null) return 2;
  return phase === 'CHECKING' || (progress?.share === 1 && phase !== 'BUILDING') ? 1 : 0;
}

function lookOf(change: ListChange, step: number): readonly [GlyphName, Tone] {
  const at = reached(change);
  if (step < at) return ['passed', 'ok'];
  if (step > at) return ['not-performed', 'quiet'];
  if (change.phase === 'FAILED') return ['failed', 'block'];
  if (change.phase === 'DISCARDED') return ['aborted', 'quiet'];
  return change.phase === 'READY' ? ['to-resolve', 'warn'] : ['running', 'run'];
}

/** The four steps of a change, always all four in their places. */
export function ChangeSteps({ change }: { change: ListChange }) {
  const t = useText();
  const steps = change.what === 'RETURN' ? STEPS.slice(2) : STEPS;
  const word = (step: Step) => t(`admin.step.${step}`);
  return (
    <ol className={styles.steps}>
      {steps.map((step) => {
        const place = STEPS.indexOf(step);
        const [glyph, tone] = lookOf(change, place);
        return (
          <li key={step} aria-current={place === reached(change) ? 'step' : undefined}>
            <Glyph name={glyph} tone={tone} />
            <span>{word(step)}</span>
          </li>
        );
      })}
    </ol>
  );
}
