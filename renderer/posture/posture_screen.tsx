import { useState } from 'react';
import type { PostureOrderView, PostureView } from '../../contract/posture_view.ts';
import type { BoothView } from '../../contract/session.ts';
import type { BoothClient } from '../client/booth_client.ts';
import { useBoothClock } from '../client/use_booth_clock.ts';
import { DeskFrame } from '../desk/desk_frame.tsx';
import { momentText } from '../i18n/formats.ts';
import { useText } from '../i18n/text.tsx';
import { FormDialog } from '../ui/form_dialog.tsx';
import { Heading, Panel } from '../ui/panel.tsx';
import { postureAttention } from './attention.ts';
import { endForm, postureForm } from './posture_forms.ts';
import styles from './posture_screen.module.css';
import { ProfileZone } from './profile_zone.tsx';

/** The page of the head of unit: what is in force, what is planned, what was; set and ended with number and PIN. */
export function PostureScreen({
  booth,
  me,
  client,
  view,
  close,
  opening = {},
}: {
  booth: BoothView;
  me: NonNullable<BoothView['signedIn']>;
  client: BoothClient;
  view: PostureView | null;
  close(): void;
  opening?: { readonly dialog?: 'set' | 'end' };
}) {
  const t = useText();
  const { timeZone } = booth.lane;
  const now = useBoothClock(view?.now ?? booth.now);
  const [chosen, setChosen] = useState<string | null>(null);
  const [dialog, setDialog] = useState<'set' | 'end' | null>(opening.dialog ?? null);
  const orders = view?.orders ?? [];
  const order = orders.find(({ id }) => id === chosen) ?? orders[0] ?? null;
  const shown = order?.profile ?? view?.present.profile ?? 'NORMAL';
  const profile = view?.profiles.find((one) => one.profile === shown) ?? null;
  const move = (step: number) => {
    const at = orders.findIndex(({ id }) => id === order?.id);
    setChosen(orders[Math.min(orders.length - 1, Math.max(0, at + step))]?.id ?? null);
  };
  return (
    <>
      <DeskFrame
        booth={booth}
        me={me}
        client={client}
        attention={postureAttention(view?.present ?? null, t, timeZone)}
        error={null}
        left={null}
        context={profile === null ? null : <ProfileZone profile={profile} event={order?.event ?? null} />}
        acts={{
          tools: [
            {
              cap: 'F2',
              label: t('posture.set.short'),
              open: view !== null,
              testId: 'posture-set',
              run: () => setDialog('set'),
            },
          ],
          decisions: [],
          closing: {
            cap: 'F12',
            label: t('posture.end'),
            detail: order === null ? t('posture.end.none') : t(`posture.${order.profile}`),
            open: order !== null,
            testId: 'posture-end',
            run: () => setDialog('end'),
          },
          subject: order?.id ?? null,
        }}
        keys={[['↑ ↓', 'posture.key.orders']]}
        move={move}
        back={close}
      >
        <Panel zone="Z4" title={t('posture.orders')}>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
          <section className={styles.scroll} data-scrolls tabIndex={0} aria-label={t('posture.orders')}>
            {orders.length === 0 && <p className={styles.empty}>{t('posture.orders.none')}</p>}
            <Orders orders={orders} chosen={order?.id ?? null} timeZone={timeZone} now={now} onChoose={setChosen} />
            {view !== null && view.history.length > 0 && (
              <>
                <Heading title={t('posture.history')} />
                <Orders orders={view.history} chosen={null} timeZone={timeZone} now={now} />
              </>
            )}
          </section>
        </Panel>
      </DeskFrame>
      {dialog === 'set' && (
        <FormDialog
          form={postureForm({ t, client, now, timeZone, profile: 'ELEVATED' })}
          timeZone={timeZone}
          onClose={() => setDialog(null)}
        />
      )}
      {dialog === 'end' && order !== null && (
        <FormDialog form={endForm(order, t, client)} timeZone={timeZone} onClose={() => setDialog(null)} />
      )}
    </>
  );
}

function Orders({
  orders,
  chosen,
  timeZone,
  now,
  onChoose,
}: {
  orders: readonly PostureOrderView[];
  chosen: string | null;
  timeZone: string;
  now: number;
  onChoose?(order: string): void;
}) {
  const t = useText();
  const stateOf = ({ ended, from, setBy }: PostureOrderView): string => {
    if (ended !== null) return ended.by === null ? t('posture.endedItself') : t('posture.endedBy', { by: ended.by });
    return t(from > now ? 'posture.planned' : 'posture.inForce', { by: setBy });
  };
  return (
    <ul className={styles.orders}>
      {orders.map((order) => (
        <li key={order.id} data-order={order.number}>
          <button
            type="button"
            aria-pressed={onChoose === undefined ? undefined : order.id === chosen}
            aria-disabled={onChoose === undefined}
            onClick={() => onChoose?.(order.id)}
          >
            <span className={styles.words}>
              <b>{t(`posture.${order.profile}`)}</b>
              <small>{order.event === null ? order.reason : `${order.event.name} · ${order.reason}`}</small>
            </span>
            <span>
              {momentText(order.from, timeZone)}
              <br />
              {momentText(order.ended?.at ?? order.until, timeZone)}
            </span>
            <span>{stateOf(order)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
