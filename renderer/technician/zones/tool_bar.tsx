import { useText } from '../../i18n/text.tsx';
import styles from '../../ui/tiles.module.css';
import { DecisionButton, ToolTile } from '../../ui/tiles.tsx';
import type { Act } from '../acts/act.ts';

/** Z6: the pages and F5 on the left; the page's three acts on the right, closed ones with their reason. */
export function TechnicianToolBar({ tools, decisions }: { tools: readonly Act[]; decisions: readonly Act[] }) {
  const t = useText();
  return (
    <footer className={styles.bar} data-zone="Z6">
      {tools.map((act) => (
        <ToolTile
          key={act.key}
          cap={act.cap ?? act.key}
          label={t(act.label.id, act.label.values)}
          closed={!act.open}
          why={t(act.detail.id, act.detail.values)}
          onPress={act.run}
          testId={act.testId}
          {...(act.pressed === undefined ? {} : { pressed: act.pressed })}
        />
      ))}
      <span className={styles.gap} />
      {decisions.map((act, place) => (
        <DecisionButton
          // The second place holds F9 or Esc: one button with other words, so that it keeps the focus.
          // biome-ignore lint/suspicious/noArrayIndexKey: the place is what stays
          key={place}
          cap={act.cap ?? act.key}
          label={t(act.label.id, act.label.values)}
          detail={t(act.detail.id, act.detail.values)}
          open={act.open}
          strong={place === 2}
          testId={act.testId}
          onPress={act.run}
        />
      ))}
    </footer>
  );
}
