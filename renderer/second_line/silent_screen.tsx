import { useState } from 'react';
import type { SilentMessages } from '../../contract/second_line_view.ts';
import { DeskFrame } from '../desk/desk_frame.tsx';
import type { DeskPageProps } from '../desk/desk_page.ts';
import { momentText } from '../i18n/formats.ts';
import { Text, useText } from '../i18n/text.tsx';
import { said } from '../ui/attention.ts';
import { Glyph } from '../ui/glyph.tsx';
import { Panel } from '../ui/panel.tsx';
import table from '../ui/table.module.css';
import { type FormAsk, FormDialog } from './form_dialog.tsx';
import styles from './second_line.module.css';

/** Persons decided at the counter whom only a supervisor is told of. Signing is open also where there is none. */
export function SilentScreen({ view, ...page }: DeskPageProps & { view: SilentMessages }) {
  const t = useText();
  const [form, setForm] = useState<FormAsk | null>(null);
  const { timeZone } = page.booth.lane;
  const open = view.messages.filter(({ seen }) => seen === null);
  const sign: FormAsk = {
    title: 'second.silent.sign',
    how: 'second.silent.sign.how',
    send: 'second.silent.sign',
    fields: [{ name: 'note', label: 'second.form.note', most: 300, lines: 2, optional: true }],
    act: ({ note = '' }) => page.client.secondLine.silentSeen({ files: open.map(({ file }) => file), note }),
  };
  return (
    <>
      <DeskFrame
        booth={page.booth}
        me={page.me}
        client={page.client}
        attention={said('information', 'quiet', 'second.silent.count', 'second.silent.count.detail', {
          count: open.length,
        })}
        error={null}
        left={null}
        context={null}
        back={page.close}
        acts={{
          tools: [],
          decisions: [],
          closing: {
            cap: 'F12',
            label: t('second.silent.sign'),
            detail: t('second.silent.sign.detail', { count: open.length }),
            open: true,
            testId: 'sign-silent',
            run: () => setForm(sign),
          },
          subject: open.map(({ file }) => file).join(' '),
        }}
      >
        <Panel zone="Z4" title={t('second.silent.title')} aside={t('second.silent.aside')}>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls must be reachable by keyboard */}
          <div className={table.scroll} data-scrolls tabIndex={0}>
            {view.messages.length === 0 && (
              <p className={table.hint}>
                <Text id="second.silent.none" />
              </p>
            )}
            <ul className={styles.list}>
              {view.messages.map((message) => (
                <li key={message.file} className={styles.line} data-record={message.recordNumber}>
                  <b>
                    <span className="mono">{message.recordNumber}</span> {message.name}
                  </b>
                  <span className={styles.state}>
                    <Glyph name={message.seen === null ? 'information' : 'not-supported'} />
                    {t(message.seen === null ? 'second.silent.new' : 'second.silent.seen')}
                  </span>
                  <small>
                    {`${momentText(message.decidedAt, timeZone)} · ${t(`second.silent.decision.${message.decision}`)}`}
                  </small>
                  {message.entries.map((entry) => (
                    <small key={entry.name}>
                      {t('second.silent.entry', { name: entry.name, authority: entry.authority ?? '–' })}
                    </small>
                  ))}
                  {message.seen !== null && (
                    <p>{`${message.seen.by} · ${momentText(message.seen.at, timeZone)} · ${message.seen.note}`}</p>
                  )}
                </li>
              ))}
            </ul>
          </div>
        </Panel>
      </DeskFrame>
      {form !== null && <FormDialog ask={form} timeZone={timeZone} onClose={() => setForm(null)} />}
    </>
  );
}
