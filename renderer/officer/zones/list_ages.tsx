import type { LaneView } from '../../../contract/lane_view.ts';
import { useFormats } from '../../i18n/formats.ts';
import { Text, useText } from '../../i18n/text.tsx';
import { Glyph } from '../../ui/glyph.tsx';
import { LOOK_OF_AGE } from '../../ui/status.ts';
import { useBoothClock } from '../use_booth_clock.ts';
import styles from './list_ages.module.css';

/** How old each list copy is, beside its limit; the worst age says what follows from it. */
export function ListAges({ lane }: { lane: LaneView }) {
  const now = useBoothClock(lane.now);
  const { age } = useFormats();
  const t = useText();
  const expired = lane.lists.some((list) => list.age === 'EXPIRED');
  return (
    <>
      <ul className={styles.lists}>
        {lane.lists.map((list) => (
          <li key={list.list}>
            <span>{t(`list.${list.kind}`)}</span>
            <b>{age(now - list.asOf)}</b>
            <small>{t('lists.hours', { count: list.expiredAfterHours })}</small>
            <Glyph name={LOOK_OF_AGE[list.age].glyph} tone={LOOK_OF_AGE[list.age].tone} />
            <span className="hidden-text">{t(`age.${list.age}`)}</span>
          </li>
        ))}
      </ul>
      {(expired || lane.lists.length === 0) && (
        <p className={styles.hint}>
          <Text id={expired ? 'lists.expired' : 'lists.none'} />
        </p>
      )}
    </>
  );
}
