import type { CheckView, ClearanceView } from '../../../contract/lane_view.ts';
import { CHECK_GROUPS, type CheckGroup } from '../../../core/domain/clearance/check.ts';
import { useFormats } from '../../i18n/formats.ts';
import { Text, useText } from '../../i18n/text.tsx';
import { Glyph } from '../../ui/glyph.tsx';
import { Panel } from '../../ui/panel.tsx';
import { lookOfCheck } from '../../ui/status.ts';
import type { Selection } from '../use_selection.ts';
import { CheckDetail } from './check_detail.tsx';
import styles from './checks_zone.module.css';

/** Z4: sixteen checks in four fixed groups; rows fill in place and never change their order. */
export function ChecksZone({
  clearance,
  selection,
  offline,
}: {
  clearance: ClearanceView;
  selection: Selection;
  offline: boolean;
}) {
  return (
    <Panel zone="Z4">
      <div className={styles.groups}>
        {(Object.keys(CHECK_GROUPS) as CheckGroup[]).map((group) => (
          <section key={group} className={styles.group}>
            <h2>
              <Text id={`group.${group}`} />
            </h2>
            {CHECK_GROUPS[group].map((id) => {
              const check = clearance.checks.find((one) => one.check === id);
              return check === undefined ? null : (
                <CheckRow
                  key={id}
                  check={check}
                  selected={selection.check?.check === id}
                  onChoose={() => selection.choose(id)}
                />
              );
            })}
          </section>
        ))}
      </div>
      <CheckDetail clearance={clearance} check={selection.check} offline={offline} />
    </Panel>
  );
}

function CheckRow({ check, selected, onChoose }: { check: CheckView; selected: boolean; onChoose(): void }) {
  const t = useText();
  const { age } = useFormats();
  const { glyph, tone } = lookOfCheck(check);
  const aged = check.reason === 'LIST_COPY_AGED' && check.dataAgeMs !== null;
  return (
    <button
      type="button"
      className={styles.row}
      data-check={check.check}
      data-state={check.state}
      data-tone={tone}
      aria-pressed={selected}
      onClick={onChoose}
    >
      <Glyph name={glyph} tone={tone} />
      <span className={styles.label}>{t(`check.${check.check}`)}</span>
      <span className={styles.result}>
        {t(`state.${check.state}`)}
        {aged && <small> {t('check.aged', { age: age(check.dataAgeMs ?? 0) })}</small>}
        {!aged && check.state === 'PASSED' && check.dataAgeMs !== null && <small> {age(check.dataAgeMs)}</small>}
      </span>
    </button>
  );
}
