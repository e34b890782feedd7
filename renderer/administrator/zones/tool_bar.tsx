import type { ListChange, WatchlistView } from '../../../contract/watchlist_view.ts';
import { useText } from '../../i18n/text.tsx';
import styles from '../../ui/tiles.module.css';
import { DecisionButton, ToolTile } from '../../ui/tiles.tsx';
import type { Actions } from '../keys/use_administrator_keys.ts';
import type { Page } from '../page.ts';
import { isUnderWay, mayConfirm, mayDiscard, mayGoBack } from '../what_is_open.ts';

const PAGES: readonly (readonly [string, Page])[] = [
  ['F2', 'lists'],
  ['F3', 'search'],
  ['F4', 'change'],
  ['F5', 'apart'],
];

/** Z6: the pages on the left; discard, go back, and the one closing act on the right. */
export function ToolBar({
  page,
  change,
  list,
  actions,
}: {
  page: Page;
  change: ListChange | null;
  list: WatchlistView['lists'][number] | null;
  actions: Actions;
}) {
  const t = useText();
  const building = change?.phase === 'BUILDING' || change?.phase === 'CHECKING';
  const goBack = mayGoBack(page, change, list);
  return (
    <footer className={styles.bar} data-zone="Z6">
      {PAGES.map(([cap, one]) => (
        <ToolTile
          key={one}
          cap={cap}
          label={t(`admin.page.${one}`)}
          pressed={page === one}
          onPress={() => actions.show(one)}
        />
      ))}
      <ToolTile cap="Ctrl L" label={t('admin.lock')} onPress={actions.lock} />
      <span className={styles.gap} />
      <DecisionButton
        cap="F8"
        testId="discard"
        label={t(building ? 'admin.cancel' : 'admin.discard')}
        detail={t(mayDiscard(change) ? 'admin.discard.detail' : 'admin.closed.NOTHING')}
        open={mayDiscard(change)}
        onPress={actions.discard}
      />
      <DecisionButton
        cap="F9"
        testId="go-back"
        label={t('admin.goBack')}
        detail={t(
          goBack ? 'admin.goBack.detail' : isUnderWay(change) ? 'admin.closed.UNDER_WAY' : 'admin.closed.CHOOSE_LIST',
        )}
        open={goBack}
        onPress={actions.goBack}
      />
      <DecisionButton
        cap="F12"
        testId="confirm"
        strong
        label={t('admin.confirm')}
        detail={t(
          mayConfirm(change) ? 'admin.confirm.detail' : building ? 'admin.closed.BUILDING' : 'admin.closed.NOTHING',
        )}
        open={mayConfirm(change)}
        onPress={actions.confirm}
      />
    </footer>
  );
}
