import type { ReactNode } from 'react';
import type { LaneView } from '../../../contract/lane_view.ts';
import { useBoothClock } from '../../client/use_booth_clock.ts';
import { useFormats } from '../../i18n/formats.ts';
import { useText } from '../../i18n/text.tsx';
import { Glyph } from '../../ui/glyph.tsx';
import { LOOK_OF_AGE } from '../../ui/status.ts';
import styles from './list_ages.module.css';

type List = LaneView['lists'][number];

/** At rest: how old each list copy is, beside its limit. */
export function ListLimits({ lane }: { lane: LaneView }) {
  const t = useText();
  return (
    <Lists lane={lane} className={styles.limits}>
      {(list) => (
        <>
          <small>{t('lists.hours', { count: list.expiredAfterHours })}</small>
          <Glyph {...lookOf(list)} />
          <span className="hidden-text">{t(`age.${list.age}`)}</span>
        </>
      )}
    </Lists>
  );
}

/** Offline: the age of each list copy in words, for every result rests on them alone. */
export function ListAges({ lane }: { lane: LaneView }) {
  const t = useText();
  return (
    <Lists lane={lane} className={styles.words}>
      {(list) => (
        <>
          <Glyph {...lookOf(list)} />
          <em data-tone={LOOK_OF_AGE[list.age].tone}>{t(`age.${list.age}`)}</em>
        </>
      )}
    </Lists>
  );
}

const lookOf = ({ age }: List) => ({ name: LOOK_OF_AGE[age].glyph, tone: LOOK_OF_AGE[age].tone });

/** Each list with its age; the worst age says what follows from it. */
function Lists({
  lane,
  className = '',
  children,
}: {
  lane: LaneView;
  className?: string | undefined;
  children(list: List): ReactNode;
}) {
  const now = useBoothClock(lane.now);
  const { age } = useFormats();
  const t = useText();
  const expired = lane.lists.some((list) => list.age === 'EXPIRED');
  return (
    <>
      <ul className={`${styles.lists} ${className}`}>
        {lane.lists.map((list) => (
          <li key={list.list}>
            <span>{t(`list.${list.kind}`)}</span>
            <b>{age(now - list.asOf)}</b>
            {children(list)}
          </li>
        ))}
      </ul>
      {(expired || lane.lists.length === 0) && (
        <p className={styles.hint}>{t(expired ? 'lists.expired' : 'lists.none')}</p>
      )}
    </>
  );
}
