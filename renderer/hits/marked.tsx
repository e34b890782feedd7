import styles from './field_table.module.css';

/** A text with the characters that differ underlined. */
export function Marked({ text, ranges }: { text: string; ranges: readonly (readonly [number, number])[] }) {
  const characters = Array.from(text);
  const parts: { text: string; marked: boolean; at: number }[] = [];
  let at = 0;
  for (const [start, end] of ranges) {
    if (start > at) parts.push({ text: characters.slice(at, start).join(''), marked: false, at });
    parts.push({ text: characters.slice(start, end).join(''), marked: true, at: start });
    at = end;
  }
  if (at < characters.length) parts.push({ text: characters.slice(at).join(''), marked: false, at });
  return (
    <>
      {parts.map((part) =>
        part.marked ? (
          <b key={part.at} className={styles.marked}>
            {part.text}
          </b>
        ) : (
          <span key={part.at}>{part.text}</span>
        ),
      )}
    </>
  );
}
