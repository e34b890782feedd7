import type { ClearanceView } from '../../../contract/lane_view.ts';
import { useText } from '../../i18n/text.tsx';
import { Button } from '../../ui/button.tsx';
import { Glyph } from '../../ui/glyph.tsx';
import { KeyCap } from '../../ui/key_cap.tsx';
import styles from './demands.module.css';

type Demands = ClearanceView['demands'];

/** The demand that waits first, or null: what Ctrl E confirms. */
export const nextDemand = (demands: Demands) => demands.find(({ met }) => met === null)?.demand ?? null;

/** What the posture asks of this case beside the checks: done, or waiting for the officer's word. */
export function DemandList({ demands, onMeet }: { demands: Demands; onMeet(): void }) {
  const t = useText();
  const next = nextDemand(demands);
  if (demands.length === 0) return null;
  return (
    <section className={styles.demands} data-testid="demands">
      <h3>{t('demand.title')}</h3>
      <ul>
        {demands.map(({ demand, met }) => (
          <li key={demand} data-met={met !== null}>
            <Glyph name={met === null ? 'not-performed' : 'passed'} tone={met === null ? 'quiet' : 'ok'} />
            <span>{t(`demand.${demand}`)}</span>
            {demand === next && (
              <Button onPress={onMeet} decides testId="meet-demand">
                {t('demand.done')} <KeyCap>Ctrl E</KeyCap>
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
