import type { WireEntry } from '../../../contract/technician_view.ts';
import { useText } from '../../i18n/text.tsx';
import styles from './wire_page.module.css';

type Field = WireEntry['fields'][number];

/** So many hatched cells are drawn at most; the count says how many they stand for. */
const CELLS = 4;
/** Bytes written out in a row of the table; the detail shows more. */
const BYTES_IN_ROW = 24;

/** Two figures a byte. */
const pairs = (hex: string): string => (hex.replaceAll(' ', '').match(/../g) ?? []).join(' ').toUpperCase();

/** A part of a frame: its bytes, or as many hatched cells where a traveller's characters are covered. */
export function FieldHex({ field, most }: { field: Field; most: number }) {
  const t = useText();
  if (field.open) {
    const written = pairs(field.hex.replaceAll(' ', '').slice(0, most * 2));
    return <>{field.bytes > most ? `${written} …` : written}</>;
  }
  return (
    <>
      {Array.from({ length: Math.min(CELLS, field.bytes) }, (_, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a hatched cell is its place
        <span key={place} className={styles.covered} data-covered aria-hidden="true" />
      ))}
      <span>× {field.bytes}</span>
      <span className="hidden-text"> {t('tech.wire.covered')}</span>
    </>
  );
}

/** A whole frame in one line. */
export function FrameHex({ entry }: { entry: WireEntry }) {
  return (
    <span className={styles.hex}>
      {entry.fields.map((field, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a part of a frame is its place
        <span key={place}>
          <FieldHex field={field} most={BYTES_IN_ROW} />{' '}
        </span>
      ))}
    </span>
  );
}
