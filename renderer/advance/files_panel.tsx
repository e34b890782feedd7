import { momentText, useFormats } from '../i18n/formats.ts';
import { useText } from '../i18n/text.tsx';
import { Button } from '../ui/button.tsx';
import { Panel } from '../ui/panel.tsx';
import styles from '../ui/table.module.css';
import own from './advance_screen.module.css';
import type { DropFile } from './use_drop_folder.ts';

/** Z4: the files of the drop folder, newest first; choosing one brings nothing in. */
export function FilesPanel({
  files,
  chosen,
  onChoose,
  onLook,
  timeZone,
}: {
  /** Null while the booth looks. */
  files: readonly DropFile[] | null;
  chosen: string | null;
  onChoose(file: string): void;
  onLook(): void;
  timeZone: string;
}) {
  const t = useText();
  const { bytes } = useFormats();
  return (
    <Panel zone="Z4" title={t('advance.files')}>
      <div className={own.ask}>
        <Button onPress={onLook} testId="look">
          {t('advance.files.look')}
        </Button>
      </div>
      {(files === null || files.length === 0) && (
        <p className={styles.hint}>{t(files === null ? 'advance.files.looking' : 'advance.files.none')}</p>
      )}
      {files !== null && files.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        <section className={styles.scroll} tabIndex={0} aria-label={t('advance.files')} data-scrolls>
          <ul className={own.files}>
            {files.map((one) => (
              <li key={one.name} data-file={one.name}>
                <button
                  type="button"
                  className={styles.name}
                  aria-pressed={one.name === chosen}
                  onClick={() => onChoose(one.name)}
                >
                  <b>{one.name}</b>
                  <small>
                    {bytes(one.bytes)} · {momentText(one.writtenAt, timeZone)}
                  </small>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </Panel>
  );
}
