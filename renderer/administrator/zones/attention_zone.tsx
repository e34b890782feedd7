import type { Sentence } from '../../i18n/sentence.ts';
import { useText } from '../../i18n/text.tsx';
import styles from '../../ui/attention.module.css';
import { Glyph } from '../../ui/glyph.tsx';
import { Panel } from '../../ui/panel.tsx';
import type { Attention } from '../attention.ts';

/** Z3: the one thing to know now. A refused command says so in its second line. */
export function AttentionZone({ attention, error }: { attention: Attention; error: Sentence | null }) {
  const t = useText();
  const { glyph, tone, head } = attention;
  const second = error ?? attention.detail;
  return (
    <Panel zone="Z3" className={styles.zone}>
      <Glyph name={glyph} tone={tone} size="large" />
      <div className={styles.words} role={error === null ? 'status' : undefined}>
        <h1>{t(head.id, head.values)}</h1>
        <p className={error === null ? undefined : styles.error} role={error === null ? undefined : 'alert'}>
          {t(second.id, second.values)}
        </p>
      </div>
    </Panel>
  );
}
