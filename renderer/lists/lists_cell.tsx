import { useFormats } from '../i18n/formats.ts';
import { Text } from '../i18n/text.tsx';
import { Glyph } from '../ui/glyph.tsx';
import { LOOK_OF_AGE, type Look } from '../ui/status.ts';
import type { ListStatus } from './list_status.ts';
import styles from './lists_cell.module.css';

const QUIET: Look = { glyph: 'lists', tone: 'quiet' };
const NO_DATA: Look = { glyph: 'not-performed', tone: 'quiet' };
const MISSING: Look = { glyph: 'blocking', tone: 'block' };

function lookOf(status: ListStatus | undefined): Look {
  if (status === undefined) return NO_DATA;
  if (status === null) return MISSING;
  return status.age === 'FRESH' ? QUIET : LOOK_OF_AGE[status.age];
}

/**
 * How old the booth's lists are, in the top bar of every screen: shape and word of the worst, the age of the oldest where
 * it has room.
 * `status` is null when no list is loaded, undefined while nothing is known of the booth.
 */
export function ListsCell({ status, now }: { status: ListStatus | undefined; now: number }) {
  const { glyph, tone } = lookOf(status);
  return (
    <span className={styles.lists} data-lists={status === undefined ? 'UNKNOWN' : (status?.age ?? 'NONE')}>
      <Glyph name={glyph} tone={tone} />
      <span className={styles.label}>
        <Text id="top.lists" />
      </span>
      <b>{status === undefined ? <Text id="lists.noData" /> : <Words status={status} now={now} />}</b>
    </span>
  );
}

function Words({ status, now }: { status: ListStatus; now: number }) {
  const { age } = useFormats();
  if (status === null) return <Text id="top.lists.none" />;
  const { aged, expired, oldestAsOf } = status;
  if (status.age === 'FRESH') return <>{age(now - oldestAsOf)}</>;
  return (
    <>
      {aged > 0 && <Text id="top.lists.aged" values={{ count: aged }} />}
      {aged > 0 && expired > 0 && ' · '}
      {expired > 0 && <Text id="top.lists.expired" values={{ count: expired }} />}
      {(aged === 0 || expired === 0) && (
        <small>
          {' '}
          <Text id="lists.oldest" values={{ age: age(now - oldestAsOf) }} />
        </small>
      )}
    </>
  );
}
