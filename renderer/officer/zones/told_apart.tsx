import type { HitView } from '../../../contract/hit_view.ts';
import type { ClearanceView } from '../../../contract/lane_view.ts';
import { dateText, dayText } from '../../i18n/formats.ts';
import { Text, useText } from '../../i18n/text.tsx';
import { Button } from '../../ui/button.tsx';
import { Glyph } from '../../ui/glyph.tsx';
import { KeyCap } from '../../ui/key_cap.tsx';
import { Heading } from '../../ui/panel.tsx';
import { isToldApart } from '../told_apart.ts';
import styles from './told_apart.module.css';

type Exclusion = NonNullable<HitView['exclusion']>;

/** Officers by number, one or two, as a sentence names them. */
export function usePeople() {
  const t = useText();
  return (first: string, second: string | null) =>
    second === null ? t('excluded.one', { first }) : t('excluded.two', { first, second });
}

function Since({ exclusion, timeZone }: { exclusion: Exclusion; timeZone: string }) {
  const people = usePeople();
  return (
    <>
      <Text
        id="excluded.since"
        values={{ day: dayText(exclusion.decidedAt, timeZone), until: dateText(exclusion.lastDay) }}
      />
      {' · '}
      {people(exclusion.decidedBy, exclusion.confirmedBy)}
    </>
  );
}

/** In place of the answers: an entry that asks nothing any more, by whom and until when, and the way to ask again. */
export function ToldApart({ exclusion, timeZone, onUndo }: { exclusion: Exclusion; timeZone: string; onUndo(): void }) {
  return (
    <div className={styles.apart} data-testid="told-apart">
      <Glyph name="information" tone="quiet" />
      <div>
        <strong>
          <Text id="excluded.title" />
        </strong>
        <p>
          <Since exclusion={exclusion} timeZone={timeZone} />
        </p>
        <p>
          <Text id="excluded.quiet" />
        </p>
      </div>
      <Button onPress={onUndo} testId="undo-exclusion" decides>
        <KeyCap>Ctrl U</KeyCap> <Text id="excluded.undo" />
      </Button>
    </div>
  );
}

/** Above the answers: an earlier "different" that does not hold any more, and why the entry asks again. */
export function Earlier({ exclusion, timeZone }: { exclusion: Exclusion; timeZone: string }) {
  const t = useText();
  const people = usePeople();
  if (exclusion.standing === 'HOLDS') return null;
  return (
    <p>
      {t(`excluded.${exclusion.standing}`, {
        day: dayText(exclusion.decidedAt, timeZone),
        people: people(exclusion.decidedBy, exclusion.confirmedBy),
      })}
    </p>
  );
}

/** In the context zone: the entries that were told apart, quietly; F7 shows them beside the person. */
export function ToldApartNote({ clearance, timeZone }: { clearance: ClearanceView; timeZone: string }) {
  const apart = clearance.hits.filter(isToldApart);
  const exclusion = apart[0]?.exclusion ?? null;
  if (exclusion === null) return null;
  return (
    <section className={styles.note} data-testid="told-apart-note">
      <Heading
        title={
          <span className={styles.title}>
            <Glyph name="information" tone="quiet" /> <Text id="excluded.title" />
          </span>
        }
        aside={<KeyCap>F7</KeyCap>}
      />
      <p>
        <Since exclusion={exclusion} timeZone={timeZone} />
        {apart.length > 1 && (
          <>
            {'; '}
            <Text id="excluded.more" values={{ count: apart.length - 1 }} />
          </>
        )}
      </p>
    </section>
  );
}
