import type { ReactNode } from 'react';
import type { Sentence } from '../i18n/sentence.ts';
import { useText } from '../i18n/text.tsx';
import styles from './attention.module.css';
import type { Attention } from './attention.ts';
import { Glyph } from './glyph.tsx';
import { Panel } from './panel.tsx';

/** Z3: the one thing to know now. A refused command says so in its second line; what belongs to it stands at its end. */
export function AttentionZone({
  attention,
  error,
  children,
}: {
  attention: Attention;
  error: Sentence | null;
  children?: ReactNode;
}) {
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
      {children}
    </Panel>
  );
}
