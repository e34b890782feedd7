import { useState } from 'react';
import type { KeysView } from '../../contract/access.ts';
import type { BoothView } from '../../contract/session.ts';
import type { BoothClient } from '../client/booth_client.ts';
import { keysHere } from '../client/security_key.ts';
import { DeskFrame } from '../desk/desk_frame.tsx';
import { momentText } from '../i18n/formats.ts';
import { type Translate, useText } from '../i18n/text.tsx';
import { type Attention, said } from '../ui/attention.ts';
import { FormDialog } from '../ui/form_dialog.tsx';
import { Panel } from '../ui/panel.tsx';
import { registerForm, removeForm } from './access_forms.ts';
import styles from './access_screen.module.css';

type Key = KeysView['keys'][number];

function attentionOf(view: KeysView | null, here: boolean): Attention {
  if (view === null) return said('information', 'quiet', 'access.loading', 'access.loading.detail');
  if (!here) return said('to-resolve', 'warn', 'access.notHere', 'error.KEY_NOT_HERE');
  if (view.keys.length === 0) return said('to-resolve', 'warn', 'access.none', `access.policy.${policyOf(view)}`);
  const values = { keys: view.keys.length };
  return said('information', 'quiet', 'access.some', `access.policy.${policyOf(view)}`, values);
}
const policyOf = ({ policy }: KeysView) => (policy === 'REQUIRED' ? 'REQUIRED' : 'WHERE_REGISTERED');

/** One's own security keys: what each is called, since when it is known, when it was last shown. */
export function AccessScreen({
  booth,
  me,
  client,
  view,
  close,
  here = keysHere(),
  opening = null,
}: {
  booth: BoothView;
  me: NonNullable<BoothView['signedIn']>;
  client: BoothClient;
  view: KeysView | null;
  close(): void;
  /** Whether this browser can ask for keys. */
  here?: boolean;
  opening?: 'register' | 'remove' | null;
}) {
  const t = useText();
  const { timeZone } = booth.lane;
  const [chosen, setChosen] = useState<string | null>(null);
  const [dialog, setDialog] = useState(opening);
  const keys = view?.keys ?? [];
  const key = keys.find(({ id }) => id === chosen) ?? keys[0] ?? null;
  const move = (step: number) => {
    const at = keys.findIndex(({ id }) => id === key?.id);
    setChosen(keys[Math.min(keys.length - 1, Math.max(0, at + step))]?.id ?? null);
  };
  return (
    <>
      <DeskFrame
        booth={booth}
        me={me}
        client={client}
        attention={attentionOf(view, here)}
        error={null}
        left={null}
        context={null}
        acts={{
          tools: [
            {
              cap: 'F2',
              label: t('access.register.short'),
              open: view !== null && here,
              testId: 'access-register',
              run: () => setDialog('register'),
            },
            {
              cap: 'F3',
              label: t('access.remove.short'),
              open: key !== null,
              testId: 'access-remove',
              run: () => setDialog('remove'),
            },
          ],
          decisions: [],
          closing: null,
          subject: null,
        }}
        keys={[['↑ ↓', 'access.key.choose']]}
        move={move}
        back={close}
      >
        <Panel zone="Z4" title={t('access.page')}>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
          <section className={styles.scroll} data-scrolls tabIndex={0} aria-label={t('access.page')}>
            {view !== null && keys.length === 0 && <p className={styles.empty}>{t('access.empty')}</p>}
            <ul className={styles.keys}>
              {keys.map((one) => (
                <li key={one.id}>
                  <button type="button" aria-pressed={one.id === key?.id} onClick={() => setChosen(one.id)}>
                    <Words of={one} t={t} timeZone={timeZone} />
                  </button>
                </li>
              ))}
            </ul>
            <p className={styles.rules}>{t('access.lostHow')}</p>
          </section>
        </Panel>
      </DeskFrame>
      {dialog === 'register' && (
        <FormDialog form={registerForm(me.number, t, client)} timeZone={timeZone} onClose={() => setDialog(null)} />
      )}
      {dialog === 'remove' && key !== null && (
        <FormDialog form={removeForm(key, t, client)} timeZone={timeZone} onClose={() => setDialog(null)} />
      )}
    </>
  );
}

function Words({ of, t, timeZone }: { of: Key; t: Translate; timeZone: string }) {
  const { name, registeredAt, confirmedBy, lastUsedAt } = of;
  return (
    <>
      <b>{name}</b>
      <span>{t('access.registered', { at: momentText(registeredAt, timeZone), by: confirmedBy })}</span>
      <span>
        {lastUsedAt === null ? t('access.neverShown') : t('access.lastShown', { at: momentText(lastUsedAt, timeZone) })}
      </span>
    </>
  );
}
