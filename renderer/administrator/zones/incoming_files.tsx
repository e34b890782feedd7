import type { WatchlistView } from '../../../contract/watchlist_view.ts';
import { momentText, useFormats } from '../../i18n/formats.ts';
import { Text, useText } from '../../i18n/text.tsx';
import type { Incoming } from '../use_incoming.ts';
import styles from './change_page.module.css';

/** The files that lie in the drop folder, newest first. Only their names are ever sent back. */
export function IncomingFiles({
  view,
  incoming,
  file,
  onFile,
}: {
  view: WatchlistView;
  incoming: Incoming;
  file: string | null;
  onFile(file: string): void;
}) {
  const t = useText();
  const { bytes } = useFormats();
  const files = incoming.answer?.files ?? null;
  if (files === null || files.length === 0) {
    return (
      <p className={styles.noFiles}>
        <Text
          id={
            files !== null ? 'admin.files.none' : incoming.error === null ? 'admin.files.looking' : 'admin.files.failed'
          }
        />
      </p>
    );
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className={styles.files} tabIndex={0} aria-label={t('admin.files')} data-scrolls>
      <ul>
        {files.map((one) => (
          <li key={one.name}>
            <button
              type="button"
              aria-pressed={one.name === file}
              onClick={() => onFile(one.name)}
              data-file={one.name}
              title={one.name}
            >
              <b>{one.name}</b>
              <small>
                {bytes(one.bytes)} · {momentText(one.writtenAt, view.lane.timeZone)}
              </small>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
