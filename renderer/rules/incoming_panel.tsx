import { useState } from 'react';
import type { BoothClient } from '../client/booth_client.ts';
import { sentenceOf } from '../client/error_sentence.ts';
import { momentText, useFormats } from '../i18n/formats.ts';
import type { Sentence } from '../i18n/sentence.ts';
import { useText } from '../i18n/text.tsx';
import { Button } from '../ui/button.tsx';
import { Panel } from '../ui/panel.tsx';
import styles from './rules_screen.module.css';
import { type IncomingRule, useIncomingRules } from './use_incoming_rules.ts';

/** The packages of the drop folder. Taking one in verifies it whole and changes nothing that is in force. */
export function IncomingPanel({
  client,
  opening,
  mayChange,
  timeZone,
}: {
  client: BoothClient;
  /** What a picture shows without asking. */
  opening: readonly IncomingRule[] | null;
  mayChange: boolean;
  timeZone: string;
}) {
  const t = useText();
  const { bytes } = useFormats();
  const { files, error } = useIncomingRules(client, opening);
  const [said, say] = useState<Sentence | null>(null);
  const [busy, setBusy] = useState(false);
  const take = (file: string) => {
    setBusy(true);
    say(null);
    client.rules
      .takeIn({ file })
      .then(
        ({ version }) => say({ id: 'rules.incoming.taken', values: { version } }),
        (refused: unknown) => say(sentenceOf(refused)),
      )
      .finally(() => setBusy(false));
  };
  const line = said ?? error;
  return (
    <Panel zone="Z4" title={t('rules.incoming')}>
      <p className={styles.hint} role={line === null ? undefined : 'alert'}>
        {line !== null && t(line.id, line.values)}
        {line === null && files === null && t('rules.incoming.reading')}
        {line === null && files?.length === 0 && t('rules.incoming.none')}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className={styles.scroll} tabIndex={0} aria-label={t('rules.incoming')} data-scrolls>
        <ul className={styles.files}>
          {files?.map((one) => (
            <li key={one.file} data-file={one.file}>
              <span>
                <b>{one.file}</b>
                <small>
                  {bytes(one.bytes)} · {momentText(one.writtenAt, timeZone)}
                </small>
              </span>
              <Button closed={busy || !mayChange} onPress={() => take(one.file)}>
                {t('rules.incoming.take')}
              </Button>
            </li>
          ))}
        </ul>
      </section>
    </Panel>
  );
}
