import { useState } from 'react';
import type { ShiftView } from '../../contract/shift.ts';
import { sentenceOf } from '../client/error_sentence.ts';
import { DeskFrame } from '../desk/desk_frame.tsx';
import type { DeskPageProps } from '../desk/desk_page.ts';
import { clockText } from '../i18n/formats.ts';
import type { Sentence } from '../i18n/sentence.ts';
import { useText } from '../i18n/text.tsx';
import { type FormAsk, FormDialog } from '../second_line/form_dialog.tsx';
import { type Attention, said } from '../ui/attention.ts';
import { shiftForms } from './forms.ts';
import { ItemsPanel } from './items_panel.tsx';
import { ShiftPanel } from './shift_panel.tsx';

function attentionOf({ running, handOver, items }: ShiftView, timeZone: string): Attention {
  if (running === null) return said('information', 'quiet', 'shift.none', 'shift.none.detail');
  const { officer, startedAt } = running;
  if (handOver === null)
    return said('information', 'quiet', 'shift.running', 'shift.running.detail', {
      officer,
      time: clockText(startedAt, timeZone).slice(0, 5),
    });
  const open = items.filter(({ answer }) => answer === null).length;
  if (handOver.why === null) return said('passed', 'ok', 'shift.ready', 'shift.ready.detail');
  if (handOver.why === 'ITEMS_OPEN')
    return said('to-resolve', 'warn', 'shift.open', 'shift.open.detail', { count: open });
  return said('to-resolve', 'warn', `shift.why.${handOver.why}`, 'shift.again');
}

/** The shift of the lane: what passes from hand to hand, item by item, and both signatures. */
export function ShiftScreen({ view, ...page }: DeskPageProps & { view: ShiftView }) {
  const t = useText();
  const [chosen, setChosen] = useState<string | null>(null);
  const [form, setForm] = useState<FormAsk | null>(null);
  const [error, setError] = useState<Sentence | null>(null);
  const { timeZone } = page.booth.lane;
  const { running, handOver, items } = view;
  const place = Math.max(
    0,
    items.findIndex(({ id }) => id === chosen),
  );
  const item = items[place];
  const forms = shiftForms(page.client, view);
  const mine = running?.mine === true;
  const answering = mine && handOver !== null && item !== undefined;
  const run = (act: Promise<unknown>) => {
    setError(null);
    act.catch((problem: unknown) => setError(sentenceOf(problem, timeZone)));
  };
  const notMine = t(running === null ? 'shift.none.short' : 'shift.notMine');
  const nextOpen = () => items.find(({ id, answer }) => answer === null && id !== item?.id)?.id ?? null;
  return (
    <>
      <DeskFrame
        booth={page.booth}
        me={page.me}
        client={page.client}
        attention={attentionOf(view, timeZone)}
        error={error}
        left={null}
        context={<ShiftPanel view={view} client={page.client} timeZone={timeZone} />}
        back={page.close}
        move={(step) => setChosen(items[Math.min(Math.max(place + step, 0), items.length - 1)]?.id ?? null)}
        keys={[['↑ ↓', 'shift.key.choose']]}
        acts={{
          tools: [
            {
              cap: 'F2',
              label: t('shift.tool.list'),
              open: mine,
              detail: notMine,
              pressed: handOver !== null,
              testId: 'begin-hand-over',
              run: () => setForm(forms.beginHandOver()),
            },
            {
              cap: 'F3',
              label: t('shift.tool.accept'),
              open: answering,
              detail: t('shift.tool.listFirst'),
              testId: 'accept-item',
              run: () => {
                if (item === undefined) return;
                run(page.client.shift.answerItem({ item: item.id, accepted: true, reason: '' }));
                setChosen(nextOpen());
              },
            },
            {
              cap: 'F4',
              label: t('shift.tool.refuse'),
              open: answering,
              detail: t('shift.tool.listFirst'),
              testId: 'refuse-item',
              run: () => item !== undefined && setForm(forms.refuseItem(item.id)),
            },
            {
              cap: 'F5',
              label: t('shift.tool.cancel'),
              open: mine && handOver !== null,
              detail: t('shift.tool.listFirst'),
              testId: 'cancel-hand-over',
              run: () => run(page.client.shift.cancelHandOver()),
            },
          ],
          decisions: [
            {
              cap: 'F9',
              label: t('shift.close'),
              detail: mine ? t('shift.close.detail') : notMine,
              open: mine,
              testId: 'close-shift',
              run: () => setForm(forms.close()),
            },
          ],
          closing:
            running === null
              ? {
                  cap: 'F12',
                  label: t('shift.begin'),
                  detail: t('shift.begin.detail'),
                  open: true,
                  testId: 'begin-shift',
                  run: () => setForm(forms.begin()),
                }
              : {
                  cap: 'F12',
                  label: t('shift.sign'),
                  detail: signDetail(view, t),
                  open: mine && handOver !== null && handOver.why === null,
                  testId: 'sign-shift',
                  run: () => setForm(forms.sign()),
                },
          subject: `${running?.startedAt} ${handOver?.openedAt}`,
        }}
      >
        <ItemsPanel
          items={items}
          asked={handOver !== null}
          chosen={item?.id ?? null}
          choose={setChosen}
          timeZone={timeZone}
          instructions={handOver?.instructions ?? ''}
        />
      </DeskFrame>
      {form !== null && <FormDialog ask={form} timeZone={timeZone} onClose={() => setForm(null)} />}
    </>
  );
}

function signDetail({ running, handOver }: ShiftView, t: ReturnType<typeof useText>): string {
  if (running?.mine !== true) return t('shift.notMine');
  if (handOver === null) return t('shift.tool.listFirst');
  return t(handOver.why === null ? 'shift.sign.detail' : `shift.why.${handOver.why}`);
}
