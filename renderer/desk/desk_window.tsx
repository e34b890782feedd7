import { useState } from 'react';
import type { BoothView } from '../../contract/session.ts';
import { may } from '../../core/domain/access/permissions.ts';
import type { BoothClient } from '../client/booth_client.ts';
import { useText } from '../i18n/text.tsx';
import { said } from '../ui/attention.ts';
import { Panel } from '../ui/panel.tsx';
import { DeskFrame } from './desk_frame.tsx';
import type { DeskPage } from './desk_page.ts';
import styles from './desk_window.module.css';
import { DESK_PAGES } from './pages.ts';

const KEYS = ['F2', 'F3', 'F4', 'F5', 'F6', 'F7', 'F8', 'F9', 'F10'];

/** The pages of the desk that are for the one signed in. */
export const pagesFor = (booth: BoothView, { roles }: NonNullable<BoothView['signedIn']>): readonly DeskPage[] =>
  DESK_PAGES.filter(({ needs, where }) => may(roles, needs) && (where?.(booth) ?? true));

/** The desk: everything that is done beside the counter, a page a matter; which ones follows from what a person may do. */
export function DeskWindow({
  booth,
  client,
  first,
  leave,
}: {
  booth: BoothView;
  client: BoothClient;
  /** The page that is open at first, or null for the list of them. */
  first: string | null;
  /** To the counter, or null for who does not work there. */
  leave: (() => void) | null;
}) {
  const t = useText();
  const [open, setOpen] = useState<string | null>(first);
  const me = booth.signedIn;
  if (me === null) return null;
  const pages = pagesFor(booth, me);
  const page = pages.find(({ id }) => id === open);
  if (page !== undefined) return <page.Page booth={booth} me={me} client={client} close={() => setOpen(null)} />;
  return (
    <DeskFrame
      booth={booth}
      me={me}
      client={client}
      attention={said('information', 'quiet', 'desk.home', 'desk.home.detail')}
      error={null}
      left={null}
      context={null}
      back={() => leave?.()}
      acts={{
        tools: pages.map(({ id, title }, place) => ({
          cap: KEYS[place] ?? '',
          label: t(title),
          open: true,
          testId: `page-${id}`,
          run: () => setOpen(id),
        })),
        decisions: [],
        closing: null,
        subject: null,
      }}
    >
      <Panel zone="Z4" title={t('desk.pages')}>
        <ul className={styles.pages}>
          {pages.map(({ id, title, purpose }, place) => (
            <li key={id}>
              <button type="button" onClick={() => setOpen(id)}>
                <kbd>{KEYS[place]}</kbd>
                <b>{t(title)}</b>
                <span>{t(purpose)}</span>
              </button>
            </li>
          ))}
        </ul>
      </Panel>
    </DeskFrame>
  );
}
